import type {Evidence} from '../../calls/evidence.ts';
import {findErrorBody, isClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {defineDialect} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';
import {isClaudeUrl} from '../urls.ts';
import {statusOfName} from './statuses.ts';

const STATUS = /\bStatus Code: ([A-Za-z]{2,40}|\d{3})(?=\s|$)/;
const CLASS = /\bAnthropic\.(?:\w+\.)*(\w+Exception)\b/;
const EVENT = "SSE error returned from server: '";
const IO = /\bAnthropic\.(?:\w+\.)*\w*IOException: I\/O [Ee]xception/;
const INNER = /---> (?:\w+\.)*(\w+Exception)(?: \([^)\n]{1,20}\))?: ([^\n]+)/;
/** A frame of the stack: one blank is enough to find it, more would make a long run of blanks dear. */
const STACK = /\sat [A-Z]\w*\.|\r/;
const CANCELLED =
  /The request was canceled due to the configured HttpClient\.Timeout of [\d.]{1,10} seconds elapsing\./;
const IN_SDK = /\sat Anthropic\.|\bAnthropic\.Exceptions\./;
/** IHttpClientFactory's loggers: the whole request with its retries, and each attempt. */
const SENDING = /(?:^|\n\s{0,8})Sending HTTP request (?:HttpMethod )?([A-Z]{3,10}) (\S{1,2048})/;
const RECEIVED = /(?:^|\n\s{0,8})Received HTTP response(?: headers)? after ([\d.]{1,12})ms - (\w{2,40})(?:$|\n)/;

export default defineDialect({
  id: 'anthropic-csharp',
  title: 'The C# SDK: what its exceptions print, and the lines of HttpClient',
  origin:
    'anthropics/anthropic-sdk-csharp src/Anthropic/Exceptions, src/Anthropic/Core/Sse.cs at 12.38.0; dotnet/runtime src/libraries/Microsoft.Extensions.Http/src/Logging; not run',
  keywords: ['Status Code: ', 'Anthropic.', 'SSE error returned', 'Sending HTTP request ', 'Received HTTP response'],
  rows: [
    {
      id: 'cs.err',
      title: 'A status exception',
      marks: ['Status Code: '],
      read: readStatus,
      enriched: true,
    },
    {
      id: 'cs.sse',
      title: 'An error event inside a stream',
      marks: [EVENT],
      read: readEvent,
      enriched: true,
    },
    {
      id: 'cs.net',
      title: 'No answer, or one that broke off',
      marks: ['I/O ', 'HttpClient.Timeout'],
      read: readNoAnswer,
      enriched: true,
    },
    {
      id: 'cs.send',
      title: 'INFO of HttpClient: an attempt is sent',
      marks: ['Sending HTTP request '],
      read: readSending,
    },
    {
      id: 'cs.resp',
      title: 'INFO of HttpClient: an attempt was answered',
      marks: ['Received HTTP response'],
      read: readReceived,
    },
  ],
});

function readStatus(frame: Frame): Evidence | undefined {
  const found = STATUS.exec(frame.text);
  const status = found ? statusOfName(found[1] as string) : undefined;
  if (!found || status === undefined) return undefined;
  const rest = frame.text.slice(found.index + found[0].length);
  const body = findErrorBody(rest)?.body;
  const name = CLASS.exec(frame.text)?.[1];
  const proven = (body !== undefined && isClaudeBody(body)) || name !== undefined || speaksOfClaude(frame);
  return {
    row: 'cs.err',
    phase: 'end',
    status,
    error: {name},
    ...(body ? {responseBody: body} : {errorText: textOf(rest)}),
    ...(!proven && {joinsOnly: true}),
  };
}

/** A body that is no JSON, without the stack below it. */
function textOf(rest: string): string {
  const end = rest.search(STACK);
  return (end < 0 ? rest : rest.slice(0, end)).trim();
}

function readEvent(frame: Frame): Evidence | undefined {
  const at = frame.text.indexOf(EVENT);
  if (at < 0) return undefined;
  const body = findErrorBody(frame.text.slice(at + EVENT.length))?.body;
  const proven = (body !== undefined && isClaudeBody(body)) || CLASS.test(frame.text);
  return {
    row: 'cs.sse',
    phase: 'end',
    stream: {broken: true},
    error: {name: CLASS.exec(frame.text)?.[1]},
    ...(body && {responseBody: body}),
    ...(!proven && {joinsOnly: true}),
  };
}

function readNoAnswer(frame: Frame): Evidence | undefined {
  const cancelled = IN_SDK.test(frame.text) ? CANCELLED.exec(frame.text)?.[0] : undefined;
  if (cancelled !== undefined) return {row: 'cs.net', phase: 'end', failure: 'timeout', error: {message: cancelled}};
  const io = IO.exec(frame.text)?.[0];
  if (io === undefined) return undefined;
  const inner = INNER.exec(frame.text)?.[2];
  const end = inner?.search(STACK) ?? -1;
  const message = inner === undefined ? io : (end < 0 ? inner : inner.slice(0, end)).trim();
  return {row: 'cs.net', phase: 'end', failure: 'connection_error', error: {message}};
}

function readSending({text}: Frame): Evidence | undefined {
  const url = SENDING.exec(text)?.[2];
  return url !== undefined && isClaudeUrl(url) ? {row: 'cs.send', phase: 'start', url} : undefined;
}

/** The line does not say what was asked, so it only joins. */
function readReceived({text}: Frame): Evidence | undefined {
  const found = RECEIVED.exec(text);
  const status = found ? statusOfName(found[2] as string) : undefined;
  if (!found || status === undefined) return undefined;
  return {row: 'cs.resp', phase: 'response', status, elapsedMs: Number(found[1]), joinsOnly: true};
}
