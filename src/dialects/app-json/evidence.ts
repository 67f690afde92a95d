import {messageFacts, toolFacts} from '../../calls/content.ts';
import {hasClaudeBody} from '../../calls/error-body.ts';
import type {Evidence} from '../../calls/evidence.ts';
import {isOwnId} from '../../calls/request-id.ts';
import {statusOf} from '../../calls/status.ts';
import type {Frame} from '../../framing/frame.ts';
import {ERROR_TYPES, isErrorType} from '../../spec/error-types.ts';
import type {CallFields} from '../../spec/types.ts';
import {isObject, type Json, type JsonObject, own, text} from '../../util/json.ts';
import {timeOf} from '../../util/time.ts';
import {errorObjectParts} from '../error-object.ts';
import {isClaudeUrl} from '../urls.ts';
import type {Collected} from './collect.ts';

type Slots = Collected['slots'];

const CLAUDE = /claude|anthropic/i;
const OTHER_MODEL = /^(?:[\w-]+\/)?(?:gpt-|o\d(?:-|$)|chatgpt|gemini|amazon\.(?:nova|titan)|nova-|mistral|llama|meta\.|deepseek|qwen|command-|cohere|text-embedding)/i;
const MS = 1000;

/** The evidence of a line that shows a call with an outcome; undefined for anything else, other providers' calls too. */
export function evidenceOf(collected: Collected, frame: Frame): Evidence | undefined {
  const evidence = enrichment(collected, frame);
  return isClaude(collected, evidence, frame) && hasOutcome(collected, evidence) ? evidence : undefined;
}

/** The same without the question whether it is one: what the fields say beside a text that is known to be about a call. */
export function enrichment({slots, stated}: Collected, frame: Frame): Evidence {
  const time = slots.at === undefined ? undefined : timeOf(slots.at, frame.zone);
  const response = slots.response as JsonObject | undefined;
  return {
    row: 'app.json',
    phase: 'end',
    ...(time && {at: time.at, ...(time.zoneless && {zoneless: true as const})}),
    traceId: known(slots.traceId),
    url: known(slots.url),
    ...requestParts(slots),
    ...(slots.responseHeaders !== undefined && {responseHeaders: slots.responseHeaders}),
    ...(response && {responseBody: response}),
    ...errorParts(slots, frame),
    ...(slots.retryCount !== undefined && {retry: retriesOf(slots.retryCount)}),
    totalMs: millis(slots),
    stated: {...stated, ...statedOf(slots)},
  };
}

