/** What a shell and the other end of a pipe do to a command. */
import {type ChildProcess, spawn} from 'node:child_process';
import {setTimeout as sleep} from 'node:timers/promises';
import {killGroup} from './vector.ts';

export interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As `sh -eu` runs it; standard input is empty. */
export async function sh(script: string, place: Place): Promise<Result> {
  const child = start(script, place);
  const stdout = textOf(child.stdout!);
  return {...(await endOf(child)), stdout: await stdout};
}

/** Starts what never ends, waits until it has printed `lines` lines, and clears it away. */
export async function shLive(script: string, lines: number, place: Place): Promise<string> {
  const child = start(script, place);
  const stdout = await read(child.stdout!, (text) => text.split('\n').length > lines);
  killGroup(child);
  return stdout;
}

/** `… | head -n 1`: the reader leaves after the first line. */
export async function readOneLine(script: string, place: Place): Promise<Result> {
  const child = start(script, place);
  const stdout = await read(child.stdout!, (text) => text.includes('\n'));
  child.stdout!.destroy();
  return {...(await endOf(child)), stdout};
}

/** The reader takes nothing for a while, then all: `waited` says that the command was still there when the reader came back. */
export async function readLate(
  script: string,
  pauseMs: number,
  place: Place,
): Promise<Result & {readonly waited: boolean}> {
  const child = start(script, place);
  const end = endOf(child);
  await sleep(pauseMs);
  const waited = child.exitCode === null;
  const stdout = await textOf(child.stdout!);
  return {...(await end), stdout, waited};
}

function start(script: string, {cwd, env}: Place): ChildProcess {
  return spawn('sh', ['-eu', '-c', script], {cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe']});
}

/** The exit, not the closed pipes: a reader may have been late or have gone. */
async function endOf(child: ChildProcess): Promise<{readonly code: number | null; readonly stderr: string}> {
  const stderr = textOf(child.stderr!);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {code, stderr: await stderr};
}

const textOf = (stream: NodeJS.ReadableStream): Promise<string> => read(stream, () => false);

function read(stream: NodeJS.ReadableStream, enough: (text: string) => boolean): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      text += chunk;
      if (enough(text)) resolve(text);
    });
    stream.once('close', () => resolve(text));
  });
}
