import type {Evidence, Failure} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, type JsonObject, own} from '../../util/json.ts';
import {readJson} from '../../util/literals/index.ts';
import {defineDialect} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

/** The line that each class begins its message with, then the summary. */
const STATUS = /\bAnthropic [\w ]{0,60}(?:Exception|Error)\s{1,3}(?=\{\s{0,40}\\?"status\\?")/;
const NO_ANSWER = /\bAnthropic API (Connection Error|Timeout Exception)\b/;
/** Guzzle's exception stands below it, or above it in a printed chain. */
const CURL =
  /\bcURL error (\d{1,3}): ([^\n]{1,300}?)(?: \(see http\S{1,200}\))?(?: for (\S{1,2048}))?(?: (?:in|at) |[)\n]|$)/;
const CURL_TIMEOUT = '28';
const CLASS = /\bAnthropic(?:\\{1,2}\w+){1,6}\\{1,2}(\w+Exception)\b/;
const MAX_TEXT = 65_536;

export default defineDialect({
  id: 'anthropic-php',
  title: 'The PHP SDK: what its exceptions print',
  origin:
    'anthropics/anthropic-sdk-php src/Core/Exceptions, src/SSEStream.php at 0.43.0; run at 0.43.0 with PHP 8.2, Guzzle 7.4 and monolog 2.9',
  keywords: ['Anthropic '],
  rows: [
    {
      id: 'php.err',
      title: 'A status exception, or an error event inside a stream',
      marks: ['Anthropic '],
      read: readStatus,
      enriched: true,
    },
    {
      id: 'php.net',
      title: 'No answer',
      marks: ['Anthropic API Connection Error', 'Anthropic API Timeout Exception'],
      read: readNoAnswer,
      enriched: true,
    },
  ],
});

function readStatus(frame: Frame): Evidence | undefined {
  const text = frame.text.length > MAX_TEXT ? frame.text.slice(0, MAX_TEXT) : frame.text;
  const head = STATUS.exec(text);
  if (!head) return undefined;
  const source = unescaped(text.slice(head.index + head[0].length));
  const summary = readJson(source);
  if (!summary || !isObject(summary.value)) return undefined;
  const status = own(summary.value, 'status');
  const body = own(summary.value, 'body');
  if (typeof status !== 'number') return undefined;
  // The event of a stream stands between two summaries, the first of which it touches.
  const event = status < 400 ? objectAt(source, summary.end) : undefined;
  return {
    row: 'php.err',
    phase: 'end',
    status,
    ...(isObject(body) && {responseBody: body}),
    ...(event && {responseBody: event, stream: {broken: true}}),
    error: {name: CLASS.exec(text)?.[1]},
  };
}

/** monolog prints the exception inside a JSON string, quotes escaped. */
function unescaped(source: string): string {
  return /^\{\s*\\"/.test(source) ? source.replace(/\\(["\\/])/g, '$1') : source;
}

function objectAt(source: string, at: number): JsonObject | undefined {
  const reading = readJson(source, at);
  return reading && isObject(reading.value) ? reading.value : undefined;
}

/** The SDK calls a timeout a connection error too; only the transport below it tells. */
function readNoAnswer({text}: Frame): Evidence | undefined {
  const found = NO_ANSWER.exec(text);
  if (!found) return undefined;
  const curl = CURL.exec(text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text);
  const timeout = found[1] === 'Timeout Exception' || curl?.[1] === CURL_TIMEOUT;
  const failure: Failure = timeout ? 'timeout' : 'connection_error';
  const url = curl?.[3];
  return {
    row: 'php.net',
    phase: 'end',
    failure,
    error: {message: curl ? `cURL error ${curl[1]}: ${curl[2]}` : found[0]},
    ...(url !== undefined && isClaudeUrl(url) && {url}),
  };
}
