import type {Evidence, Failure} from '../../calls/evidence.ts';
import {isErrorBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {headersOf} from '../../util/headers.ts';
import {isObject, type Json, type JsonObject, own, parseObject, text} from '../../util/json.ts';
import type {Row} from '../define.ts';
import {printedError} from '../printed-error.ts';
import {isClaudeUrl} from '../urls.ts';

/** Up to 0.26 the class is `Error`. */
const HEAD = /(?<![\w.])(?:AxiosError|Error)(?: \[\w{1,60}\])?: /;
const TIMEOUT = /^(?:timeout of |.{0,60}timed out)|^(?:ECONNABORTED|ETIMEDOUT)$/;
/** Codes that say that no answer came; a call that the application took back is none of them. */
const UNANSWERED = /^E(?:RR_NETWORK|CONN|TIMEDOUT|AI_AGAIN|NOTFOUND|PIPE|HOSTUNREACH|NETUNREACH)/;
const CLAUDE = /claude|anthropic/i;

/** The error that axios throws carries the whole exchange: what was sent, and what came back. */
export const axiosRow: Row = {
  id: 'axios.err',
  title: 'axios: the error with its request and its answer, as inspect, a JSON logger or toJSON print it',
  marks: ['AxiosError', 'isAxiosError', 'xsrfCookieName'],
  names: ['isAxiosError', 'xsrfCookieName', 'config'],
  read: readAxios,
  enriched: true,
};

function readAxios(frame: Frame): Evidence | undefined {
  const error = printedError(frame, HEAD, isAxiosError);
  if (error === undefined) return undefined;
  const config = own(error, 'config') as JsonObject;
  const body = requestOf(config);
  const response = own(error, 'response');
  const answer = isObject(response) ? response : {};
  const url = urlOf(config);
  if (!asksClaude(url, body, config)) return undefined;
  const status = own(answer, 'status') ?? own(error, 'status') ?? null;
  const failure = status === null ? failureOf(error) : undefined;
  if (status === null && failure === undefined) return undefined;
  return {
    row: 'axios.err',
    phase: 'end',
    url,
    requestHeaders: own(config, 'headers'),
    ...(body !== undefined && {requestBody: body, bodyComplete: true}),
    status,
    responseHeaders: own(answer, 'headers'),
    ...answerOf(own(answer, 'data')),
    error: {name: text(own(error, 'name')), message: messageOf(error)},
    ...(failure !== undefined && {failure}),
  };
}

/** The configuration is what no other error has. */
function isAxiosError(error: JsonObject): boolean {
  const config = own(error, 'config');
  if (!isObject(config) || typeof own(config, 'url') !== 'string') return false;
  return own(error, 'isAxiosError') === true || own(config, 'xsrfCookieName') !== undefined;
}

/** Only a string is what was sent; an object may have been changed since. */
function requestOf(config: JsonObject): JsonObject | undefined {
  const data = own(config, 'data');
  return typeof data === 'string' ? parseObject(data) : undefined;
}

function urlOf(config: JsonObject): string {
  const url = own(config, 'url') as string;
  const base = text(own(config, 'baseURL'));
  return base === undefined || /^[a-z]+:\/\//i.test(url) ? url : `${base.replace(/\/$/, '')}/${url.replace(/^\//, '')}`;
}

function asksClaude(url: string, body: JsonObject | undefined, config: JsonObject): boolean {
  if (isClaudeUrl(url)) return true;
  const model = body && text(own(body, 'model'));
  if (model !== undefined) return CLAUDE.test(model);
  return headersOf(own(config, 'headers'))?.get('anthropic-version') !== undefined;
}

/** The answer as axios parsed it; a page or a stream's text came unparsed. */
function answerOf(data: Json | undefined): Pick<Evidence, 'responseBody' | 'errorText'> {
  const body = typeof data === 'string' ? parseObject(data) : isObject(data) ? data : undefined;
  if (body !== undefined && isErrorBody(body)) return {responseBody: body};
  return typeof data === 'string' && /^\s{0,9}<(?:html|!doctype)/i.test(data) ? {errorText: data} : {};
}

/** A logger puts its own words in front of the message; the stack begins with the message alone. */
function messageOf(error: JsonObject): string | undefined {
  const head = text(own(error, 'stack'))?.split('\n', 1)[0] ?? text(own(error, 'message'));
  return head?.replace(/^(?:Axios)?Error(?: \[\w{1,60}\])?: /, '');
}

function failureOf(error: JsonObject): Failure | undefined {
  const code = text(own(error, 'code')) ?? '';
  if (TIMEOUT.test(code) || TIMEOUT.test(messageOf(error) ?? '')) return 'timeout';
  return UNANSWERED.test(code) ? 'connection_error' : undefined;
}
