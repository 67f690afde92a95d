import type {Evidence} from '../../calls/evidence.ts';
import {statusOf} from '../../calls/status.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, type Json, type JsonObject, own, text} from '../../util/json.ts';
import {timeOf} from '../../util/time.ts';
import {errorObjectParts} from '../error-object.ts';
import {failureOf} from '../failure-words.ts';
import {readWords} from './words.ts';

/** Where the message stands: on one line of JSON, or as an object that an application printed. */
export type Reader = (json: JsonObject, frame: Frame) => Evidence | undefined;

/** A message that Claude Code wrote itself, in the place of the answer that did not come. */
const SYNTHETIC = '<synthetic>';
const API_ERROR = /(?:^|· )API Error: /;

/** `{"type":"system","subtype":"api_error",…}` in a transcript: an attempt failed, another one follows. */
export const readTranscriptRetry: Reader = (json, frame) => {
  const error = own(json, 'error');
  if (own(json, 'type') !== 'system' || own(json, 'subtype') !== 'api_error' || !isObject(error)) return undefined;
  const parts = errorObjectParts(error);
  const message = text(own(error, 'message')) ?? causeOf(error) ?? '';
  const failure = statusOf(parts.status) === undefined ? (failureOf(message) ?? 'connection_error') : undefined;
  return {
    ...common(json, frame, 'cc.jsonl.retry'),
    ...parts,
    ids: {header: parts.ids?.header ?? text(own(error, 'requestId'))},
    failure,
    phase: 'retry',
    attemptKey: text(own(json, 'uuid')),
    retry: {attempt: count(own(json, 'retryAttempt')), again: true, delayMs: count(own(json, 'retryInMs'))},
  };
};

function causeOf(error: JsonObject): string | undefined {
  const cause = own(error, 'cause');
  return isObject(cause) ? (text(own(cause, 'code')) ?? text(own(cause, 'message'))) : undefined;
}

/** `{"type":"system","subtype":"api_retry",…}` of stream-json. A null status stands for no answer at all (sdk.d.ts). */
export const readStreamRetry: Reader = (json, frame) => {
  if (own(json, 'type') !== 'system' || own(json, 'subtype') !== 'api_retry') return undefined;
  const status = statusOf(own(json, 'error_status'));
  return {
    ...common(json, frame, 'cc.stream.retry'),
    phase: 'retry',
    status,
    error: {type: codeOf(own(json, 'error'), status)},
    failure: status === undefined ? 'connection_error' : undefined,
    retry: {attempt: count(own(json, 'attempt')), again: true, delayMs: count(own(json, 'retry_delay_ms'))},
  };
};

/** `{"type":"api-request",…}` of newer transcripts: an attempt is sent. Its texts stand in lines of their own. */
export const readRequest: Reader = (json, frame) => {
  const params = own(json, 'params');
  if (own(json, 'type') !== 'api-request' || !isObject(params)) return undefined;
  const {row, at, traceId, sdk} = common(json, frame, 'cc.jsonl.request');
  return {row, phase: 'start', at, traceId, sdk, requestBody: params};
};

/** An assistant's message: an answer, one block of it a line, or the words of a failure. */
export const readAssistant: Reader = (json, frame) => {
  const message = own(json, 'message');
  if (own(json, 'type') !== 'assistant' || !isObject(message) || own(message, 'role') !== 'assistant') return undefined;
  return own(message, 'model') === SYNTHETIC ? failed(json, message, frame) : answered(json, message, frame);
};

function answered(json: JsonObject, message: JsonObject, frame: Frame): Evidence | undefined {
  if (!/claude/i.test(text(own(message, 'model')) ?? '')) return undefined;
  const ended = text(own(message, 'stop_reason')) !== undefined;
  const usage = own(message, 'usage');
  return {
    ...common(json, frame, 'cc.message'),
    phase: ended ? 'end' : 'response',
    ids: {header: text(own(json, 'requestId')) ?? text(own(json, 'request_id'))},
    attemptKey: text(own(message, 'id')),
    responseBody: {
      model: own(message, 'model'),
      content: own(message, 'content'),
      // Before the stream's end its usage counts next to nothing.
      usage: ended || !isObject(usage) ? usage : {input_tokens: own(usage, 'input_tokens')},
    },
  };
}

function failed(json: JsonObject, message: JsonObject, frame: Frame): Evidence | undefined {
  const words = wordsOf(own(message, 'content'));
  const marked = own(json, 'isApiErrorMessage') === true || own(json, 'is_api_error_message') === true;
  if (!marked && !API_ERROR.test(words)) return undefined;
  const {parts} = readWords(words.replace(/^[^\n]{0,80}?API Error: /, ''));
  const status = statusOf(own(json, 'apiErrorStatus')) ?? statusOf(own(json, 'api_error_status')) ?? parts.status;
  const type = text(own(json, 'apiErrorType')) ?? text(own(json, 'api_error_type'));
  return {
    ...common(json, frame, 'cc.message'),
    ...parts,
    phase: 'end',
    status,
    failure: status === undefined ? parts.failure : undefined,
    error: {...parts.error, type: type ?? codeOf(own(json, 'error'), statusOf(status))},
    ids: {header: text(own(json, 'requestId')) ?? text(own(json, 'request_id')), ...parts.ids},
    // Only a transcript names the line above: there the failure carries on from the last retry.
    attemptKey: own(json, 'parentUuid') === undefined ? undefined : text(own(json, 'uuid')),
  };
}

function wordsOf(content: Json | undefined): string {
  const first = Array.isArray(content) ? content[0] : content;
  return (isObject(first) ? text(own(first, 'text')) : text(first)) ?? '';
}

function common(json: JsonObject, frame: Frame, row: string) {
  const time = timeOf(own(json, 'timestamp'), frame.zone);
  const version = text(own(json, 'version'));
  return {
    row,
    at: time?.at,
    zoneless: time?.zoneless,
    traceId: text(own(json, 'sessionId')) ?? text(own(json, 'session_id')),
    callKey: text(own(json, 'parentUuid')),
    // The name that the program gives itself in its User-Agent.
    sdk: version === undefined ? undefined : {version: `claude-cli==${version}`},
  };
}

/** Claude Code's own words for a failure; two of them say too little to be taken for the API's type. */
export function codeOf(code: Json | undefined, status: number | undefined): string | undefined {
  const word = text(code);
  if (word === undefined || word === 'unknown' || (word === 'server_error' && status !== 500)) return undefined;
  return word;
}

export const count = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
