import type {Evidence, Failure} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, own, text as textOf} from '../../util/json.ts';
import {readJson} from '../../util/literals/index.ts';
import {defineDialect} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';
import {isClaudeUrl} from '../urls.ts';
import {wireRows} from './wire.ts';

const STATUS = /\bHTTP status (?:client|server) error \((\d{3})(?: [^()\n]{0,60})?\) for url \((\S{1,2048})\)/;
const SENDING = /\berror sending request(?: for url \((\S{1,2048})\))?/;
const BODY = /\berror (?:decoding response body: error )?reading a body from connection(?:: [^\n]+)?/;
const DEBUG = /\breqwest::Error \{ kind: (\w{1,30})(?:\((\d{3})[^)\n]{0,40}\))?(?:, url: "([^"\s]{1,2048})")?/;
/** What stands below: `caused by` in Display and Debug. */
const TIMEOUT = /operation timed out|\bTimedOut\b|deadline has elapsed/;
const CONNECTION =
  /\(Connect\)|\(SendRequest\)|ConnectError|connect error|dns error|[Cc]onnection (?:refused|reset|closed)|IncompleteMessage|broken pipe/;
const RESPONSE = /\bResponse \{ url: "([^"\s]{1,2048})", status: (\d{3}), headers: (?=\{)/;
/** How a status prints itself in front of the body: `error (502 Bad Gateway): <html>`. */
const REFUSED = /\((\d{3}) [A-Z][A-Za-z' -]{1,40}\): (?=[{<])/;
const PAYLOAD = /\brequest failed with status:? (\d{3})\b[^{}\n]{0,100}\bPayload: (?=\{)/i;

export default defineDialect({
  id: 'reqwest',
  title: "Rust's reqwest: its errors and responses, Display and Debug, and its trace",
  origin: 'seanmonstar/reqwest src/error.rs, src/async_impl/response.rs; run at 0.12.28 with hyper-util 0.1.21',
  keywords: [
    'HTTP status client error',
    'HTTP status server error',
    'error sending request',
    'reading a body from connection',
    'reqwest::Error',
    'Response { url: ',
    'Payload: {',
    'API error (',
    'connect::verbose',
  ],
  rows: [
    ...wireRows,
    {
      id: 'rq.status',
      title: 'An answer with an error status',
      marks: ['HTTP status '],
      read: readStatus,
      enriched: true,
    },
    {
      id: 'rq.debug',
      title: 'An error, printed with {:?}',
      marks: ['reqwest::Error {'],
      read: readDebug,
      enriched: true,
    },
    {
      id: 'rq.send',
      title: 'No answer',
      marks: ['error sending request'],
      read: readSending,
      enriched: true,
    },
    {
      id: 'rq.body',
      title: 'The answer broke off',
      marks: ['reading a body from connection'],
      read: readBody,
      enriched: true,
    },
    {id: 'rq.resp', title: 'A response, printed with {:?}', marks: ['Response { url: '], read: readResponse},
    {
      id: 'rq.refused',
      title: 'A status and the body behind it, as applications format them',
      marks: ['): {', '): <'],
      read: readRefused,
      enriched: true,
    },
    {
      id: 'rq.payload',
      title: 'goose: a refused request and what was sent',
      marks: ['Payload: {'],
      read: readPayload,
    },
  ],
});

function readStatus({text}: Frame): Evidence | undefined {
  const found = STATUS.exec(text);
  if (!found || !isClaudeUrl(found[2] as string)) return undefined;
  return {row: 'rq.status', phase: 'end', url: found[2], status: found[1], error: {message: messageOf(found[0])}};
}

function readDebug(frame: Frame): Evidence | undefined {
  const [, kind, status, url] = DEBUG.exec(frame.text) ?? [];
  if (kind === undefined || (url !== undefined && !isClaudeUrl(url))) return undefined;
  const common = {row: 'rq.debug', phase: 'end', ...(url !== undefined && {url})} as const;
  const joinsOnly = url === undefined && !speaksOfClaude(frame);
  if (status !== undefined) return url === undefined ? undefined : {...common, status, error: {}};
  const failure = failureOf(frame.text);
  if (kind === 'Body' || / hyper::Error\(Body\b/.test(frame.text))
    return {...common, stream: {broken: true}, error: {}, ...(joinsOnly && {joinsOnly})};
  return {...common, error: {name: 'Error'}, ...(failure && {failure}), ...(joinsOnly && {joinsOnly})};
}

/** Display leaves the cause to the caller: without it nothing tells a timeout from a lost connection. */
function readSending(frame: Frame): Evidence | undefined {
  const found = SENDING.exec(frame.text);
  const url = found?.[1];
  if (!found || (url !== undefined && !isClaudeUrl(url))) return undefined;
  const failure = failureOf(frame.text);
  const proven = url !== undefined || speaksOfClaude(frame);
  return {
    row: 'rq.send',
    phase: 'end',
    ...(url !== undefined && {url}),
    ...(failure && {failure}),
    error: {message: causeOf(frame.text, found) ?? 'error sending request'},
    ...(!proven && {joinsOnly: true}),
  };
}

function readBody(frame: Frame): Evidence | undefined {
  const message = BODY.exec(frame.text)?.[0];
  if (message === undefined) return undefined;
  return {
    row: 'rq.body',
    phase: 'end',
    stream: {broken: true},
    error: {message},
    ...(!speaksOfClaude(frame) && {joinsOnly: true}),
  };
}

function readResponse({text}: Frame): Evidence | undefined {
  const found = RESPONSE.exec(text);
  if (!found || !isClaudeUrl(found[1] as string)) return undefined;
  const headers = readJson(text, found.index + found[0].length);
  return {
    row: 'rq.resp',
    phase: 'response',
    url: found[1],
    status: found[2],
    ...(headers && isObject(headers.value) && {responseHeaders: headers.value}),
  };
}

function readRefused(frame: Frame): Evidence | undefined {
  const {language} = frame.context;
  const found = language === undefined || language === 'rust' ? REFUSED.exec(frame.text) : null;
  if (!found) return undefined;
  const errorText = frame.text.slice(found.index + found[0].length);
  const proven = hasClaudeBody(errorText) || speaksOfClaude(frame);
  return {row: 'rq.refused', phase: 'end', status: found[1], errorText, ...(!proven && {joinsOnly: true})};
}

function readPayload({text}: Frame): Evidence | undefined {
  const found = PAYLOAD.exec(text);
  const reading = found && readJson(text, found.index + found[0].length);
  if (!reading || !isObject(reading.value)) return undefined;
  const model = textOf(own(reading.value, 'model'));
  if (model === undefined || !/claude/i.test(model)) return undefined;
  return {
    row: 'rq.payload',
    phase: 'end',
    status: found[1],
    error: {},
    requestBody: reading.value,
    bodyComplete: reading.complete,
  };
}

function failureOf(text: string): Failure | undefined {
  if (TIMEOUT.test(text)) return 'timeout';
  return CONNECTION.test(text) ? 'connection_error' : undefined;
}

const messageOf = (printed: string): string => printed.replace(/ for url \(\S+\)$/, '');

/** The chain of causes behind the words: `…: client error (Connect): tcp connect error: …`. */
function causeOf(text: string, {0: words, index}: RegExpExecArray): string | undefined {
  const rest = /^: ([^\n]+)/.exec(text.slice(index + words.length))?.[1];
  return rest === undefined ? undefined : `error sending request: ${rest.trim()}`;
}
