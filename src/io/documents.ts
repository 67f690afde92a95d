import type {Readable} from 'node:stream';
import type {Json} from '../util/json.ts';

/** A bracket alone on the first line, as exporters write a list: a log line that starts so goes on in the same line. */
const OPENING = /^(?:\uFEFF)?\s*\[\s*(?:\r?\n)\s*\{/;

/** What `aws logs filter-log-events` prints, and CloudTrail's files: an object around the list. */
const NAMED =
  /^(?:\uFEFF)?\s*\{\s*"(?:events"\s*:\s*\[\s*\{\s*"(?:logStreamName|timestamp)|Records"\s*:\s*\[\s*\{\s*"eventVersion)"/;

/** How the records of a file are held when it is one JSON document rather than lines. */
export function documentOf(head: Buffer): 'list' | 'named' | undefined {
  const text = head.toString('utf8', 0, 1024);
  if (OPENING.test(text)) return 'list';
  return NAMED.test(text) ? 'named' : undefined;
}

/** The elements of the list, one in memory at a time. Throws on broken JSON, after the elements before it. */
export async function* elementsOf(bytes: Readable, kind: 'list' | 'named'): AsyncGenerator<Json> {
  // Loaded only here: batch files of this shape are rare, and its parser is slower than JSON.parse.
  const {streamArray} = await import('stream-json/streamers/stream-array.js');
  const {pick} = await import('stream-json/filters/pick.js');
  const elements =
    kind === 'list'
      ? bytes.pipe(streamArray.withParserAsStream())
      : bytes.pipe(pick.withParserAsStream({filter: /^(?:events|Records)$/})).pipe(streamArray.asStream());
  for await (const {value} of elements) yield value as Json;
}
