import type {Readable} from 'node:stream';
import type {Json} from '../util/json.ts';

/** A bracket alone on the first line, as exporters write a list: a log line that starts so goes on in the same line. */
const OPENING = /^(?:\uFEFF)?\s*\[\s*(?:\r?\n)\s*\{/;

/** True when a file is one JSON list of records rather than lines. */
export const isDocument = (head: Buffer): boolean => OPENING.test(head.toString('utf8', 0, 1024));

/** The elements of the list, one in memory at a time. Throws on broken JSON, after the elements before it. */
export async function* elementsOf(bytes: Readable): AsyncGenerator<Json> {
  // Loaded only here: batch files of this shape are rare, and its parser is slower than JSON.parse.
  const {streamArray} = await import('stream-json/streamers/stream-array.js');
  for await (const {value} of bytes.pipe(streamArray.withParserAsStream())) yield value as Json;
}
