import {type Duplex, Transform} from 'node:stream';
import {objectTransform} from 'through2';
import type {CallRecord} from '../spec/types.ts';
import {createRecordFilter, createTextFilter, type FilterOptions} from './filter.ts';

/** Bytes in, NDJSON bytes out: the records of a chunk leave with it. */
export function createByteStream(options: FilterOptions): Transform {
  const filter = createTextFilter(options);
  return new Transform({
    transform(chunk: Buffer | string, encoding, done) {
      done(null, filter.write(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk) || undefined);
    },
    flush(done) {
      done(null, filter.finish() + filter.end() || undefined);
    },
  });
}

/** Lines in, as `split2()` gives them, or structured entries as loggers give them; typed records out. */
export function createObjectStream(options: FilterOptions): Duplex {
  const filter = createRecordFilter(options);
  let number = 0;
  return objectTransform(async function* (source: AsyncIterable<unknown>): AsyncGenerator<CallRecord, void, void> {
    for await (const item of source) {
      number++;
      yield* filter.line({text: textOf(item), number});
    }
    yield* filter.end();
  }) as unknown as Duplex;
}

function textOf(item: unknown): string {
  if (typeof item === 'string') return item;
  return Buffer.isBuffer(item) ? item.toString('utf8') : (JSON.stringify(item) ?? '');
}
