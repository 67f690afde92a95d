import type {Evidence, Failure} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import type {Row} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';

const CLASS = /(?:^|[\s:(])(?:anthropic\.(?:\w+\.)*)?(\w+(?:Error|Exception))\b/;
const LEGACY = /post request failed with status code: (\d{3})/;
const TIMED_OUT = /(?:^|[\s:(])(Request timed out(?: or interrupted\.[^\n]*|\.))/;
const NO_CONNECTION = /(?:^|[\s:(])(Connection error\.)/;
const PEER_CLOSED = /peer closed connection without sending complete message body(?: \([^)\n]*\))?/;

const PAGE_TITLE = /<title>(\d{3}) [^<]{1,200}<\/title>/i;
const IN_REQUEST =
  /\/anthropic\/(?:_base_client\.py", line \d+, in (?:_?request|_process_response)|_streaming\.py|_response\.py)/;
const LAST_EXCEPTION = /\n(?:\w+\.)*(\w+(?:Error|Exception|Timeout)): ([^\n]{1,2000})(?:\n[^\n]{0,400}){0,3}$/;

/** What exceptions print: str(), repr() and tracebacks, alone or inside an application's line. */
export const errorRows: readonly Row[] = [
  {id: 'py.err', title: 'str() of a status error', marks: ['Error code: '], read: readStatusError, enriched: true},
  {
    id: 'py.legacy',
    title: 'ApiException of the first clients',
    marks: ['post request failed with status code'],
    read: readLegacy,
    enriched: true,
  },
  {
    id: 'py.sse',
    title: 'An error event inside a stream',
    marks: ["{'type': 'error'", '{"type": \'error\''],
    read: readStreamError,
    enriched: true,
  },
  {
    id: 'py.net',
    title: 'No answer: connection error or timeout',
    marks: ['Connection error.', 'Request timed out'],
    read: readNoAnswer,
    enriched: true,
  },
  {id: 'py.cut', title: 'The stream broke off', marks: ['peer closed connection'], read: readCut, enriched: true},
  {
    id: 'py.html',
    title: 'An error page of a proxy, which is all that str() gives then',
    marks: ['<title>', '<html', '<!'],
    read: readPage,
    enriched: true,
  },
  {
    id: 'py.tb',
    title: 'Any other exception that left the client while it waited for an answer',
    marks: ['Traceback (most recent call last)'],
    read: readTraceback,
    enriched: true,
  },
];

/** `Error code: 429 - {…}`: other SDKs print the same, so without proof of Claude it only joins an open call. */
function readStatusError(frame: Frame): Evidence | undefined {
  const text = lastLineWith(frame.text, 'Error code: ');
  if (!/Error code: \d{3}\b/.test(text)) return undefined;
  const proven = hasClaudeBody(text) || speaksOfClaude(frame);
  return end('py.err', text, frame, {...(!proven && {joinsOnly: true})});
}

function readLegacy({text}: Frame): Evidence | undefined {
  const found = LEGACY.exec(text);
  return found ? {row: 'py.legacy', phase: 'end', status: found[1], errorText: text.slice(found.index)} : undefined;
}

/** The SDK prints the bare event; a body with a status in front is another row. */
function readStreamError(frame: Frame): Evidence | undefined {
  const text = lastLineWith(frame.text, "{'type': 'error'");
  const head = text.slice(0, text.indexOf('{'));
  if (/\d{3} (?:- )?$/.test(head) || !/(?:^|[\s:(])$/.test(head) || !hasClaudeBody(text)) return undefined;
  return end('py.sse', text, frame, {stream: {broken: true}});
}

function readNoAnswer(frame: Frame): Evidence | undefined {
  if (frame.context.language === 'node') return undefined;
  const timeout = TIMED_OUT.exec(frame.text)?.[1];
  const message = timeout ?? NO_CONNECTION.exec(frame.text)?.[1];
  if (message === undefined) return undefined;
  const failure: Failure = timeout === undefined ? 'connection_error' : 'timeout';
  // Alone on its line the sentence is the SDK's own, full stop included.
  const proven = speaksOfClaude(frame) || frame.text.trim() === message;
  return {row: 'py.net', phase: 'end', failure, error: {message}, ...stackOf(frame), ...(!proven && {joinsOnly: true})};
}

function readCut(frame: Frame): Evidence | undefined {
  const message = PEER_CLOSED.exec(frame.text)?.[0];
  if (message === undefined) return undefined;
  const proven = speaksOfClaude(frame);
  return {
    row: 'py.cut',
    phase: 'end',
    stream: {broken: true},
    error: {message},
    ...stackOf(frame),
    ...(!proven && {joinsOnly: true}),
  };
}

function readPage(frame: Frame): Evidence | undefined {
  const title = PAGE_TITLE.exec(frame.text);
  if (!title) return undefined;
  const start = frame.text.lastIndexOf('<', frame.text.search(/<html|<!doctype|<head/i));
  return end('py.html', frame.text.slice(Math.max(0, start)), frame, {
    status: title[1],
    ...(!speaksOfClaude(frame) && {joinsOnly: true}),
  });
}

/** A stack that passed through the client's request or its stream, and ended in something else than its own errors. */
function readTraceback(frame: Frame): Evidence | undefined {
  if (!IN_REQUEST.test(frame.text)) return undefined;
  const last = LAST_EXCEPTION.exec(frame.text);
  if (!last) return undefined;
  return {row: 'py.tb', phase: 'end', error: {name: last[1], message: last[2]}, ...stackOf(frame)};
}

function end(row: string, text: string, frame: Frame, more: Partial<Evidence>): Evidence {
  const name = CLASS.exec(text.slice(0, 200))?.[1];
  return {row, phase: 'end', errorText: text, ...(name !== undefined && {error: {name}}), ...stackOf(frame), ...more};
}

/** The stack names the runtime. */
const PYTHON_PATH = /\/python(\d\.\d{1,2})\/(?:site|dist)-packages\//;
function stackOf({text}: Frame): Partial<Evidence> {
  const version = PYTHON_PATH.exec(text)?.[1];
  return version === undefined ? {} : {sdk: {runtime: `Python ${version}`}};
}

/** From the start of the last line that holds the words: a traceback ends with the exception that was raised. */
function lastLineWith(text: string, words: string): string {
  const at = text.lastIndexOf(words);
  return at < 0 ? text : text.slice(text.lastIndexOf('\n', at) + 1);
}
