import {readErrorBody} from '../../calls/error-body.ts';
import type {Evidence} from '../../calls/evidence.ts';
import {findErrorBody, isClaudeBody, isErrorBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {OFFICIAL_TYPES} from '../../spec/error-types.ts';
import {isObject, own, text} from '../../util/json.ts';
import {defineDialect} from '../define.ts';

/** An entry with other keys than a body's is an application's, which has more to say. */
const BODY_KEYS = new Set(['type', 'error', 'request_id', 'message', 'code', 'param', 'status', 'detail', 'metadata']);
/** `curl --trace` cuts what it shows into lines of 64 bytes: no line holds a whole body. */
const DUMP_LINE = /^[\da-f]{4,8}: /;
/** `error=HTTP 500 api_error: words (request_id: …)`: what openclaw makes of a body, as others may. */
const SENTENCE = new RegExp(
  `(?:^|[=:] ?)HTTP (\\d{3}) (${Object.keys(OFFICIAL_TYPES).join('|')}): ([^\\n]{1,2000}?)(?: \\(request_id: ([\\w-]{8,128})\\))?(?:\\n|$)`,
);
const DATA_LINE = /^(?:data|event): ?/;

/** The API's own error body, wherever it stands: alone, in a stream, in somebody's sentence. And the bare answer. */
export default defineDialect({
  id: 'raw-body',
  title: 'A body of the API: an error anywhere, an answer alone',
  origin: 'platform.claude.com/docs/en/api/errors',
  // What the names of all official types end in, the one that does not, and what every answer has.
  keywords: ['_error', 'request_too_large', 'stop_reason'],
  rows: [
    {id: 'raw.json', title: 'the body is the entry', read: readJson},
    {id: 'raw.sse', title: 'an error event of a raw stream', marks: ['data:'], read: readStream},
    {id: 'raw.message', title: 'the answer is the entry', names: ['stop_reason'], read: readMessage},
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

/** What `curl` alone prints when all went well. */
function readMessage({json}: Frame): Evidence | undefined {
  if (json === undefined || own(json, 'type') !== 'message' || own(json, 'role') !== 'assistant') return undefined;
  const model = text(own(json, 'model'));
  if (model === undefined || !/claude/i.test(model) || !isObject(own(json, 'usage'))) return undefined;
  return {row: 'raw.message', phase: 'end', responseBody: json};
}

function readSentence({text}: Frame): Evidence | undefined {
  const [, status, type, message, id] = SENTENCE.exec(text.slice(0, 4096)) ?? [];
  if (status === undefined) return undefined;
  return {row: 'raw.words', phase: 'end', status, error: {type, message}, ids: {body: id}};
}

function readText({text: source}: Frame): Evidence | undefined {
  if (DUMP_LINE.test(source)) return undefined;
  const found = findErrorBody(source);
  if (!found || !readErrorBody(found.body).claude) return undefined;
  return {row: 'raw.body', phase: 'end', errorText: source};
}
