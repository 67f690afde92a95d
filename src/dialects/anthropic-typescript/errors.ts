import type {Evidence, Failure} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, own, text as textOf} from '../../util/json.ts';
import {readInspectProperties} from '../../util/literals/index.ts';
import type {Row} from '../define.ts';
import {errorObjectParts} from '../error-object.ts';
import {speaksOfClaude} from '../proof.ts';
import {isClaudeUrl} from '../urls.ts';
import {PROPERTIES, propertiesOf} from './properties.ts';

const STATUS_ERROR =
  /(?:^|[\s:(])(?<!(?:code|status)[:=]? )(?:(\w*Error): )?(\d{3}) (?:(?=\{["'])|(?=<(?:html|!doctype))|status code \(no body\))/i;
const STREAM_ERROR = /(?:^|[\s:(])(Error|APIError|APIConnectionError): (?=\{"type":"error")/;
/**
 * An application's words and then the bare event: the SDK puts a status before every other body, and only events carry
 * `details: null`.
 */
const BARE_EVENT = /(?:^|[ :])(?=\{"type":"error","error":\{"details":null,)/;
const NO_ANSWER = /(?:^|[\s:(])(?:(\w*Error): )?(Connection error\.|Request timed out\.)/;
const PYTHON_CLASS = /\banthropic\.(?:\w+\.)?API\w*Error: /;
/** Alone on its line, the sentence is the SDK's own when its own class, or none, stands before it. */
const OWN_SENTENCE = /^(?:(?:Error|API\w*Error): )?(?:Connection error\.|Request timed out\.)$/;
const CUT =
  /(?:^|[\s:(])(?:\w*Error: |failed:? )(terminated|Premature close|stream ended without producing a Message[^\n]*)/;
/** node-fetch, up to 0.41, names the URL. */
const FETCH_URL = /\brequest to (\S+) failed, reason: /;
const BAD_ANSWER = /invalid json response body at (\S+) reason: [^\n]{0,500}/;
const STACK_HEAD = /(?:^|[\s:])(\w*(?:Error|Exception))(?: \[\w+\])?: ([^\n]{0,2000})\n\s+at /;
const SDK_FRAME = /@anthropic-ai\/sdk\/(?:internal\/parse|core\/|core\.|client\.|streaming|lib\/MessageStream)/;
const BAD_EVENT = 'Could not parse message into JSON:';

/** What exceptions print through console, pino and winston. */
export const errorRows: readonly Row[] = [
  {
    id: 'ts.err',
    title: 'A status error: its message, its stack and its properties',
    marks: ['{', '<', 'status code (no body)'],
    read: readStatusError,
    enriched: true,
  },
  {
    id: 'ts.sse',
    title: 'An error event inside a stream',
    marks: ['{"type":"error"'],
    read: readStreamError,
    enriched: true,
  },
  {
    id: 'ts.net.err',
    title: 'No answer: connection error or timeout',
    marks: ['Connection error.', 'Request timed out.'],
    read: readNoAnswer,
    enriched: true,
  },
  {
    id: 'ts.cut',
    title: 'The stream broke off',
    marks: ['terminated', 'Premature close', 'stream ended without'],
    read: readCut,
    enriched: true,
  },
  {id: 'ts.ssebad', title: 'A stream event that is no JSON', marks: [BAD_EVENT], read: readBadEvent},
  {
    id: 'ts.fetch',
    title: 'node-fetch could not read the answer',
    marks: ['invalid json response body at '],
    read: readBadAnswer,
    enriched: true,
  },
  {
    id: 'ts.stack',
    title: 'Any other exception that left the SDK while it waited for an answer',
    marks: ['@anthropic-ai/sdk/'],
    read: readStack,
    enriched: true,
  },
  {
    id: 'ts.inspect',
    title: 'The properties of an exception, their first line lost',
    marks: ['status: '],
    read: readProperties,
  },
];

function readStatusError(frame: Frame): Evidence | undefined {
  if (frame.context.language === 'python') return undefined;
  const head = frame.text.slice(0, 4096);
  const found = STATUS_ERROR.exec(head);
  if (!found) return undefined;
  const text = frame.text.slice(found.index);
  const proven = hasClaudeBody(text) || speaksOfClaude(frame);
  return {
    row: 'ts.err',
    phase: 'end',
    ...propertiesOf(frame.text),
    status: found[2],
    errorText: text.trimStart(),
    ...(!proven && {joinsOnly: true}),
  };
}

function readStreamError(frame: Frame): Evidence | undefined {
  const found = STREAM_ERROR.exec(frame.text) ?? BARE_EVENT.exec(frame.text);
  if (!found || !hasClaudeBody(frame.text.slice(found.index))) return undefined;
  const properties = propertiesOf(frame.text);
  return {
    row: 'ts.sse',
    phase: 'end',
    ...properties,
    status: undefined,
    errorText: frame.text.slice(found.index),
    stream: {broken: true},
  };
}

function readNoAnswer(frame: Frame): Evidence | undefined {
  const found =
    frame.context.language === 'python' || PYTHON_CLASS.test(frame.text) ? null : NO_ANSWER.exec(frame.text);
  if (!found) return undefined;
  const message = found[2] as string;
  const failure: Failure = message.startsWith('Request') ? 'timeout' : 'connection_error';
  const proven = speaksOfClaude(frame) || OWN_SENTENCE.test(frame.text.trim());
  const url = FETCH_URL.exec(causeOf(frame) ?? frame.text)?.[1];
  return {
    row: 'ts.net.err',
    phase: 'end',
    failure,
    error: {message},
    ...(url !== undefined && isClaudeUrl(url) && {url}),
    ...(!proven && {joinsOnly: true}),
  };
}

/** A JSON logger keeps the cause beside the message; a console prints it in the text. */
function causeOf({json}: Frame): string | undefined {
  const cause = json === undefined ? undefined : own(json, 'cause');
  return isObject(cause) ? textOf(own(cause, 'message')) : undefined;
}

function readCut(frame: Frame): Evidence | undefined {
  const message = CUT.exec(frame.text)?.[1];
  if (message === undefined) return undefined;
  return {
    row: 'ts.cut',
    phase: 'end',
    stream: {broken: true},
    error: {message},
    ...(!speaksOfClaude(frame) && {joinsOnly: true}),
  };
}

/** The rest of the line is raw stream data, so it stays behind. */
function readBadEvent(frame: Frame): Evidence | undefined {
  const at = frame.text.indexOf(BAD_EVENT);
  if (at < 0) return undefined;
  return {
    row: 'ts.ssebad',
    phase: 'end',
    stream: {broken: true},
    error: {message: 'Could not parse message into JSON'},
  };
}

function readBadAnswer({text}: Frame): Evidence | undefined {
  const found = BAD_ANSWER.exec(text);
  if (!found || !isClaudeUrl(found[1] as string)) return undefined;
  return {row: 'ts.fetch', phase: 'end', url: found[1], error: {name: 'FetchError', message: found[0]}};
}

/** Of a body that is a message alone, as Bedrock's are, the SDK prints the status and the message without the body. */
function readStack({text}: Frame): Evidence | undefined {
  const found = SDK_FRAME.test(text) ? STACK_HEAD.exec(text) : null;
  if (!found) return undefined;
  const properties = propertiesOf(text);
  const [, name, words = ''] = found;
  const message = words.startsWith(`${properties.status} `) ? words.slice(4) : words;
  return {row: 'ts.stack', phase: 'end', ...properties, error: {...properties.error, name, message}};
}

function readProperties(frame: Frame): Evidence | undefined {
  if (!PROPERTIES.test(frame.text) || !speaksOfClaude(frame)) return undefined;
  const start = frame.text.search(/\S/);
  const properties = readInspectProperties(frame.text, Math.max(start, 0));
  return properties && isObject(properties.value)
    ? {row: 'ts.inspect', phase: 'end', ...errorObjectParts(properties.value)}
    : undefined;
}