/** Status, type, message and ids, from the line itself and from the error object in it. */
function errorParts(slots: Slots, frame: Frame): Partial<Evidence> {
  const object = isObject(slots.errorObject) ? errorObjectParts(slots.errorObject) : undefined;
  const code = text(slots.code);
  const coded = code !== undefined && isErrorType(code) ? code : undefined;
  const message = text(slots.errorMessage) ?? ownMessage(slots, frame, coded);
  const words = text(slots.errorObject) ?? text(slots.errorText) ?? (message !== undefined && isPrinted(message) ? message : undefined);
  const errorText = words ?? object?.errorText;
  const type = text(slots.errorType) ?? object?.error?.type ?? coded;
  const name = object?.error?.name ?? text(slots.className);
  const plain = message ?? object?.error?.message;
  const stated = type !== undefined || plain !== undefined || errorText !== undefined || object?.responseBody !== undefined;
  return {
    ...(object?.responseHeaders !== undefined && {responseHeaders: object.responseHeaders}),
    ...(object?.responseBody !== undefined && {responseBody: object.responseBody}),
    ...(errorText !== undefined && {errorText}),
    status: statusOf(slots.status) ?? statusOf(object?.status) ?? failing(slots.code) ?? failing(object?.error?.code),
    ids: {header: object?.ids?.header, body: text(slots.requestId)},
    ...(stated && {error: {name, type, message: plain, param: known(slots.errorParam), code: object?.error?.code}}),
  };
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
const isPrinted = (message: string): boolean => message.includes('{') || /^(?:Error code: )?\d{3}\b/.test(message);

function requestParts(slots: Slots): Partial<Evidence> {
  const request = slots.request as JsonObject | undefined;
  if (request === undefined) return slots.requestHeaders === undefined ? {} : {requestHeaders: slots.requestHeaders};
  const inner = own(request, 'body');
  const body = isObject(inner) ? inner : request;
  const headers = slots.requestHeaders ?? own(request, 'headers');
  const url = text(own(request, 'url'));
  return {
    ...(headers !== undefined && {requestHeaders: headers}),
    ...(url !== undefined && isClaudeUrl(url) && {url}),
    requestBody: body,
    // The API demands these three: a body with all of them is taken as whole, any other as a selection.
    bodyComplete: ['model', 'max_tokens', 'messages'].every((name) => own(body, name) !== undefined),
  };
}

function statedOf(slots: Slots): Partial<CallFields> {
  const stated: Partial<CallFields> = {...messageFacts(slots.messages), ...toolFacts(slots.tools)};
  const model = known(slots.model);
  if (model !== undefined) stated.model = model;
  const version = known(slots.sdkVersion);
  if (version !== undefined && CLAUDE.test(version)) stated.client_sdk_version = version;
  const runtime = known(slots.runtime);
  if (runtime !== undefined) stated.sdk_language_runtime = runtime;
  const key = text(slots.apiKey);
  if (key !== undefined) stated.api_key_prefix = key;
  if (typeof slots.userId === 'string' || typeof slots.userId === 'number') stated.user_id = String(slots.userId);
  if (typeof slots.stream === 'boolean') stated.stream_mode = slots.stream;
  setCount(stated, 'max_tokens_requested', slots.maxTokens);
  setCount(stated, 'output_tokens', slots.outputTokens);
  setCount(stated, 'input_tokens', slots.inputTokens);
  return stated;
}

function isClaude({slots, stated}: Collected, evidence: Evidence, frame: Frame): boolean {
  const model = known(slots.model) ?? text(isObject(evidence.requestBody) ? own(evidence.requestBody, 'model') : undefined);
  if (model !== undefined) {
    if (CLAUDE.test(model)) return true;
    if (OTHER_MODEL.test(model)) return false;
  }
  const id = evidence.ids?.body ?? evidence.ids?.header;
  if (id !== undefined && isOwnId(id)) return true;
  if (evidence.url !== undefined && (isClaudeUrl(evidence.url) || CLAUDE.test(evidence.url))) return true;
  if (CLAUDE.test(String(slots.sdkVersion ?? ''))) return true;
  if (isGuideLine(slots, stated)) return true;
  const words = evidence.errorText ?? evidence.error?.message;
  return words !== undefined && (CLAUDE.test(words) || (frame.json !== undefined && CLAUDE.test(frame.text.slice(0, 4096))));
}

/** A line of the field guide's loggers: their own name for the status, and a type or a key beside it. */
function isGuideLine(slots: Slots, stated: Partial<CallFields>): boolean {
  if (statusOf(slots.status) === undefined) return false;
  const type = text(slots.errorType);
  return (type !== undefined && (isErrorType(type) || type === 'error' || TYPE_WORD.test(type))) || stated.api_key_prefix !== undefined;
}

const TYPE_WORD = new RegExp(ERROR_TYPES.join('|'));

function hasOutcome({slots, stated}: Collected, evidence: Evidence): boolean {
  if (evidence.status !== undefined || evidence.error !== undefined || evidence.errorText !== undefined) return true;
  if (stated.stream_error_occurred !== undefined || slots.outputTokens !== undefined) return true;
  const body = evidence.responseBody;
  return isObject(body) && (own(body, 'usage') !== undefined || own(body, 'content') !== undefined);
}

function millis(slots: Slots): number | undefined {
  const ms = Number(slots.totalMs ?? Number.NaN);
  if (Number.isFinite(ms)) return ms;
  const seconds = Number(slots.totalSeconds ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * MS : undefined;
}

function retriesOf(value: Json): {attempt: number} | undefined {
  const count = Number(value);
  return Number.isInteger(count) && count >= 0 ? {attempt: count + 1} : undefined;
}

/** A string that says something: placeholders of loggers do not. */
function known(value: Json | undefined): string | undefined {
  const string = text(value);
  return string === undefined || /^(?:unknown|none|null|undefined)$/i.test(string) ? undefined : string;
}

type CountName = 'max_tokens_requested' | 'output_tokens' | 'input_tokens';

function setCount(stated: Partial<CallFields>, name: CountName, value: Json | undefined): void {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) stated[name] = value;
}
