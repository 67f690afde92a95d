import type {Evidence, Failure} from '../../calls/evidence.ts';
import {isOwnId} from '../../calls/request-id.ts';
import type {Frame} from '../../framing/frame.ts';
import {headersOf} from '../../util/headers.ts';
import {isObject, type Json, type JsonObject, own, text} from '../../util/json.ts';
import {readInspect} from '../../util/literals/index.ts';
import type {Row} from '../define.ts';
import {isChatUrl, isClaudeUrl} from '../urls.ts';

/** `[log_ab12cd, retryOf: log_…, request-id: "…", anthropic-workspace-id: "…"] rest` */
const HEAD =
  /^\[(log_[0-9a-f]{6})(?:, retryOf: (log_[0-9a-f]{6}))?(?:, request-id: "([^"]*)")?(?:, [\w-]+: "[^"]*")*\] /;
const ANSWERED = /^(\w+) (\S+) (succeeded|failed) with status (\d{3}) in (\d+)ms(?: - (.*))?/;
const UNANSWERED = /^connection (timed out|failed)(?: - | \()([^)\n{]*)/;
const RESPONSE_ERROR = /^response error \(([^)\n]*)\)/;
const LEFT = /(\d+) attempts? remaining/;

/** What the SDK's logger prints since 0.50.0; objects follow as util.inspect blocks or as fields of a JSON logger. */
export const logRows: readonly Row[] = [
  {id: 'ts.info', title: 'INFO: an attempt was answered', marks: [' with status '], read: readAnswered},
  {id: 'ts.net', title: 'INFO and DEBUG: an attempt got no answer', marks: ['] connection '], read: readUnanswered},
  {id: 'ts.dbg.req', title: 'DEBUG: an attempt is sent', marks: ['] sending request'], read: readRequest},
  {id: 'ts.dbg.err', title: 'DEBUG: an attempt was refused', marks: ['] response error ('], read: readResponseError},
  {id: 'ts.dbg.start', title: 'DEBUG: response headers', marks: ['] response start'], read: readResponseStart},
  {id: 'ts.dbg.ok', title: 'DEBUG: the answer', marks: ['] response parsed'], read: readParsed},
];

interface Head {
  readonly id: string;
  readonly callKey: string;
  readonly requestId: string | undefined;
  readonly rest: string;
}

/** The first log id of a call stands for the call: `retryOf` always names it. */
function readHead(line: string): Head | undefined {
  const found = HEAD.exec(line);
  if (!found) return undefined;
  const id = found[1] as string;
  return {id, callKey: found[2] ?? id, requestId: found[3], rest: line.slice(found[0].length)};
}

function readAnswered({text: line}: Frame): Evidence | undefined {
  const head = readHead(line);
  const found = head && ANSWERED.exec(head.rest);
  const whose = found && whoseUrl(found[2] as string);
  if (!head || !found || whose === 'others') return undefined;
  return {
    ...common(head, 'ts.info'),
    ...(whose === 'anyones' && {joinsOnly: true}),
    phase: 'response',
    url: found[2],
    status: found[4],
    elapsedMs: Number(found[5]),
    retry: found[3] === 'succeeded' ? {again: false} : retryOf(found[6] ?? ''),
  };
}

function readUnanswered(frame: Frame): Evidence | undefined {
  const head = readHead(frame.text);
  const found = head && UNANSWERED.exec(head.rest);
  if (!head || !found) return undefined;
  const details = detailsOf(frame);
  const failure: Failure = found[1] === 'timed out' ? 'timeout' : 'connection_error';
  const first = details === undefined ? undefined : text(own(details, 'retryOf'));
  return {
    ...common(head, details === undefined ? 'ts.net' : 'ts.dbg.net'),
    // The plain line never says which call it retries, so its own id is no proof that it is the first.
    callKey: first ?? (details === undefined ? undefined : head.id),
    phase: 'response',
    failure,
    ...(details && exchange(details)),
    retry: retryOf(found[2] ?? ''),
  };
}

