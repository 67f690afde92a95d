/**
 * The floor: what Node costs for reading NDJSON and writing it again, with no work in between.
 * `node bench/floor.mjs [--per-line] < FILE`. A line that is no JSON object is read and left out.
 *
 * F, the default, decodes a whole block as UTF-8: what most programs do. One Chinese character then makes the block's
 * string two bytes a character. F2 (`--per-line`) decodes line by line and is the kinder yardstick.
 */
import {readSync, writeSync} from 'node:fs';

const newline = 10;
const brace = 123;
const block = Buffer.allocUnsafe(64 * 1024);
const pause = new Int32Array(new SharedArrayBuffer(4));
const handle = process.argv.includes('--per-line') ? decodeLines : decodeBlock;

let rest = Buffer.alloc(0);
for (let length = read(); length > 0; length = read()) {
  const end = block.lastIndexOf(newline, length - 1) + 1;
  if (end > 0) write(handle(Buffer.concat([rest, block.subarray(0, end)])));
  const left = block.subarray(end, length);
  // Copied either way: the next read overwrites the block.
  rest = end > 0 ? Buffer.from(left) : Buffer.concat([rest, left]);
}
write(handle(rest));

function decodeBlock(bytes) {
  const text = bytes.utf8Slice();
  let out = '';
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (text.charCodeAt(start) === brace) out += again(text.slice(start, end));
    start = end + 1;
  }
  return out;
}

function decodeLines(bytes) {
  let out = '';
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found;
    if (bytes[start] === brace) out += again(bytes.utf8Slice(start, end));
    start = end + 1;
  }
  return out;
}

function again(line) {
  try {
    return `${JSON.stringify(JSON.parse(line))}\n`;
  } catch {
    return '';
  }
}

/** 0 at the end of input. */
function read() {
  for (;;) {
    try {
      return readSync(0, block, 0, block.length, null);
    } catch (error) {
      if (error.code === 'EOF') return 0;
      waitOrThrow(error);
    }
  }
}

function write(text) {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(1, bytes, done);
    } catch (error) {
      waitOrThrow(error);
    }
  }
}

/** A non-blocking pipe that is empty or full: sleep, since a spinning wait would be counted as work. */
function waitOrThrow(error) {
  if (error.code !== 'EAGAIN') throw error;
  Atomics.wait(pause, 0, 0, 1);
}
