import {messageFacts, toolFacts} from '../../calls/content.ts';
import type {Evidence} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import {isOwnId} from '../../calls/request-id.ts';
import {statusOf} from '../../calls/status.ts';
import type {Frame} from '../../framing/frame.ts';
import {ERROR_TYPES, isErrorType, TYPE_OF_CLASS} from '../../spec/error-types.ts';
import type {Draft} from '../../spec/types.ts';
import {isObject, type Json, type JsonObject, own, text} from '../../util/json.ts';
import {timeOf} from '../../util/time.ts';
import {errorObjectParts} from '../error-object.ts';
import {CLAUDE, namesOtherModel, OTHER_MODEL} from '../models.ts';
import {isClaudeUrl} from '../urls.ts';
import type {Collected} from './collect.ts';

type Slots = Collected['slots'];

const CLAUDE_HOST = /^[a-z]+:\/\/[^/]{0,255}(?:claude|anthropic)/i;
const MS = 1000;
/** More is no count of retries. */
const MAX_RETRIES = 1_000_000;

/** The evidence of a line that shows a call with an outcome; undefined for anything else, other providers' calls too. */
export function evidenceOf(collected: Collected, frame: Frame): Evidence | undefined {
  const evidence = enrichment(collected, frame);
  return isClaude(evidence, collected.slots, frame) && hasOutcome(evidence) ? evidence : undefined;
}

/** The same without the question whether it is one: what the fields say beside a text that is known to be about a call. */
export function enrichment({slots, stated}: Collected, frame: Frame): Evidence {
  const time = slots.at === undefined ? undefined : timeOf(slots.at, frame.zone);
  const object = isObject(slots.errorObject) ? errorObjectParts(slots.errorObject) : undefined;
  const request = slots.request as JsonObject | undefined;
  const body = request && bodyOf(request);
  const response = slots.response as JsonObject | undefined;
  const errorText = text(slots.errorObject) ?? text(slots.errorText) ?? printedMessage(slots) ?? object?.errorText;
  // One literal with every key: spreading parts that may be missing costs microseconds a line.
  return {
    row: 'app.json',
    phase: 'end',
    at: time?.at,
    zoneless: time?.zoneless,
    traceId: traceOf(known(slots.traceId)),
    url: known(slots.url) ?? urlOf(request) ?? object?.url,
    requestHeaders: slots.requestHeaders ?? (request && own(request, 'headers')),
    requestBody: body,
    // The API demands these three: a body with all of them is taken as whole, any other as a selection.
    bodyComplete:
      body !== undefined &&
      own(body, 'model') !== undefined &&
      own(body, 'max_tokens') !== undefined &&
      own(body, 'messages') !== undefined,
    responseHeaders: slots.responseHeaders ?? object?.responseHeaders,
    responseBody: object?.responseBody ?? response,
    status: statusOf(slots.status) ?? statusOf(object?.status) ?? failing(slots.code) ?? failing(object?.error?.code),
    error: errorParts(slots, object, errorText, frame),
    errorText,
    ids: {header: object?.ids?.header, body: text(slots.requestId)},
    retry: slots.retryCount === undefined ? undefined : retriesOf(slots.retryCount),
    stream: stated.stream_error_occurred === true ? {broken: true} : undefined,
    totalMs: millis(slots),
    stated: statedOf(slots, stated),
  };
}

/** A traceparent header (W3C Trace Context) holds the id between its version and its span. */
const traceOf = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : (/^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/.exec(value)?.[1] ?? value);

type ErrorObject = ReturnType<typeof errorObjectParts> | undefined;

/** Type, message and param, from the line itself and from the error object in it; undefined when it shows no error. */
function errorParts(slots: Slots, object: ErrorObject, errorText: string | undefined, frame: Frame): Evidence['error'] {
  const code = text(slots.code);
  const coded = code !== undefined && isErrorType(code) ? code : undefined;
  const type = text(slots.errorType) ?? object?.error?.type ?? coded;
  const message = text(slots.errorMessage) ?? ownMessage(slots, frame, coded) ?? object?.error?.message;
  if (type === undefined && message === undefined && errorText === undefined && object?.responseBody === undefined)
    return undefined;
  return {
    name: object?.error?.name ?? text(slots.className),
    type,
    message,
    param: known(slots.errorParam),
    code: object?.error?.code,
  };
}

function printedMessage(slots: Slots): string | undefined {
  const message = text(slots.errorMessage);
  return message !== undefined && isPrinted(message) ? message : undefined;
}

/** A code is a status only when it can be that of a failure. */
const failing = (code: unknown): number | undefined => {
  const status = statusOf(code);
  return status !== undefined && status >= 400 ? status : undefined;
};

