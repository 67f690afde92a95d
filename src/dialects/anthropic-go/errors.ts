import type {Evidence} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import type {Row} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';
import {isClaudeUrl} from '../urls.ts';

/** An unnamed status has no words, but the blank that would stand before them. */
const STATUS_ERROR =
  /(?:^|[\s:([])[A-Z]{3,7} "((?:[^"\\\n]|\\.){1,2048})": (\d{3})(?: ([A-Z][A-Za-z' -]{1,60}?))? {0,2}(?=\(Request-ID: |\{|<|$|\n|\r)(?:\(Request-ID: ([^)\s]{1,128})\) ?)?/;
const OLD_STREAM_ERROR = /received error while streaming: ?(?=\{)/;
/** net/http puts the method in other letters, and what the connection said behind the URL. */
const NO_ANSWER = /(?:^|[\s:([])(?:Post|Get) "((?:[^"\\\n]|\\.){1,2048})": ([^\n"]{1,500})/;
const TIMED_OUT = /deadline exceeded|[Tt]imeout/;
/** The application gave up, which says nothing of the answer. */
const GAVE_UP = /context canceled/;
/** The SDK hands these on as they are, so they say nothing of the call they stand for. */
const BARE = /(?:^|[:\n] ?)(unexpected EOF|context deadline exceeded(?: \([^)\n]{1,120}\))?)(?=\s*(?:$|\n))/;
const BAD_ANSWER = /(?:^|[\s:(])(error parsing response json: [^\n]+)/;

/** What the SDK's errors print, alone or inside an application's line. */
export const errorRows: readonly Row[] = [
  {
    id: 'go.err',
    title: 'An error with a status',
    marks: ['(Request-ID: ', '": 4', '": 5', '": 200 '],
    read: readStatusError,
    enriched: true,
  },
  {
    id: 'go.sse_old',
    title: 'An error event inside a stream, before 1.38',
    marks: ['received error while streaming: '],
    read: readStreamError,
    enriched: true,
  },
  {id: 'go.net', title: 'No answer', marks: ['Post "http', 'Get "http'], read: readNoAnswer, enriched: true},
  {
    id: 'go.bare',
    title: 'A timeout of the SDK, or a stream that broke off',
    marks: ['unexpected EOF', 'context deadline exceeded'],
    read: readBare,
    enriched: true,
  },
  {
    id: 'go.parse',
    title: 'An answer that is no JSON',
    marks: ['error parsing response json: '],
    read: readBadAnswer,
    enriched: true,
  },
];

function readStatusError(frame: Frame): Evidence | undefined {
  const found = STATUS_ERROR.exec(frame.text);
  if (!found || !isClaudeUrl(found[1] as string)) return undefined;
  const [whole, url, status, , id] = found;
  const rest = frame.text.slice(found.index + whole.length);
  const broken = status === '200' && hasClaudeBody(rest);
  return {
    row: 'go.err',
    phase: 'end',
    url,
    status,
    ids: {header: id},
    ...(broken && {stream: {broken}}),
    ...(rest.trim() !== '' && {errorText: rest}),
  };
}

function readStreamError({text}: Frame): Evidence | undefined {
  const found = OLD_STREAM_ERROR.exec(text);
  const body = found ? text.slice(found.index + found[0].length) : '';
  if (!hasClaudeBody(body)) return undefined;
  return {row: 'go.sse_old', phase: 'end', errorText: body, stream: {broken: true}};
}

function readNoAnswer({text}: Frame): Evidence | undefined {
  const found = NO_ANSWER.exec(text);
  if (!found || !isClaudeUrl(found[1] as string)) return undefined;
  const message = (found[2] as string).trim();
  if (GAVE_UP.test(message)) return undefined;
  const failure = TIMED_OUT.test(message) ? 'timeout' : 'connection_error';
  return {row: 'go.net', phase: 'end', url: found[1], failure, error: {message}};
}

function readBare(frame: Frame): Evidence | undefined {
  const message = BARE.exec(frame.text)?.[1];
  if (message === undefined || frame.context.language === 'python' || frame.context.language === 'node')
    return undefined;
  return {
    row: 'go.bare',
    phase: 'end',
    error: {message},
    ...(message === 'unexpected EOF' ? {stream: {broken: true}} : {failure: 'timeout'}),
    ...(!speaksOfClaude(frame) && {joinsOnly: true}),
  };
}

function readBadAnswer(frame: Frame): Evidence | undefined {
  const message = BAD_ANSWER.exec(frame.text)?.[1];
  if (message === undefined) return undefined;
  return {row: 'go.parse', phase: 'end', error: {message}, ...(!speaksOfClaude(frame) && {joinsOnly: true})};
}
