import {closeSync, openSync, readSync} from 'node:fs';
import {printable, UsageError, unreadable} from './messages.ts';

const MIN_BYTES = 32;
const MAX_BYTES = 4096;
const MAX_KEYS = 2;

/** The keys of the files given, in order. Keys come from files only: arguments and the environment show in process lists. */
export function hashKeysOf(files: readonly string[]): readonly Uint8Array[] | undefined {
  if (files.length > MAX_KEYS)
    throw new UsageError(
      `--hash-key-file: got ${files.length} files, allowed are ${MAX_KEYS}: the key that signs, then the one before it`,
    );
  return files.length === 0 ? undefined : files.map(readKey);
}

/** A message names the file, never what is in it. */
function readKey(file: string): Uint8Array {
  let bytes: Buffer;
  try {
    bytes = withoutLineEnd(readBounded(file));
  } catch (error) {
    throw new UsageError(`--hash-key-file: ${unreadable(file, error)}`);
  }
  if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES)
    throw new UsageError(`--hash-key-file: ${printable(file)}: a key has ${MIN_BYTES} to ${MAX_BYTES} bytes`);
  return bytes;
}

/** One byte more than may be there, so that a device without an end is refused too. */
function readBounded(file: string): Buffer {
  const fd = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(MAX_BYTES + 3);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      read = readSync(fd, buffer, length, buffer.length - length, null);
    return buffer.subarray(0, length);
  } finally {
    closeSync(fd);
  }
}

/** An editor ends a text with a line break, which is no part of the key; random bytes are taken as they are. */
function withoutLineEnd(bytes: Buffer): Buffer {
  const text = /^([!-~]+)\r?\n$/.exec(bytes.toString('latin1'))?.[1];
  return text === undefined ? bytes : Buffer.from(text, 'latin1');
}
