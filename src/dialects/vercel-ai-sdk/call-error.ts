import type {Evidence, Failure} from '../../calls/evidence.ts';
import {isClaudeBody, isErrorBody} from '../../calls/find-body.ts';
import {isOwnId} from '../../calls/request-id.ts';
import {headersOf} from '../../util/headers.ts';
import {isObject, type Json, type JsonObject, own, parseObject, text} from '../../util/json.ts';
import {readLiteral} from '../../util/literals/index.ts';
import {isClaudeUrl} from '../urls.ts';

/** `AI_APICallError: ` in front of a message, with the class before it when util.inspect printed it. */
const NAME = /^(?:\w{1,100} )?\[?AI_\w{1,100}Error\]?: /;
const TIMEOUT = /time[d ]?-?out|_TIMEOUT\b|ETIMEDOUT/i;
const CLAUDE = /claude|anthropic/i;
/** What printers put where they stop: a body with one of these in it is not whole. */
const CUT = /"(?:\[(?:Object|Array|Circular|\.{3})[^"\]]{0,20}\]|\.{3} \d+ [^"]{0,60})"/;

/** What one error of a call says, in any printed form. */
export function callErrorParts(error: JsonObject): Omit<Evidence, 'row' | 'phase'> {
  const request = own(error, 'requestBodyValues');
  const status = own(error, 'statusCode') ?? null;
  const answer = answerOf(error);
  const message = messageOf(error);
  const isStream = isObject(request) && own(request, 'stream') === true;
  const broken = status === 200 && isStream && answer.responseBody === undefined;
  return {
    url: text(own(error, 'url')),
    ...(isObject(request) && {requestBody: request, bodyKeysShown: true, bodyComplete: isWhole(request)}),
    status,
    responseHeaders: own(error, 'responseHeaders'),
    ...answer,
    error: {name: text(own(error, 'name')), message: broken ? (causeOf(error) ?? message) : message},
    ...(status === null && {failure: failureOf(error, message ?? '')}),
    ...(broken && {stream: {broken}}),
  };
}

/** The words of the error itself: a logger may have put its own in front, or a cause's behind. */
export function messageOf(error: JsonObject): string | undefined {
  const head = text(own(error, 'stack'))?.split('\n', 1)[0] ?? text(own(error, 'message')) ?? '';
  return text((NAME.test(head) ? head : (text(own(error, 'message')) ?? '')).replace(NAME, '').trim());
}

/** Whether an error shows that Claude was asked; undefined when it shows nothing of whom. */
export function asksClaude(error: JsonObject): boolean | undefined {
  const url = text(own(error, 'url'));
  if (url !== undefined && isClaudeUrl(url)) return true;
  const request = own(error, 'requestBodyValues');
  const model = isObject(request) ? text(own(request, 'model')) : undefined;
  if (model !== undefined) return CLAUDE.test(model);
  const id = headersOf(own(error, 'responseHeaders'))?.get('request-id');
  if (id !== undefined && isOwnId(id)) return true;
  const body = bodyOf(error);
  if (body !== undefined && isClaudeBody(body)) return true;
  return url === undefined ? undefined : CLAUDE.test(url);
}

function answerOf(error: JsonObject): Pick<Evidence, 'responseBody' | 'errorText'> {
  const body = bodyOf(error);
  if (body !== undefined && isErrorBody(body)) return {responseBody: body};
  const raw = text(own(error, 'responseBody'));
  // A proxy's page names itself; any other text is the answer's content.
  return raw !== undefined && /^\s{0,9}<(?:html|!doctype)/i.test(raw) ? {errorText: raw} : {};
}

/** The body as it came, else what the SDK made of it. */
function bodyOf(error: JsonObject): JsonObject | undefined {
  const raw = own(error, 'responseBody');
  const parsed = typeof raw === 'string' ? (parseObject(raw) ?? cutObject(raw)) : isObject(raw) ? raw : undefined;
  const data = own(error, 'data');
  return parsed ?? (isObject(data) ? data : undefined);
}

function cutObject(raw: string): JsonObject | undefined {
  const value: Json | undefined = /^\s{0,9}\{/.test(raw) ? readLiteral(raw)?.value : undefined;
  return isObject(value) ? value : undefined;
}

/** What undici and the socket say below; the answer's own text is never looked at. */
function causeOf(error: JsonObject): string | undefined {
  const cause = own(error, 'cause');
  const message = isObject(cause) ? text(own(cause, 'message')) : undefined;
  return message?.replace(/^\w{1,100}Error: /, '');
}

function failureOf(error: JsonObject, message: string): Failure {
  const cause = own(error, 'cause');
  const code = isObject(cause) ? text(own(cause, 'code')) : undefined;
  return TIMEOUT.test(message) || TIMEOUT.test(code ?? '') ? 'timeout' : 'connection_error';
}

const isWhole = (body: JsonObject): boolean =>
  Array.isArray(own(body, 'messages')) && !CUT.test(JSON.stringify(body)) && !hasHole(own(body, 'messages'));

/** util.inspect's `[Object]` is read as a hole. */
const hasHole = (list: Json | undefined): boolean =>
  Array.isArray(list) && list.some((item: Json) => item === null || (isObject(item) && Object.keys(item).length < 2));
