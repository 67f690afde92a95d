import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type JsonObject, own, text} from '../../util/json.ts';
import type {Row} from '../define.ts';
import {printedError} from '../printed-error.ts';
import {speaksOfClaude} from '../proof.ts';
import {asksClaude, callErrorParts, messageOf} from './call-error.ts';

/** The class that util.inspect prints, with the SDK's own name of the error behind it; String() prints that alone. */
const HEAD = /[A-Z]\w{0,100} \[AI_\w{1,100}Error\]: |(?<![\w[.])AI_\w{1,100}Error: /;
/** Spares every other error the dear reading. */
const MAY_BE = /\bAI_|requestBodyValues|isRetryable/;
/** Errors of a call, told by what their names are made of: the SDK has a dozen others that are thrown before one. */
const CALL_NAME = /(?<![\w.])AI_\w{0,60}(?:Call|Retry|Stream)\w{0,60}Error\]?: ([^\n]*)/;
const CALL = /Call|Retry|Stream/;
/** `Failed after 3 attempts. Last error: AI_APICallError: Overloaded`; older: `… with non-retryable error: 'Overloaded'`. */
const RETRIED =
  /\bFailed after (\d{1,3}) attempts?(?:\. Last error| with non-retryable error): (?:AI_(\w{1,100}Error): )?([^\n]*)/;
/** `modelID=claude-opus-4-5`: words before an error whose request was left out, as opencode prints them. */
const MODEL_BESIDE = /(?:^| )model(?:_?id|_?name)?=([\w./:@-]{3,100}) /i;
const ATTEMPTS = ['errors', 'aggregateErrors'];
/** What streamText prints when nobody handles the error of a stream. */
const BARE_EVENT = /^\{ type: '(\w{1,60}_error)', message: '((?:[^'\\\n]|\\.){0,2000})' \}$/;
const STACK_TIMEOUT = /(?:^|[\s[])TimeoutError\]?: ([^\n]{1,500})\n/;
const PROVIDER_FRAME = /@ai-sdk[/+](?:anthropic|provider-utils)\b/;

/** What exceptions print through console, pino and winston. */
export const errorRows: readonly Row[] = [
  {
    id: 'ai.retry',
    title: 'a call that was given up, with the error of each attempt',
    marks: ['Failed after ', 'lastError'],
    names: ['lastError', 'aggregateErrors'],
    read: readRetry,
    enriched: true,
  },
  {
    id: 'ai.call',
    title: 'the error of one call, with its request and its answer',
    marks: ['Error: ', 'Error]: ', '"name": "AI_', 'requestBodyValues', 'isRetryable'],
    names: ['requestBodyValues', 'isRetryable'],
    read: readCall,
    enriched: true,
  },
  {
    id: 'ai.words',
    title: 'the name and the message alone',
    marks: ['AI_', 'Failed after '],
    read: readWords,
    enriched: true,
  },
  {
    id: 'ai.timeout',
    title: 'the application gave up waiting',
    marks: ['TimeoutError'],
    read: readTimeout,
    enriched: true,
  },
  {id: 'ai.event', title: 'an error event of a stream, as the SDK prints it', marks: ["{ type: '"], read: readEvent},
];

function readRetry(frame: Frame): Evidence | undefined {
  const error = printedError(frame, HEAD, isRetryError);
  if (error === undefined) return undefined;
  const all = attemptsOf(error);
  const last = own(error, 'lastError');
  const final: JsonObject = {...all.at(-1), ...(isObject(last) ? last : {})};
  if (!isCallError(final)) return undefined;
  const proof = asksClaude(final) ?? speaksOfClaude(frame);
  if (!proof) return undefined;
  const [, count = all.length, , message] = RETRIED.exec(messageOf(error) ?? '') ?? [];
  return {
    row: 'ai.retry',
    phase: 'end',
    // JSON.stringify leaves the message of an error out, but not the one that is quoted here.
    ...callErrorParts(has(final, 'message') ? final : {...final, ...(message !== undefined && {message})}),
    retry: {attempt: Math.max(Number(count), 1), again: false},
    ...(all.length > 1 && {
      earlier: all.slice(0, -1).map((one) => ({row: 'ai.retry', phase: 'response', ...callErrorParts(one)})),
    }),
  };
}