function readRequest(frame: Frame): Evidence | undefined {
  const head = readHead(frame.text);
  if (!head) return undefined;
  const details = detailsOf(frame);
  if (details === undefined) return bare(head, 'ts.dbg.req');
  const url = text(own(details, 'url'));
  const options = own(details, 'options');
  const body = isObject(options) ? own(options, 'body') : undefined;
  const whose = url === undefined ? 'claudes' : whoseUrl(url);
  if (whose === 'others' || (whose === 'anyones' && !isClaudeModel(body))) return undefined;
  return {
    ...common(callOf(head, details), 'ts.dbg.req'),
    phase: 'start',
    url,
    requestHeaders: own(details, 'headers'),
    // A console shows the body two levels deep only: its parts are read, its whole is not there to hash.
    ...(isObject(body) && {requestBody: body, bodyComplete: frame.json !== undefined, bodyKeysShown: true}),
  };
}

function readResponseError(frame: Frame): Evidence | undefined {
  const head = readHead(frame.text);
  const found = head && RESPONSE_ERROR.exec(head.rest);
  if (!head || !found) return undefined;
  const details = detailsOf(frame);
  if (details === undefined) return bare(head, 'ts.dbg.err');
  return {
    ...common(callOf(head, details), 'ts.dbg.err'),
    phase: 'response',
    ...exchange(details),
    retry: retryOf(found[1] ?? ''),
  };
}

function readResponseStart(frame: Frame): Evidence | undefined {
  const head = readHead(frame.text);
  return head && readAnswer(head, 'ts.dbg.start', frame);
}

function readParsed(frame: Frame): Evidence | undefined {
  const head = readHead(frame.text);
  return head && readAnswer(head, 'ts.dbg.ok', frame);
}

function readAnswer(head: Head, row: string, frame: Frame): Evidence {
  const details = detailsOf(frame);
  return details === undefined
    ? bare(head, row)
    : {...common(callOf(head, details), row), phase: 'response', ...exchange(details)};
}

/** OpenAI's SDK prints the same lines (both are made by Stainless): what tells of Claude there is the model. */
function whoseUrl(url: string): 'claudes' | 'anyones' | 'others' {
  if (isClaudeUrl(url)) return 'claudes';
  return isChatUrl(url) ? 'anyones' : 'others';
}

/** An answer that has Claude's own id came from Claude, whoever's path it was asked under. */
function hasOwnId(headers: Json | undefined): boolean {
  const id = headersOf(headers)?.get('request-id');
  return id !== undefined && isOwnId(id);
}

const isClaudeModel = (body: Json | undefined): boolean =>
  isObject(body) && /claude|anthropic/i.test(text(own(body, 'model')) ?? '');

/** A logger that drops the object (pino) leaves nothing but the id, and no word of the call that is retried. */
const bare = (head: Head, row: string): Evidence => ({row, phase: 'detail', attemptKey: head.id});

/** In debug lines the object names the first attempt, not the head. */
const callOf = (head: Head, details: JsonObject): Head => ({
  ...head,
  callKey: text(own(details, 'retryOf')) ?? head.callKey,
});

function common(head: Head, row: string) {
  return {row, attemptKey: head.id, callKey: head.callKey, ids: {header: head.requestId}};
}

/** The object beside the message: fields of a JSON logger's entry, or the block that a console prints after it. */
function detailsOf(frame: Frame): JsonObject | undefined {
  if (frame.json !== undefined) return own(frame.json, 'url') === undefined ? undefined : frame.json;
  const brace = frame.text.indexOf('{');
  const block = brace < 0 ? undefined : readInspect(frame.text, brace);
  return block && isObject(block.value) ? block.value : undefined;
}

function exchange(details: JsonObject): Partial<Evidence> {
  const url = text(own(details, 'url'));
  const headers = own(details, 'headers');
  const body = own(details, 'body');
  const elapsed = own(details, 'durationMs');
  const message = text(own(details, 'message'));
  return {
    url,
    ...(url !== undefined && whoseUrl(url) !== 'claudes' && !hasOwnId(headers) && {joinsOnly: true}),
    status: own(details, 'status'),
    responseHeaders: headers,
    ...(isObject(body) && {responseBody: body}),
    ...(typeof elapsed === 'number' && {elapsedMs: elapsed}),
    // A JSON logger's message is the line itself, not the details'.
    ...(message !== undefined && !message.startsWith('[log_') && message.includes('{') && {errorText: message}),
  };
}

function retryOf(words: string): Evidence['retry'] {
  const left = LEFT.exec(words)?.[1];
  if (left !== undefined && words.startsWith('retrying')) return {again: true, remaining: Number(left)};
  return words.startsWith('error') ? {again: false, remaining: 0} : undefined;
}
