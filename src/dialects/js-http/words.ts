import type {Evidence, Failure} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, type JsonObject, own, parseObject, text} from '../../util/json.ts';
import {readInspect} from '../../util/literals/index.ts';
import type {Row} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

/**
 * axios `Request failed with status code 429`, ky `Request failed with status code 429 Too Many Requests: POST URL`,
 * got `Response code 429 (Too Many Requests)`, ofetch `[POST] "URL": 429 Too Many Requests`.
 */
const STATUS =
  /\b(?:Request failed with status(?: code)?|Response code) (\d{3})\b(?:(?: \([^)\n]{0,60}\)| [A-Z][\w' -]{0,60})?: [A-Z]{3,7} (\S{1,2048}))?|\[POST\] "([^"\s]{1,2048})": (\d{3})\b/;
const NO_ANSWER =
  /\b(?:Axios)?Error: (timeout of \d{1,9}ms exceeded|Network Error|socket hang up|(?:connect|read|write) E[A-Z]{3,20}\b[^\n]{0,200})/;
const FETCH_FAILED = /\bTypeError: fetch failed/;
const ABORTED = /(?:^|[\s[])TimeoutError\]?: (The operation was aborted due to timeout|Request timed out[^\n]{0,200})/;
const TIMEOUT = /timeout|timed out|_TIMEOUT\b|ETIMEDOUT/i;
/** Paths may hold such a word by chance: only the sentence in front of the stack counts. */
const CLAUDE = /\b(?:claude|anthropic)\b/i;
const MAX_CAUSES = 4;

/** What is left when only an error's text was logged: proof of Claude must stand in the same sentence. */
export const wordRows: readonly Row[] = [
  {
    id: 'http.status',
    title: 'axios, got, ky, ofetch: the sentence with the status',
    marks: ['Request failed with status', 'Response code ', '[POST] "'],
    read: readStatus,
    enriched: true,
  },
  {
    id: 'http.none',
    title: 'axios, node:http: no answer',
    marks: ['AxiosError: ', 'Error: connect E', 'Error: read E', 'Error: write E', 'Error: socket hang up'],
    read: readNoAnswer,
    enriched: true,
  },
  {
    id: 'fetch.failed',
    title: 'fetch: no answer, with the causes below',
    marks: ['TypeError: fetch failed'],
    read: readFetchFailed,
    enriched: true,
  },
  {
    id: 'fetch.timeout',
    title: "fetch: the signal's time was up",
    marks: ['TimeoutError'],
    read: readAborted,
    enriched: true,
  },
];

function readStatus(frame: Frame): Evidence | undefined {
  const found = STATUS.exec(sentence(frame));
  if (!found) return undefined;
  const url = found[2] ?? found[3];
  if (url === undefined ? !speaksOfClaude(frame) : !isClaudeUrl(url)) return undefined;
  return {
    row: 'http.status',
    phase: 'end',
    url,
    status: found[1] ?? found[4],
    error: {message: found[0].replace(/:? [A-Z]{3,7} \S+$/, '')},
    ...exchangeOf(frame),
  };
}

/** What got and ky print below: the body as it was sent, and the head of the answer. */
function exchangeOf({text: whole}: Frame): Pick<Evidence, 'requestBody' | 'bodyComplete' | 'responseHeaders'> {
  const start = whole.search(/\bHTTPError: /);
  const error = start < 0 ? undefined : readInspect(whole, start)?.value;
  if (!isObject(error)) return {};
  const options = own(error, 'options');
  const body = isObject(options) ? parseObject(text(own(options, 'body')) ?? '') : undefined;
  const response = own(error, 'response');
  const headers = isObject(response) ? own(response, 'headers') : undefined;
  return {
    ...(body !== undefined && {requestBody: body, bodyComplete: true}),
    ...(headers !== undefined && {responseHeaders: headers}),
  };
}

function readNoAnswer(frame: Frame): Evidence | undefined {
  const message = NO_ANSWER.exec(sentence(frame))?.[1];
  if (message === undefined || !speaksOfClaude(frame)) return undefined;
  return {row: 'http.none', phase: 'end', status: null, failure: failureOf(message), error: {message}};
}

function readFetchFailed(frame: Frame): Evidence | undefined {
  // As the cause of another error it is that error's affair.
  const found = FETCH_FAILED.exec(sentence(frame));
  if (!found || !speaksOfClaude(frame)) return undefined;
  const {code = '', message = 'fetch failed'} = innermost(frame, found.index);
  return {
    row: 'fetch.failed',
    phase: 'end',
    status: null,
    failure: failureOf(`${code} ${message}`),
    error: {message},
  };
}

function readAborted(frame: Frame): Evidence | undefined {
  const message = ABORTED.exec(sentence(frame))?.[1];
  if (message === undefined || !speaksOfClaude(frame)) return undefined;
  return {row: 'fetch.timeout', phase: 'end', status: null, failure: 'timeout', error: {message}};
}

interface Cause {
  readonly code?: string;
  readonly message?: string;
}

/** fetch says only that it failed; its cause says why, sometimes through a list of attempts at several addresses. */
function innermost(frame: Frame, start: number): Cause {
  const {json} = frame;
  const printed = json === undefined ? readInspect(frame.text, start)?.value : (own(json, 'err') ?? json);
  let error: JsonObject | undefined = isObject(printed) ? printed : undefined;
  let known: Cause = {};
  for (let depth = 0; error !== undefined && depth < MAX_CAUSES; depth++) {
    const inner: unknown = own(error, 'cause') ?? first(own(error, 'errors'));
    error = isObject(inner) ? inner : undefined;
    if (error === undefined) break;
    const message = text(own(error, 'message'))?.replace(/^\w{0,100}Error(?: \[\w{1,60}\])?: ?/, '');
    const code = text(own(error, 'code'));
    known = {...known, ...(code !== undefined && {code}), ...(message && {message})};
  }
  return known;
}

const first = (list: unknown): unknown => (Array.isArray(list) ? list[0] : undefined);

const failureOf = (words: string): Failure => (TIMEOUT.test(words) ? 'timeout' : 'connection_error');

/** What stands above the stack. */
const sentence = ({text: whole}: Frame): string =>
  whole.slice(0, 4096).split(/\n {4,8}at |\n {2}\[cause\]: /, 1)[0] ?? '';

const speaksOfClaude = (frame: Frame): boolean =>
  CLAUDE.test(sentence(frame)) || CLAUDE.test(frame.context.logger ?? '');
