import type {Line} from './frame.ts';

const NEWLINE = 10;
const RETURN = 13;
const BOM = [0xef, 0xbb, 0xbf] as const;

export interface Splitter {
  /** Takes any bytes and calls back for every line that ends in them. The chunk may be reused afterwards. */
  readonly push: (chunk: Buffer) => void;
  /** Calls back for a last line without an end. */
  readonly end: () => void;
}

export interface SplitOptions {
  readonly maxLineBytes: number;
  readonly file?: string;
  /** Called with the bytes of an over-long line that were let go. */
  readonly onOversize?: (bytes: number) => void;
}

/**
 * Bytes to lines. LF ends a line and one CR before it goes too; a lone CR is data; a BOM at the very start is dropped;
 * broken UTF-8 becomes U+FFFD. Linear on any input: an unfinished line is kept in pieces and put together once. Of a
 * line longer than `maxLineBytes` the head is kept, the rest is counted.
 */
export function createSplitter(options: SplitOptions, onLine: (line: Line) => void): Splitter {
  const {maxLineBytes, file, onOversize} = options;
  let pieces: Buffer[] = [];
  let kept = 0;
  let dropped = 0;
  let lastDropped = 0;
  let number = 0;

  const keep = (bytes: Buffer): void => {
    const room = maxLineBytes - kept;
    if (bytes.length > room) {
      dropped += bytes.length - room;
      lastDropped = bytes[bytes.length - 1] as number;
    }
    if (room <= 0 || bytes.length === 0) return;
    // A copy: the reader reuses its buffer.
    pieces.push(Buffer.from(bytes.length > room ? bytes.subarray(0, room) : bytes));
    kept += Math.min(room, bytes.length);
  };

  const emit = (bytes: Buffer, from: number, to: number, ended: boolean): void => {
    number++;
    const oversize = dropped > 0;
    if (oversize) onOversize?.(dropped);
    const text = decode(bytes, number === 1 ? skipBom(bytes, from, to) : from, to, ended && !oversize);
    // One shape for every line, spelled out: a spread here costs more than the decoding.
    onLine({text, file, number, oversize});
  };

  const emitKept = (ended: boolean): void => {
    const bytes = pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
    // The CR of a line end is no part of the line: alone beyond the limit it makes no line too long.
    if (ended && dropped === 1 && lastDropped === RETURN) dropped = 0;
    emit(bytes, 0, bytes.length, ended);
    pieces = [];
    kept = 0;
    dropped = 0;
  };

  return {
    push(chunk) {
      let start = 0;
      for (;;) {
        const end = chunk.indexOf(NEWLINE, start);
        if (end < 0) break;
        if (kept > 0 || dropped > 0 || end - start > maxLineBytes) {
          keep(chunk.subarray(start, end));
          emitKept(true);
        } else emit(chunk, start, end, true);
        start = end + 1;
      }
      keep(chunk.subarray(start));
    },
    end() {
      if (kept > 0 || dropped > 0) emitKept(false);
    },
  };
}

function decode(bytes: Buffer, from: number, to: number, ended: boolean): string {
  const end = ended && to > from && bytes[to - 1] === RETURN ? to - 1 : to;
  return bytes.toString('utf8', from, end);
}

function skipBom(bytes: Buffer, from: number, to: number): number {
  return to - from >= BOM.length && BOM.every((byte, i) => bytes[from + i] === byte) ? from + BOM.length : from;
}
