import {findErrorBody, isClaudeBody, isErrorBody, readErrorBody} from '../../calls/error-body.ts';
import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {OFFICIAL_TYPES} from '../../spec/error-types.ts';
import {defineDialect} from '../define.ts';

/** An entry with other keys than a body's is an application's, which has more to say. */
const BODY_KEYS = new Set(['type', 'error', 'request_id', 'message', 'code', 'param', 'status', 'detail', 'metadata']);
/** `error=HTTP 500 api_error: words (request_id: …)`: what openclaw makes of a body, as others may. */
const SENTENCE = new RegExp(
  `(?:^|[=:] ?)HTTP (\\d{3}) (${Object.keys(OFFICIAL_TYPES).join('|')}): ([^\\n]{1,2000}?)(?: \\(request_id: ([\\w-]{8,128})\\))?(?:\\n|$)`,
);
const DATA_LINE = /^(?:data|event): ?/;

/** The API's own error body, wherever it stands: alone, in a stream, in somebody's sentence. */
export default defineDialect({
  id: 'raw-body',
  title: 'An error body of the API, anywhere',
  origin: 'platform.claude.com/docs/en/api/errors',
  // What the names of all official types end in, and the one that does not.
  keywords: ['_error', 'request_too_large'],
  rows: [
    {id: 'raw.json', title: 'the body is the entry', read: readJson},
    {id: 'raw.sse', title: 'an error event of a raw stream', marks: ['data:'], read: readStream},
    {
      id: 'raw.words',
      title: 'status, type and message of the body in one sentence',
      marks: ['HTTP '],
      read: readSentence,
    },
    {id: 'raw.body', title: 'the body stands in a text', marks: ['{'], read: readText, enriched: true},
  ],
});

function readJson({json}: Frame): Evidence | undefined {
  if (json === undefined || !isErrorBody(json) || !Object.keys(json).every((key) => BODY_KEYS.has(key)))
    return undefined;
  if (!readErrorBody(json).claude) return undefined;
  return {row: 'raw.json', phase: 'end', responseBody: json};
}

/** An error event means that the stream had begun: its status was 200. */
function readStream({text}: Frame): Evidence | undefined {
  if (!DATA_LINE.test(text)) return undefined;
  const found = findErrorBody(text);
  if (!found || !isClaudeBody(found.body)) return undefined;
  return {row: 'raw.sse', phase: 'end', responseBody: found.body, stream: {broken: true}};
}

function readSentence({text}: Frame): Evidence | undefined {
  const [, status, type, message, id] = SENTENCE.exec(text.slice(0, 4096)) ?? [];
  if (status === undefined) return undefined;
  return {row: 'raw.words', phase: 'end', status, error: {type, message}, ids: {body: id}};
}

function readText({text}: Frame): Evidence | undefined {
  const found = findErrorBody(text);
  if (!found || !readErrorBody(found.body).claude) return undefined;
  return {row: 'raw.body', phase: 'end', errorText: text};
}
