import {writeSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import type {World} from './facts.ts';
import {type Kind, kinds} from './kinds.ts';
import {proseFrom} from './prose.ts';
import {seeded} from './random.ts';

export interface Written {
  readonly bytes: number;
  readonly lines: number;
  readonly longest: number;
}

/** 2025-01-01T00:00:00Z: fixed, since the time of writing must not show in the bytes. */
const firstCall = 1_735_689_600_000;
const blockLength = 1 << 20;

/** Writes whole lines of one kind until `bytes` are reached: the same arguments, the same bytes. */
export async function writeCorpus(descriptor: number, bytes: number, kind: Kind, seed: number): Promise<Written> {
  const random = seeded(seed);
  const world: World = {random, prose: proseFrom(random), time: firstCall};
  const written = {bytes: 0, lines: 0, longest: 0};
  let block = '';
  while (written.bytes < bytes) {
    const line = `${kinds[kind](world)}\n`;
    const length = Buffer.byteLength(line);
    written.bytes += length;
    written.lines += 1;
    written.longest = Math.max(written.longest, length);
    block += line;
    if (block.length < blockLength) continue;
    await writeAll(descriptor, Buffer.from(block));
    block = '';
  }
  await writeAll(descriptor, Buffer.from(block));
  return written;
}

/** A non-blocking pipe answers EAGAIN while its reader is busy: wait for it, without a queue and without spinning. */
async function writeAll(descriptor: number, block: Buffer): Promise<void> {
  let done = 0;
  while (done < block.length) {
    try {
      done += writeSync(descriptor, block, done);
    } catch (error) {
      if (!hasCode(error, 'EAGAIN')) throw error;
      await setTimeout(2);
    }
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
