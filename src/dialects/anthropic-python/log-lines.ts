import {clientOfStack} from '../../calls/client.ts';
import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, own, text} from '../../util/json.ts';
import {readPython} from '../../util/literals/index.ts';
import type {Row} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

const HTTPX = /(?:^|[\s|])HTTP Request: ([A-Z]+) (\S+) "HTTP\/[\d.]+ (\d{3}) ?[^"]*"/;
const OLD_ASYNC = /^HTTP Request: ([A-Z]+) (\S+) "(\d{3}) [^"]*"/;
const RESPONSE = /^HTTP Response: ([A-Z]+) (\S+) "(\d{3}) ?[^"]*" (?=Headers\()/;
const RETRY = /^Retrying request to (\S+) in ([\d.]+) seconds/;
const REQUEST_ID = /^request_id: (req_\w+)/;
const SENDING = /^Sending HTTP Request: ([A-Z]+) (\S+)/;
const TIMEOUT = /^Encountered httpx\d?\.TimeoutException/;
const NO_ANSWER = /^Encountered (?:Exception|httpx\d?\.\w*Error)/;
const STATUS_ERROR = /^Encountered httpx\d?\.HTTPStatusError/;
const BODY_KEY = "'json_data': ";
const MS = 1000;

/** What the SDK, httpx and httpcore write through logging, one row per template. */
export const logRows: readonly Row[] = [
  {
    id: 'py.reqopt',
    title: 'DEBUG: the request before an attempt',
    marks: ['Request options: '],
    read: readRequestOptions,
  },
  {id: 'py.send', title: 'DEBUG: an attempt is sent', marks: ['Sending HTTP Request: '], read: readSending},
  {
    id: 'hc.hdr',
    title: 'DEBUG of httpcore: response headers',
    marks: ['receive_response_headers.complete'],
    read: readHttpcore,
  },
  {
    id: 'hc.failed',
    title: 'DEBUG of httpcore: no headers, or no whole body',
    marks: ['.failed exception='],
    read: readFailed,
  },
  {id: 'httpx.info', title: 'INFO of httpx: an attempt was answered', marks: ['HTTP Request: '], read: readHttpx},
  {id: 'py.async_old', title: 'DEBUG of the async client before 0.50', marks: ['HTTP Request: '], read: readOldAsync},
  {id: 'py.resp', title: 'DEBUG: an attempt was answered', marks: ['HTTP Response: '], read: readResponse},
  {id: 'py.rid', title: 'DEBUG: the id of the answer', marks: ['request_id: req_'], read: readRequestId},
  {
    id: 'py.encountered',
    title: 'DEBUG: an attempt ended in an exception',
    marks: ['Encountered '],
    read: readEncountered,
  },
  {id: 'py.retry', title: 'INFO: another attempt follows', marks: ['Retrying request to '], read: readRetry},
];

function readRequestOptions({text: line}: Frame): Evidence | undefined {
  const start = line.indexOf('Request options: ');
  const options = start < 0 ? undefined : readPython(line, start + 'Request options: '.length);
  if (!options || !isObject(options.value)) return undefined;
  const url = text(own(options.value, 'url'));
  if (url === undefined || !isClaudeUrl(url)) return undefined;
  const {body, whole, closed} = bodyOf(line, start);
  return {
    row: 'py.reqopt',
    phase: 'start',
    url,
    callKey: text(own(options.value, 'idempotency_key')),
    ...(body && {requestBody: body, bodyComplete: whole, bodyKeysShown: closed}),
  };
}

/** Read by itself: other options hold objects that have no literal, which says nothing about the body. */
function bodyOf(line: string, start: number) {
  const at = line.indexOf(BODY_KEY, start);
  const reading = at < 0 ? undefined : readPython(line, at + BODY_KEY.length);
  if (!reading || !isObject(reading.value)) return {body: undefined, whole: false, closed: false};
  return {body: reading.value, whole: reading.complete, closed: reading.end < line.length};
}

function readSending({text: line}: Frame): Evidence | undefined {
  const found = SENDING.exec(line);
  return found && isClaudeUrl(found[2] as string) ? {row: 'py.send', phase: 'detail', url: found[2]} : undefined;
}

function readHttpx({text: line}: Frame): Evidence | undefined {
  const found = HTTPX.exec(line);
  if (!found || !isClaudeUrl(found[2] as string)) return undefined;
  return {row: 'httpx.info', phase: 'response', url: found[2], status: found[3]};
}

/** The same exchange as httpx's own line, so it never counts as another attempt. */
function readOldAsync({text: line}: Frame): Evidence | undefined {
  const found = OLD_ASYNC.exec(line);
  if (!found || !isClaudeUrl(found[2] as string)) return undefined;
  return {row: 'py.async_old', phase: 'response', url: found[2], status: found[3]};
}

function readResponse({text: line}: Frame): Evidence | undefined {
  const found = RESPONSE.exec(line);
  if (!found || !isClaudeUrl(found[2] as string)) return undefined;
  const headers = readPython(line, found[0].length);
  return {row: 'py.resp', phase: 'response', url: found[2], status: found[3], responseHeaders: headers?.value};
}

/** `(b'HTTP/1.1', 429, b'Too Many Requests', [(name, value), …])`; HTTP/2 has no version and no reason. */
function readHttpcore({text: line}: Frame): Evidence | undefined {
  const start = line.indexOf('return_value=(');
  const tuple = start < 0 ? undefined : readPython(line, start + 'return_value='.length);
  if (!tuple || !Array.isArray(tuple.value)) return undefined;
  const status = tuple.value.find((part) => typeof part === 'number');
  const headers = tuple.value.find((part) => Array.isArray(part));
  // httpcore does not say where it called: the line only adds to a call that others opened.
  return {row: 'hc.hdr', phase: 'detail', status, responseHeaders: headers};
}

/** The SDK or the application says the same again, in words of its own. */
function readFailed({text: line}: Frame): Evidence | undefined {
  if (!/^(?:receive_response_\w+|connect_tcp|start_tls)\.failed exception=/.test(line)) return undefined;
  return {row: 'hc.failed', phase: 'detail', ...(line.includes('peer closed connection') && {stream: {broken: true}})};
}

function readRequestId({text: line}: Frame): Evidence | undefined {
  const id = REQUEST_ID.exec(line)?.[1];
  return id === undefined ? undefined : {row: 'py.rid', phase: 'detail', ids: {header: id}};
}

function readEncountered({text: line}: Frame): Evidence | undefined {
  const common = {row: 'py.encountered', phase: 'detail', sdk: clientOfStack(line)} as const;
  if (STATUS_ERROR.test(line)) return common;
  if (TIMEOUT.test(line)) return {...common, failure: 'timeout'};
  return NO_ANSWER.test(line) ? {...common, failure: 'connection_error'} : undefined;
}

function readRetry({text: line}: Frame): Evidence | undefined {
  const found = RETRY.exec(line);
  if (!found || !isClaudeUrl(found[1] as string)) return undefined;
  return {row: 'py.retry', phase: 'retry', url: found[1], retry: {again: true, delayMs: Number(found[2]) * MS}};
}
