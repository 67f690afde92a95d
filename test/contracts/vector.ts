/** Vector as its source (0.58) shows it: src/sources/exec/mod.rs, src/sources/file_descriptors/mod.rs, lib/codecs. */
import {type ChildProcess, spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {basename, dirname} from 'node:path';

export type Event = Record<string, unknown>;

export interface ExecSource {
  readonly command: readonly string[];
  readonly includeStderr: boolean;
  readonly maxLength: number;
  readonly respawnOnExit: boolean;
}

export interface ExecOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Stands for respawn_interval_secs and --graceful-shutdown-limit-secs, so that a test need not wait as long. */
  readonly respawnMs: number;
  readonly shutdownLimitMs: number;
}

export interface ExecRun {
  readonly events: readonly Event[];
  readonly starts: number;
  readonly undecoded: number;
  /** SIGTERM to the process that was started and to no other; then reads on until the output ends or the limit. */
  readonly stop: () => Promise<'ended' | 'limit'>;
}

/** The exec source in streaming mode. */
export function startExec(source: ExecSource, options: ExecOptions): ExecRun {
  const decoder = createDecoder(source.maxLength);
  const events: Event[] = [];
  let starts = 0;
  let stopping = false;
  let child: ChildProcess;
  let ended: Promise<unknown>;
  const start = (): void => {
    starts++;
    child = run(source, options);
    const stdout = child.stdout!;
    const facts = {host: 'vector-host', pid: child.pid, stream: 'stdout', command: source.command, source_type: 'exec'};
    const take = (found: readonly Event[]): void => {
      for (const event of found) events.push({...facts, ...event});
    };
    stdout.on('data', (chunk: Buffer) => take(decoder.push(chunk)));
    ended = new Promise((resolve) => stdout.once('close', resolve)).then(() => {
      take(decoder.end());
      // kill_on_drop: what is left of the command goes once its output has ended.
      child.kill('SIGKILL');
      if (source.respawnOnExit && !stopping) setTimeout(() => !stopping && start(), options.respawnMs);
    });
  };
  start();
  return {
    events,
    get starts() {
      return starts;
    },
    get undecoded() {
      return decoder.undecoded;
    },
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      const how = await Promise.race([
        ended.then(() => 'ended' as const),
        after(options.shutdownLimitMs, 'limit' as const),
      ]);
      child.stdout?.destroy();
      killGroup(child);
      return how;
    },
  };
}

/** Vector sets no group; here one is set so that a test can clear away what the real Vector would leave behind. */
function run({command, includeStderr}: ExecSource, {env, cwd}: ExecOptions): ChildProcess {
  const child = spawn(command[0] as string, command.slice(1), {
    cwd,
    env,
    detached: true,
    // Node opens /dev/null for `ignore`, as Vector does.
    stdio: ['ignore', 'pipe', includeStderr ? 'pipe' : 'ignore'],
  });
  return child;
}

export function killGroup({pid}: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have gone.
  }
}

const after = <T>(ms: number, value: T): Promise<T> => new Promise((resolve) => setTimeout(resolve, ms, value).unref());

interface Decoder {
  readonly push: (chunk: Buffer) => Event[];
  readonly end: () => Event[];
  readonly undecoded: number;
}

/** Newline framing with a limit, then the json codec: a longer or broken frame is lost, an empty one ignored, a list split. */
export function createDecoder(maxLength: number): Decoder {
  let rest: Buffer = Buffer.alloc(0);
  let undecoded = 0;
  const decode = (frame: Buffer): Event[] => {
    if (frame.length === 0) return [];
    const events = frame.length > maxLength ? undefined : eventsOf(frame.toString());
    if (events === undefined) undecoded++;
    return events ?? [];
  };
  return {
    push(chunk) {
      const bytes = Buffer.concat([rest, chunk]);
      const frames: Event[] = [];
      let from = 0;
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
        frames.push(...decode(bytes.subarray(from, at)));
        from = at + 1;
      }
      rest = bytes.subarray(from);
      return frames;
    },
    end() {
      const frame = rest;
      rest = Buffer.alloc(0);
      return decode(frame);
    },
    get undecoded() {
      return undecoded;
    },
  };
}

function eventsOf(text: string): Event[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const values = Array.isArray(value) ? value : [value];
    return values.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each))
      ? values
      : undefined;
  } catch {
    return undefined;
  }
}