/** A logger's message is about the call; in an entry without a logger it may be the error's own. */
function ownMessage(slots: Slots, frame: Frame, coded: string | undefined): string | undefined {
  const message = text(slots.message);
  if (message === undefined || frame.context.level !== undefined) return undefined;
  return coded !== undefined || hasClaudeBody(message) ? message : undefined;
}

/** The sentence of an exception rather than of a person: it starts with a status, or a body is in it. */
export const isPrinted = (message: string): boolean =>
  message.includes('{') || /^(?:Error code: )?\d{3}\b/.test(message);

function bodyOf(request: JsonObject): JsonObject {
  const inner = own(request, 'body');
  return isObject(inner) ? inner : request;
}

function urlOf(request: JsonObject | undefined): string | undefined {
  const url = request && text(own(request, 'url'));
  return url !== undefined && isClaudeUrl(url) ? url : undefined;
}

function statedOf(slots: Slots, stated: Draft): Draft {
  if (slots.messages !== undefined) Object.assign(stated, messageFacts(slots.messages));
  if (slots.tools !== undefined) Object.assign(stated, toolFacts(slots.tools));
  stated.model ??= known(slots.model);
  const version = known(slots.sdkVersion);
  if (version !== undefined && CLAUDE.test(version)) stated.client_sdk_version ??= version;
  stated.sdk_language_runtime ??= known(slots.runtime);
  stated.api_key_prefix ??= text(slots.apiKey);
  if (typeof slots.userId === 'string' || typeof slots.userId === 'number') stated.user_id ??= String(slots.userId);
  if (typeof slots.stream === 'boolean') stated.stream_mode ??= slots.stream;
  stated.max_tokens_requested ??= countOf(slots.maxTokens);
  stated.output_tokens ??= countOf(slots.outputTokens);
  stated.input_tokens ??= countOf(slots.inputTokens);
  return stated;
}

function isClaude(evidence: Evidence, slots: Slots, frame: Frame): boolean {
  const {stated, url, ids} = evidence;
  const model = stated?.model ?? text(isObject(evidence.requestBody) ? own(evidence.requestBody, 'model') : undefined);
  if (model !== undefined) {
    if (CLAUDE.test(model)) return true;
    if (OTHER_MODEL.test(model)) return false;
  }
  const id = ids?.body ?? ids?.header;
  if (id !== undefined && isOwnId(id)) return true;
  const endpoint = url ?? stated?.endpoint;
  if (endpoint !== undefined && (isClaudeUrl(endpoint) || CLAUDE_HOST.test(endpoint))) return true;
  if (CLAUDE.test(stated?.client_sdk_version ?? '')) return true;
  if (isGuideLine(slots, evidence, frame)) return true;
  const words = evidence.errorText ?? evidence.error?.message;
  return words !== undefined && (CLAUDE.test(words) || hasClaudeBody(words) || speaksOfClaude(headOf(frame)));
}

const speaksOfClaude = (head: string): boolean => CLAUDE.test(head) && !namesOtherModel(head);

/** The entry as it was printed: a name anywhere in it will do. */
const headOf = ({lines}: Frame): string => (lines[0]?.text ?? '').slice(0, 4096);

/** A line of the field guide's loggers: their own name for the status, and a type or a key beside it. */
function isGuideLine(slots: Slots, {stated}: Evidence, {json}: Frame): boolean {
  if (json === undefined || !Object.hasOwn(json, 'http_status_code')) return false;
  const type = text(slots.errorType);
  return (
    (type !== undefined && (type === 'error' || TYPE_WORD.test(type) || Object.hasOwn(TYPE_OF_CLASS, type))) ||
    stated?.api_key_prefix !== undefined
  );
}

const TYPE_WORD = new RegExp(ERROR_TYPES.join('|'));

function hasOutcome({status, error, errorText, stated, responseBody}: Evidence): boolean {
  if (status !== undefined || error !== undefined || errorText !== undefined) return true;
  if (stated?.stream_error_occurred !== undefined || stated?.output_tokens !== undefined) return true;
  return (
    isObject(responseBody) && (own(responseBody, 'usage') !== undefined || own(responseBody, 'content') !== undefined)
  );
}

function millis(slots: Slots): number | undefined {
  const ms = Number(slots.totalMs ?? Number.NaN);
  if (Number.isFinite(ms)) return ms;
  const seconds = Number(slots.totalSeconds ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * MS : undefined;
}

function retriesOf(value: Json): {attempt: number} | undefined {
  const count = Number(value);
  return Number.isInteger(count) && count >= 0 && count <= MAX_RETRIES ? {attempt: count + 1} : undefined;
}

/** A string that says something: placeholders of loggers do not. */
export function known(value: Json | undefined): string | undefined {
  const string = text(value);
  return string === undefined || /^(?:unknown|none|null|undefined)$/i.test(string) ? undefined : string;
}

const countOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