function readCall(frame: Frame): Evidence | undefined {
  if (frame.json === undefined && !MAY_BE.test(frame.text)) return undefined;
  const error = printedError(frame, HEAD, (one) => isCallError(one) || isStreamError(one));
  if (error === undefined) return undefined;
  if (isStreamError(error)) return readStreamError(error, frame);
  const proof = asksClaude(error) ?? speaksOfClaude(frame);
  if (!proof) return undefined;
  const model = MODEL_BESIDE.exec(frame.text.slice(0, 1024).split('\n', 1)[0] ?? '')?.[1];
  const stated = model === undefined ? undefined : Object.assign(emptyDraft(), {model});
  return {row: 'ai.call', phase: 'end', ...callErrorParts(error), stated};
}

/** The status here is the one that the SDK thinks fits the type: the stream had begun with 200. */
function readStreamError(error: JsonObject, frame: Frame): Evidence {
  const data = own(error, 'data');
  const type =
    [isObject(data) ? own(data, 'type') : undefined, own(error, 'type')].find(isApiType) ?? text(own(error, 'name'));
  return {
    row: 'ai.call',
    phase: 'end',
    status: null,
    error: {type, message: messageOf(error)},
    stream: {broken: true},
    ...(!isClaudesOwn(type) && !speaksOfClaude(frame) && {joinsOnly: true}),
  };
}

function readWords(frame: Frame): Evidence | undefined {
  const head = frame.text.slice(0, 4096);
  const [, count, name, last] = RETRIED.exec(head) ?? [];
  // Of an error that was not the call's, the words may be the answer's own.
  if (name !== undefined && !CALL.test(name)) return undefined;
  const message = (last ?? CALL_NAME.exec(head)?.[1])?.replace(/",?$/, '').trim();
  if (message === undefined) return undefined;
  return {
    row: 'ai.words',
    phase: 'end',
    error: {message},
    ...(count !== undefined && {retry: {attempt: Number(count), again: false}}),
    ...(message.startsWith('Cannot connect to API') && {failure: 'connection_error' as const}),
    ...(!speaksOfClaude(frame) && {joinsOnly: true}),
  };
}

/** An abort signal's error is the application's; the stack shows that it waited for this SDK. */
function readTimeout(frame: Frame): Evidence | undefined {
  const message = STACK_TIMEOUT.exec(frame.text)?.[1];
  if (message === undefined || !PROVIDER_FRAME.test(frame.text)) return undefined;
  return {
    row: 'ai.timeout',
    phase: 'end',
    failure: 'timeout',
    status: null,
    error: {message},
    ...(!speaksOfClaude(frame) && {joinsOnly: true}),
  };
}

function readEvent(frame: Frame): Evidence | undefined {
  if (frame.json !== undefined) return undefined;
  const start = frame.text.indexOf("{ type: '");
  const found = BARE_EVENT.exec(frame.text.slice(start, start + 4096));
  if (start < 0 || !found) return undefined;
  return {
    row: 'ai.event',
    phase: 'end',
    error: {type: found[1], message: found[2]?.replaceAll("\\'", "'")},
    // With words in front it may be anybody's print of a body's inner part.
    ...(start === 0 && {stream: {broken: true}}),
    ...(!isClaudesOwn(found[1]) && !speaksOfClaude(frame) && {joinsOnly: true}),
  };
}

/** pino puts the class name where the type was. */
const isApiType = (type: unknown): type is string => typeof type === 'string' && /^[a-z]\w{0,60}$/.test(type);

/** No other provider that the SDK knows has this type. */
const isClaudesOwn = (type: string | undefined): boolean => type === 'overloaded_error';

const attemptsOf = (error: JsonObject): JsonObject[] => {
  const list = ATTEMPTS.map((name) => own(error, name)).find(Array.isArray) ?? [];
  return (list as JsonObject[]).filter(isObject);
};

const isRetryError = (error: JsonObject): boolean =>
  (attemptsOf(error).some(isCallError) || isObject(own(error, 'lastError'))) &&
  (own(error, 'reason') !== undefined || RETRIED.test(messageOf(error) ?? ''));

/** Of a call's error at least the request is there, or what came back. */
function isCallError(error: JsonObject): boolean {
  if (own(error, 'requestBodyValues') !== undefined) return true;
  const named = /^AI_\w/.test(text(own(error, 'name')) ?? '') || own(error, 'isRetryable') !== undefined;
  return named && own(error, 'url') !== undefined && (has(error, 'statusCode') || has(error, 'responseBody'));
}

const isStreamError = (error: JsonObject): boolean =>
  own(error, 'url') === undefined && own(error, 'isRetryable') !== undefined && isObject(own(error, 'data'));

const has = (error: JsonObject, name: string): boolean => own(error, name) !== undefined;
