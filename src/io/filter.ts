import {type Account, createNormaliser, type EngineOptions, encode} from '../engine/index.ts';
import {createSplitter, type Line} from '../framing/index.ts';
import type {CallRecord} from '../spec/types.ts';

export interface FilterOptions extends EngineOptions {
  readonly maxLineBytes: number;
}

/** Bytes in, values out; the records of a chunk leave together, before the next chunk is looked at. */
export interface Filter<T> {
  /** Starts a named input; line numbers begin at 1 again. */
  readonly begin: (file?: string) => void;
  readonly write: (chunk: Buffer) => T;
  /** The named input ended: a last line without an end counts. */
  readonly finish: () => T;
  readonly line: (line: Line) => T;
  readonly idle: () => T;
  readonly end: () => T;
  readonly account: Account;
  readonly scrub: (text: string) => string;
}

/** The engine behind bytes: what a chunk completes comes back as records. */
export function createRecordFilter(options: FilterOptions): Filter<CallRecord[]> {
  const normaliser = createNormaliser(options);
  let out: CallRecord[] = [];
  const take = (): CallRecord[] => {
    const records = out;
    out = [];
    return records;
  };
  const keep = (records: readonly CallRecord[]): void => {
    for (const record of records) out.push(record);
  };
  const split = (file?: string) =>
    createSplitter(
      {
        maxLineBytes: options.maxLineBytes,
        ...(file !== undefined && {file}),
        onOversize: (bytes) => {
          normaliser.account.oversize_bytes += bytes;
        },
      },
      (line) => keep(normaliser.push(line)),
    );
  let splitter = split();
  return {
    begin: (file) => {
      splitter = split(file);
    },
    write: (chunk) => {
      splitter.push(chunk);
      return take();
    },
    finish: () => {
      splitter.end();
      return take();
    },
    line: (line) => normaliser.push(line),
    idle: () => normaliser.idle(),
    end: () => normaliser.end(),
    account: normaliser.account,
    scrub: normaliser.scrub,
  };
}

/** The same with encoded lines: one string a chunk, so that one write a chunk is enough. */
export function createTextFilter(options: FilterOptions): Filter<string> {
  const filter = createRecordFilter(options);
  return {
    begin: filter.begin,
    write: (chunk) => encodeAll(filter.write(chunk)),
    finish: () => encodeAll(filter.finish()),
    line: (line) => encodeAll(filter.line(line)),
    idle: () => encodeAll(filter.idle()),
    end: () => encodeAll(filter.end()),
    account: filter.account,
    scrub: filter.scrub,
  };
}

function encodeAll(records: readonly CallRecord[]): string {
  let text = '';
  for (const record of records) text += encode(record);
  return text;
}
