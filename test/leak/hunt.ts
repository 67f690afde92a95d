import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {KEY_KINDS} from './canaries.ts';
import {createFinder} from './finder.ts';
import {type Canary, plant} from './generator.ts';
import {createRandom, type Random} from './random.ts';

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
/** Lines of one run of the program: all that is held in memory at a time. */
const BATCH = 5000;

export interface Hunt {
  readonly lines: number;
  readonly canaries: number;
  readonly records: number;
  readonly leaks: readonly string[];
}

/** Generates lines, runs the built program over them and looks for what was planted in all that comes out. */
export async function hunt(
  lines: number,
  seed: number,
  onBatch?: (done: number) => void,
  maxLeaks = 20,
): Promise<Hunt> {
  const random = createRandom(seed);
  const sum = {lines: 0, canaries: 0, records: 0, leaks: [] as string[]};
  while (sum.lines < lines && sum.leaks.length < maxLeaks) {
    const batch = await runBatch(random, Math.min(BATCH, lines - sum.lines));
    sum.lines += batch.lines;
    sum.canaries += batch.canaries;
    sum.records += batch.records;
    sum.leaks.push(...batch.leaks);
    onBatch?.(sum.lines);
  }
  return sum;
}

async function runBatch(r: Random, size: number): Promise<Hunt> {
  const dir = mkdtempSync(join(tmpdir(), 'callmill-leak-'));
  try {
    const canaries: Canary[] = [];
    const lines: string[] = [];
    while (lines.length < size) {
      const planted = plant(r);
      lines.push(...planted.lines);
      canaries.push(...planted.canaries);
    }
    const input = `${lines.join('\n')}\n`;
    const side = {rejects: join(dir, 'rejects'), left: join(dir, 'left')};
    const args = [
      '--tz',
      'UTC',
      '--explain',
      '--summary',
      'json',
      '--rejects',
      side.rejects,
      '--passthrough',
      side.left,
    ];
    let done: Awaited<ReturnType<typeof runProgram>>;
    if (r.below(2) === 0) {
      // A file's name is a text like any other.
      const key = KEY_KINDS['anthropic api']!(r);
      canaries.push({text: key, kind: 'key', label: 'file name'});
      const file = join(dir, `app-${key}.log`);
      writeFileSync(file, input);
      done = await runProgram([...args, file], undefined);
    } else done = await runProgram(args, chunks(Buffer.from(input), r));
    const find = createFinder(canaries);
    const leaks: string[] = done.code === 0 ? [] : [`exit code ${done.code}: ${done.stderr.slice(0, 300)}`];
    const doors: readonly (readonly [string, string, readonly Canary['kind'][]])[] = [
      ['stdout', done.stdout, ['key', 'person', 'prompt']],
      ['stderr', done.stderr, ['key', 'person', 'prompt']],
      ['rejects', readFileSync(side.rejects, 'utf8'), ['key', 'prompt']],
      // Lines of no call are the user's own text; keys are taken out of them.
      ['passthrough', readFileSync(side.left, 'utf8'), ['key']],
    ];
    for (const [door, text, kinds] of doors)
      for (const [{label, text: canary}, line] of find(text, kinds))
        leaks.push(`${door}: ${label}: ${canary.slice(0, 40)}… in ${line.slice(0, 600)}`);
    return {lines: lines.length, canaries: canaries.length, records: done.stdout.split('\n').length - 1, leaks};
  } finally {
    rmSync(dir, {recursive: true, force: true});
  }
}

/** Cuts at any byte: in keys, in characters, in line ends. */
function* chunks(input: Buffer, r: Random): Generator<Buffer> {
  for (let at = 0; at < input.length; ) {
    const size = 1 + r.below(r.below(8) === 0 ? 40 : 90_000);
    yield input.subarray(at, at + size);
    at += size;
  }
}

async function runProgram(args: readonly string[], input: Iterable<Buffer> | undefined) {
  const child = spawn(process.execPath, [MAIN, ...args], {env: {}});
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  for (const chunk of input ?? []) {
    if (!child.stdin.write(chunk)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  const code = await closed;
  return {code, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8')};
}
