import type {Account} from '../../src/engine/index.ts';
import {encode} from '../../src/engine/index.ts';
import {createRecordFilter, type FilterOptions} from '../../src/io/filter.ts';
import type {CallRecord} from '../../src/spec/types.ts';

const MAX_LINE_BYTES = 16 * 1024 * 1024;

export interface Run {
  readonly records: readonly CallRecord[];
  /** The same as the command writes them. */
  readonly ndjson: string;
  readonly account: Account;
}

/** The whole engine over a text, with UTC for times without a zone and a clock that stands at the epoch. */
export function run(log: string, more: Partial<FilterOptions> = {}): Run {
  const filter = createRecordFilter({
    now: () => 0,
    zone: () => 0,
    zoneAssumed: false,
    only: 'all',
    userId: 'hash',
    keepHeaders: [],
    correlateWindow: 5000,
    maxLineBytes: MAX_LINE_BYTES,
    ...more,
  });
  const records = [...filter.write(Buffer.from(log)), ...filter.finish(), ...filter.end()];
  return {records, ndjson: records.map(encode).join(''), account: filter.account};
}

/** As values, without what JSON leaves out. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
