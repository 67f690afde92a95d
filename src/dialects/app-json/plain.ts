import {messageFacts, responseFacts, toolFacts} from '../../calls/content.ts';
import {isErrorBody} from '../../calls/find-body.ts';
import {isOwnId} from '../../calls/request-id.ts';
import {isValueOf} from '../../spec/check.ts';
import {FIELDS, type FieldName} from '../../spec/fields.ts';
import type {Draft} from '../../spec/types.ts';
import {isObject, type Json, type JsonObject} from '../../util/json.ts';
import {CLAUDE} from '../models.ts';
import {useOf} from './collect.ts';
import {known} from './evidence.ts';

/** Stand in the record as they stand in the line. */
const STATED: readonly FieldName[] = [
  'messages_count',
  'tools_count',
  'max_tokens_requested',
  'temperature',
  'retry_reason',
  'request_headers_hash',
  'request_body_hash',
  'stream_mode',
  'content_types_in_messages',
  'user_id_hash',
  'business_module',
  'client_ip',
  'proxy_used',
  'output_tokens_estimated',
  'stream_chunks_received',
  'tool_names',
  'output_tokens',
  'input_tokens',
  'response_content_types',
];
const READ: ReadonlySet<string> = new Set([
  ...STATED,
  ...'timestamp trace_id request_id http_status_code status_code error_type error_message error_param model'.split(' '),
  ...'endpoint client_sdk_version sdk_language_runtime api_key api_key_prefix user_id'.split(' '),
  ...'retry_count response_time_ms latency_ms messages tools response'.split(' '),
]);
/** A logger or a collector may be around the entry, or the record is our own. */
const NOT_PLAIN =
  /^(?:level|levelname|severity|msg|message|log|MESSAGE|exec|time|ts|date|v|name|err|error|exc_info|spec|custom_headers)$/;
const MAX_NAMES = 1024;
const names = new Map<string, boolean>();

/** Whether a line may have this name: it is read here, or it means nothing to anybody. Worked out once per spelling. */
export function isPlainName(name: string): boolean {
  const before = names.get(name);
  if (before !== undefined) return before;
  const plain = READ.has(name) || !(Object.hasOwn(FIELDS, name) || NOT_PLAIN.test(name) || useOf(name) !== undefined);
  if (names.size < MAX_NAMES) names.set(name, plain);
  return plain;
}

/** What the record needs and what a failure says, each in the one form that needs no second look. False: not plain. */
export function takeNeeded(fields: Draft, json: JsonObject): boolean {
  const status = only(json.http_status_code, json.status_code);
  const time = only(json.response_time_ms, json.latency_ms);
  const key = only(json.api_key, json.api_key_prefix);
  const retries = json.retry_count ?? undefined;
  if (!isCount(json.timestamp, 1e12, 2e12) || !isCount(status, 100, 600)) return false;
  if (time !== undefined && !isCount(time, 0, 1e10)) return false;
  if (retries !== undefined && !isCount(retries, 0, 1e4)) return false;
  if (!isWord(json.trace_id) || TRACEPARENT.test(json.trace_id)) return false;
  if (!isWord(json.request_id) || !isOwnId(json.request_id)) return false;
  if (!isWord(json.model) || !CLAUDE.test(json.model) || !isWord(json.endpoint)) return false;
  if (!isWord(json.client_sdk_version) || !isWord(json.sdk_language_runtime)) return false;
  fields.timestamp = json.timestamp;
  fields.trace_id = json.trace_id;
  fields.request_id = json.request_id;
  fields.http_status_code = status;
  fields.model = json.model;
  fields.endpoint = json.endpoint;
  fields.client_sdk_version = json.client_sdk_version;
  fields.sdk_language_runtime = json.sdk_language_runtime;
  fields.response_time_ms = time;
  fields.retry_count = retries;
  return (
    takeWord(fields, 'error_type', json.error_type) &&
    takeWord(fields, 'error_message', json.error_message) &&
    takeWord(fields, 'error_param', json.error_param) &&
    takeWord(fields, 'api_key_prefix', key) &&
    takeWord(fields, 'user_id', json.user_id)
  );
}

/** Values that stand for themselves. */
export function takeStated(fields: Draft, json: JsonObject): boolean {
  for (const name of STATED) {
    const value = json[name];
    if (value === undefined || value === null) continue;
    if (value === 'unknown' || !isValueOf(name, value)) return false;
    (fields as Record<FieldName, unknown>)[name] = value;
  }
  return true;
}

/** Counts and kinds of the content that the line holds, which nothing else may have stated. */
export function takeContent(fields: Draft, {messages, tools, response}: JsonObject): boolean {
  if (messages !== undefined && !assign(fields, messageFacts(messages))) return false;
  if (tools !== undefined && !assign(fields, toolFacts(tools))) return false;
  if (response === undefined) return true;
  if (!isObject(response) || isErrorBody(response)) return false;
  const facts = responseFacts(response);
  for (const name in facts) (fields as Record<string, unknown>)[name] ??= facts[name as FieldName];
  return true;
}

const TRACEPARENT = /^[\da-f]{2}-[\da-f]{32}-/;
/** Two spellings of one name in a line are for the long way to judge. */
const BOTH = Symbol('both');
type Value = Json | undefined | typeof BOTH;

function only(a: Json | undefined, b: Json | undefined): Value {
  if (b === undefined || b === null) return a ?? undefined;
  return a === undefined || a === null ? b : BOTH;
}

const isCount = (value: Value, from: number, below: number): value is number =>
  Number.isInteger(value) && (value as number) >= from && (value as number) < below;

const LONGEST_PLACEHOLDER = 9;

/** A text that says something. */
const isWord = (value: Value): value is string =>
  typeof value === 'string' && (value.length > LONGEST_PLACEHOLDER || known(value) !== undefined);

type TextName = 'error_type' | 'error_message' | 'error_param' | 'api_key_prefix' | 'user_id';

/** `null` says nothing. */
function takeWord(fields: Draft, name: TextName, value: Value): boolean {
  if (value === undefined || value === null) return true;
  if (!isWord(value)) return false;
  (fields as Record<TextName, unknown>)[name] = value;
  return true;
}

function assign(fields: Draft, facts: object): boolean {
  for (const name in facts) {
    if (fields[name as FieldName] !== undefined) return false;
    (fields as Record<string, unknown>)[name] = (facts as Record<string, unknown>)[name];
  }
  return true;
}
