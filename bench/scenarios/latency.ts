import {type ChildProcessByStdio, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import type {Readable, Writable} from 'node:stream';
import {setTimeout as sleep} from 'node:timers/promises';
import {type Contender, type Contenders, environment} from '../harness/contenders.ts';
import {corpusFile} from '../harness/corpora.ts';
import type {Section} from '../harness/report.ts';
import {quantile} from '../harness/statistics.ts';

const gapMs = 2;
const patienceMs = 3_000;

/** One line in, wait for its line out, stdin staying open: what someone sees who watches a log. */
export async function latency(contenders: Contenders, lines: number): Promise<Section> {
  const {cat, ours, floor, jq, jqUnbuffered, python, pythonUnbuffered} = contenders;
  const all = [cat, ours, floor, jq, jqUnbuffered, python, pythonUnbuffered];
  const input = readFileSync(await corpusFile('raw', 10_000_000, 3), 'utf8')
    .split('\n')
    .slice(0, lines);
  const pipes: Pipe[] = [];
  // Started one after the other, each answering before the next: the first answer is then a start-up time.
  for (const {name, argv} of all) if (argv !== undefined) pipes.push(await open(name, argv, input[0] ?? ''));
  for (const line of input.slice(1)) {
    // One line to each in turn, so that all of them meet the machine in the same state.
    for (const pipe of pipes) await exchange(pipe, line);
    await sleep(gapMs);
  }
  for (const {child} of pipes) child.kill();
  const base = pipes.find(({name}) => name === cat.name);
  return {
    title: `Live pipe, one line at a time, n=${input.length}`,
    head: ['', 'first answer ms', 'p50 µs', 'p90 µs', 'p99 µs', 'p50 / cat', 'p99 / cat'],
    rows: all.map((contender) => row(contender, pipes, base)),
    notes: ['`raw` lines over a socket pair, as Node gives its children. The first answer includes start-up.'],
  };
}

interface Pipe {
  readonly name: string;
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly microseconds: number[];
  /** Set once an answer did not come: it is not asked again. */
  silent: boolean;
}

async function open(name: string, [file, ...args]: readonly string[], firstLine: string): Promise<Pipe> {
  const before = performance.now();
  const child = spawn(file!, args, {stdio: ['pipe', 'pipe', 'ignore'], env: environment});
  // A program that has gone away is silent, which the table says; it must not end the run.
  child.stdin.on('error', () => {});
  child.on('error', () => {});
  const pipe = {name, child, microseconds: [], silent: false};
  await exchange(pipe, firstLine, before);
  return pipe;
}

async function exchange(pipe: Pipe, line: string, before = performance.now()): Promise<void> {
  if (pipe.silent) return;
  pipe.child.stdin.write(`${line}\n`);
  pipe.silent = !(await answered(pipe.child.stdout));
  if (!pipe.silent) pipe.microseconds.push((performance.now() - before) * 1000);
}

/** One line in gives one line out, so the first block that ends a line is the answer. */
async function answered(stdout: Readable): Promise<boolean> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    for (;;) {
      const [block] = (await once(stdout, 'data', {signal})) as [Buffer];
      if (block.at(-1) === 10) return true;
    }
  } catch {
    return false;
  }
}

function row({name}: Contender, pipes: readonly Pipe[], base: Pipe | undefined): readonly string[] {
  const pipe = pipes.find((candidate) => candidate.name === name);
  if (pipe === undefined) return [name, 'not here', '', '', '', '', ''];
  const [first, ...others] = pipe.microseconds;
  if (first === undefined) return [name, `none in ${patienceMs / 1000} s`, '', '', '', '', ''];
  const at = (share: number) => quantile(others, share);
  const toBase = (share: number) =>
    base === undefined ? '' : (at(share) / quantile(base.microseconds.slice(1), share)).toFixed(1);
  const stopped = pipe.silent ? `, silent after ${pipe.microseconds.length}` : '';
  const shown = [at(0.5), at(0.9), at(0.99)].map((value) => value.toFixed(0));
  return [name, `${(first / 1000).toFixed(0)}${stopped}`, ...shown, toBase(0.5), toBase(0.99)];
}
