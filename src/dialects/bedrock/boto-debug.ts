import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, own, parse, text as textOf} from '../../util/json.ts';
import {readPython} from '../../util/literals/index.ts';
import type {Row} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';
import {messagesBody} from './converse.ts';

const MAKING = /^Making request for OperationModel\(name=(?:InvokeModel|Converse)\w{0,40}\) /;
const SENDING = /^Sending http request: <AWS\w*Request [^\n]{0,200}?url=([^,\s]{1,2048}), headers=(?=\{)/;
/** urllib3's line of every exchange; Bedrock's paths alone, since any HTTP client may run on urllib3. */
const ANSWERED = /^(https?:\/\/[^\s/"]{1,255}) "POST (\/model\/\S{1,2048}) HTTP\/[\d.]{1,4}" (\d{3}) /;
const RETRY = /^Retry needed, (?:retrying request after delay of|action of): ([\d.]{1,30}(?:e-\d{1,3})?)/;
const FAILED = /^Exception received when sending HTTP request\./;
const MS = 1000;

/** What botocore and urllib3 write at DEBUG, one row per template. */
export const botoDebug: readonly Row[] = [
  {id: 'boto.request', title: 'DEBUG: the request', marks: ['Making request for OperationModel'], read: readMaking},
  {id: 'boto.send', title: 'DEBUG: an attempt is sent', marks: ['Sending http request: <AWS'], read: readSending},
  {id: 'boto.answer', title: 'DEBUG of urllib3: an attempt was answered', marks: ['"POST /model/'], read: readAnswered},
  {id: 'boto.headers', title: 'DEBUG: response headers', marks: ['Response headers: {'], read: readHeaders},
  {id: 'boto.failed', title: 'DEBUG: no answer', marks: ['Exception received when sending'], read: readFailed},
  {id: 'boto.retry', title: 'DEBUG: another attempt follows', marks: ['Retry needed, '], read: readRetry},
];

/** The context at the end holds objects that have no literal, so that the parts are read by themselves. */
function readMaking({text}: Frame): Evidence | undefined {
  if (!MAKING.test(text)) return undefined;
  const url = /'url': '([^'\s]{1,2048})'/.exec(text)?.[1];
  if (url === undefined || !isClaudeUrl(url)) return undefined;
  const body = bodyOf(text);
  return {
    row: 'boto.request',
    phase: 'start',
    url,
    requestHeaders: partOf(text, "'headers': "),
    ...(body && {requestBody: messagesBody(body), bodyComplete: messagesBody(body) === body}),
    ...(body && messagesBody(body) !== body && {bodyKeysShown: true}),
  };
}

function readSending({text}: Frame): Evidence | undefined {
  const found = SENDING.exec(text);
  if (!found || !isClaudeUrl(found[1] as string)) return undefined;
  const headers = readPython(text, found[0].length)?.value;
  // One id for all attempts of a call.
  const callKey = isObject(headers) ? textOf(own(headers, 'amz-sdk-invocation-id')) : undefined;
  return {row: 'boto.send', phase: 'start', url: found[1], requestHeaders: headers, callKey};
}

function readAnswered({text}: Frame): Evidence | undefined {
  const found = ANSWERED.exec(text);
  if (!found) return undefined;
  const url = `${(found[1] as string).replace(/:443$/, '')}${found[2]}`;
  return isClaudeUrl(url) ? {row: 'boto.answer', phase: 'response', url, status: found[3]} : undefined;
}

/** Events of a stream have headers too, but only an answer has an id. */
function readHeaders({text}: Frame): Evidence | undefined {
  const start = text.indexOf('Response headers: {');
  if (start !== 0 || !/x-amzn-requestid/i.test(text)) return undefined;
  const headers = readPython(text, 'Response headers: '.length)?.value;
  return isObject(headers) ? {row: 'boto.headers', phase: 'detail', responseHeaders: headers} : undefined;
}

function readFailed({text}: Frame): Evidence | undefined {
  if (!FAILED.test(text)) return undefined;
  const last = /\n(?:\w+\.)*(\w+): [^\n]{0,4000}$/.exec(text)?.[1] ?? '';
  return {row: 'boto.failed', phase: 'detail', failure: last.includes('Timeout') ? 'timeout' : 'connection_error'};
}

/** Any client of botocore says so: it only goes on with a call that is open. */
function readRetry({text}: Frame): Evidence | undefined {
  const found = RETRY.exec(text);
  if (!found) return undefined;
  return {row: 'boto.retry', phase: 'retry', joinsOnly: true, retry: {again: true, delayMs: Number(found[1]) * MS}};
}

function partOf(text: string, key: string): unknown {
  const at = text.indexOf(key);
  return at < 0 ? undefined : readPython(text, at + key.length)?.value;
}

function bodyOf(text: string) {
  const at = text.indexOf("'body': ");
  const reading = at < 0 ? undefined : readPython(text, at + "'body': ".length);
  const body = reading?.complete && typeof reading.value === 'string' ? parse(reading.value) : undefined;
  return body !== undefined && isObject(body) ? body : undefined;
}
