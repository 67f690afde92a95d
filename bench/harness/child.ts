import {type ChildProcess, spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {closeSync, openSync, readFileSync} from 'node:fs';
import {devNull} from 'node:os';
import type {Readable} from 'node:stream';
import {environment} from './contenders.ts';

/** What one process cost, from its start to its end. */
export interface Cost {
  /** user + sys. Absent without /proc. */
  readonly cpuSeconds?: number;
  readonly wallSeconds: number;
  /** The most memory it ever held. Absent without /proc. */
  readonly peakBytes?: number;
  readonly exitCode: number | null;
}

/** What came out of it. */
export interface Output {
  readonly lines: number;
  readonly sha256: string;
  readonly exitCode: number | null;
}

/** The kernel shows CPU times in ticks of 1/100 s on every Linux Node runs on. */
const ticksPerSecond = 100;
const watchEveryMs = 10;

/** Runs a command once, its output thrown away by the kernel. Only one may run at a time: see `childrenCpuSeconds`. */
export async function measure(argv: readonly string[], inputFile = devNull): Promise<Cost> {
  const cpuBefore = childrenCpuSeconds();
  const wallBefore = performance.now();
  const child = start(argv, inputFile, 'ignore');
  const memory = watchMemory(child.pid);
  const exitCode = await ended(child);
  const wallSeconds = (performance.now() - wallBefore) / 1000;
  const cpuAfter = childrenCpuSeconds();
  const peakBytes = memory.stop();
  return {
    wallSeconds,
    exitCode,
    ...(cpuBefore !== undefined && cpuAfter !== undefined && {cpuSeconds: cpuAfter - cpuBefore}),
    ...(peakBytes !== undefined && {peakBytes}),
  };
}

/** Runs a command once without measuring, to see that it does something at all. */
export async function observe(argv: readonly string[], inputFile: string): Promise<Output> {
  const child = start(argv, inputFile, 'pipe');
  const exit = ended(child);
  const hash = createHash('sha256');
  let lines = 0;
  for await (const block of child.stdout as Readable) {
    hash.update(block);
    for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) lines += 1;
  }
  return {lines, sha256: hash.digest('hex'), exitCode: await exit};
}

function start([file, ...args]: readonly string[], inputFile: string, output: 'ignore' | 'pipe'): ChildProcess {
  const input = openSync(inputFile, 'r');
  try {
    return spawn(file!, args, {stdio: [input, output, 'ignore'], env: environment});
  } finally {
    closeSync(input);
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/**
 * CPU of all children this process has waited for. Node itself only tells about its own; the kernel adds a child's
 * time, whatever it was written in, to these two fields of ours when it is reaped.
 */
function childrenCpuSeconds(): number | undefined {
  // The second field is the program's name in brackets and may hold anything; what follows is plain.
  const fields = readProc('self/stat')?.split(') ').at(-1)?.split(' ');
  return fields && (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

/**
 * Reads the kernel's own high-water mark every few milliseconds: a peak between two looks is still seen at the second,
 * only growth in the last few milliseconds of a process is missed. `ru_maxrss` would be exact but is no use here: it
 * starts at the size of the process that forked.
 */
function watchMemory(pid: number | undefined) {
  let peakBytes: number | undefined;
  const look = () => {
    const kilobytes = readProc(`${pid}/status`)?.match(/^VmHWM:\s+(\d+) kB/m)?.[1];
    if (kilobytes !== undefined) peakBytes = Number(kilobytes) * 1024;
  };
  const timer = setInterval(look, watchEveryMs);
  return {
    stop() {
      clearInterval(timer);
      return peakBytes;
    },
  };
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return undefined;
  }
}