/** The `vector` command as far as the chain uses it: `--config FILE` with a file or a stdin source, and a console sink. */
export async function vectorCommand(argv: readonly string[]): Promise<void> {
  const config = readSettings(readFileSync(argv[argv.indexOf('--config') + 1] as string, 'utf8'));
  const type = [...config].find(([path]) => /^sources\.\w+\.type$/.test(path))?.[1];
  if (type === 'file') writeAll(fileEvents(listOf(config.get('sources.app_logs.include') as string)));
  else if (type === 'stdin')
    await passStdin(Number(config.get('sources.from_callmill.framing.newline_delimited.max_length')));
  else throw new Error(`no such source here: ${type}`);
}

/** One event a line; Vector sorts the keys of an event. */
function* fileEvents(include: readonly string[]): Generator<Event> {
  for (const pattern of include) {
    const file = pattern.replace('*', 'app');
    for (const message of readFileSync(file, 'utf8').replace(/\n$/, '').split('\n')) {
      yield {file, host: 'reed-2', message, source_type: 'file', timestamp: '2026-11-23T09:10:10.000000001Z'};
    }
  }
}

async function passStdin(maxLength: number): Promise<void> {
  const decoder = createDecoder(maxLength);
  for await (const chunk of process.stdin) writeAll(decoder.push(chunk as Buffer));
  writeAll(decoder.end());
  if (decoder.undecoded > 0) throw new Error(`${decoder.undecoded} frames lost`);
}

function writeAll(events: Iterable<Event>): void {
  for (const event of events) process.stdout.write(`${JSON.stringify(event)}\n`);
}

/** The command line of Vector's stand-in, for `$VECTOR`: a script of its own, since run.sh splits at spaces. */
export function standInScript(): string {
  const loader = import.meta.resolve('tsx');
  const module = import.meta.url;
  const code = `import(${JSON.stringify(module)}).then(({vectorCommand}) => vectorCommand(process.argv.slice(1)))`;
  return `#!/bin/sh\nexec '${process.execPath}' --import '${loader}' -e '${code}' -- "$@"\n`;
}

/** `a.b.c` to its scalar, of the plain YAML the configs are written in; lists of blocks and literal blocks are left out. */
export function readSettings(yaml: string): Map<string, string> {
  const found = new Map<string, string>();
  let path: {readonly indent: number; readonly key: string}[] = [];
  let hidden = Number.POSITIVE_INFINITY;
  for (const line of yaml.split('\n')) {
    const indent = line.search(/\S/);
    if (indent < 0 || indent > hidden || line[indent] === '#') continue;
    hidden = Number.POSITIVE_INFINITY;
    const [, key, value = ''] = /^ *(\w+):(?: +(.*))?$/.exec(line) ?? [];
    if (key === undefined || value === '|') hidden = indent;
    if (key === undefined) continue;
    path = [...path.filter((parent) => parent.indent < indent), {indent, key}];
    if (value !== '' && value !== '|') found.set(path.map((parent) => parent.key).join('.'), value);
  }
  return found;
}

/** `["a", 'b "c"']`: the two ways to quote in a flow list. */
const listOf = (yaml: string): string[] =>
  [...yaml.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'/g)].map(([item, , single]) =>
    single === undefined ? JSON.parse(item) : single.replaceAll("''", "'"),
  );

/** Environment variables are not expanded in a config since 0.58, so a test puts its own paths in. */
export function withLog(yaml: string, log: string): string {
  return yaml.replaceAll('/var/log/app/app.log', log).replaceAll('/var/log/app/*.log', `${dirname(log)}/*.log`);
}

export function execSourceOf(yaml: string, log: string): ExecSource {
  const config = readSettings(withLog(yaml, log));
  const of = (name: string): string | undefined => config.get(`sources.callmill.${name}`);
  if (of('type') !== 'exec' || of('mode') !== 'streaming' || of('decoding.codec') !== 'json') {
    throw new Error(`${basename(log)}: not an exec source in streaming mode with the json codec`);
  }
  return {
    command: listOf(of('command') as string),
    // Vector's own defaults.
    includeStderr: of('include_stderr') !== 'false',
    maxLength: Number(of('framing.newline_delimited.max_length') ?? Number.POSITIVE_INFINITY),
    respawnOnExit: of('streaming.respawn_on_exit') !== 'false',
  };
}
