import {messageFacts, toolFacts} from '../../calls/content.ts';
import {isValueOf} from '../../spec/check.ts';
import {FIELDS, type FieldName} from '../../spec/fields.ts';
import type {Draft} from '../../spec/types.ts';
import {useOf} from './collect.ts';
import {known} from './evidence.ts';
import type {Scanner} from './scan.ts';

/** What is read later, when the rest is known. */
export interface Extra {
  response: string | undefined;
}

/** Reads the value that the scanner stands on; false when the line must be read the long way. */
export type Step = (fields: Draft, text: string, scan: Scanner, extra: Extra) => boolean;

const TEXTS =
  'error_type error_message error_param model endpoint client_sdk_version sdk_language_runtime request_id user_id';
const VALUES =
  'messages_count tools_count max_tokens_requested temperature retry_reason request_headers_hash request_body_hash stream_mode content_types_in_messages ' +
  'user_id_hash business_module client_ip proxy_used output_tokens_estimated stream_chunks_received tool_names output_tokens input_tokens response_content_types';
/** A logger or a collector may be around the entry, or the record is our own. */
const NOT_PLAIN =
  /^(?:level|levelname|severity|msg|message|log|MESSAGE|exec|time|ts|date|v|name|err|error|exc_info|spec|custom_headers)$/;
const MAX_NAMES = 1024;

/** The step of each name, worked out once per spelling. */
export function createSteps(): (key: string) => Step {
  const steps = new Map<string, Step>([
    ...TEXTS.split(' ').map((name) => [name, textStep(name as FieldName)] as const),
    ...VALUES.split(' ').map((name) => [name, valueStep(name as FieldName)] as const),
    ['trace_id', textStep('trace_id', /^[\da-f]{2}-[\da-f]{32}-/)],
    ['api_key', textStep('api_key_prefix')],
    ['api_key_prefix', textStep('api_key_prefix')],
    ['timestamp', numberStep('timestamp', /^1\d{12}$/)],
    ['http_status_code', numberStep('http_status_code', /^[1-5]\d\d$/)],
    ['status_code', numberStep('http_status_code', /^[1-5]\d\d$/)],
    ['retry_count', numberStep('retry_count', /^(?:0|[1-9]\d{0,3})$/)],
    ['response_time_ms', numberStep('response_time_ms', /^(?:0|[1-9]\d{0,9})$/)],
    ['latency_ms', numberStep('response_time_ms', /^(?:0|[1-9]\d{0,9})$/)],
    ['messages', (fields, _text, scan) => assign(fields, messageFacts(lightValue(scan)))],
    ['tools', (fields, _text, scan) => assign(fields, toolFacts(lightValue(scan)))],
    ['response', takeResponse],
  ]);
  return (key) => {
    const step = steps.get(key);
    if (step !== undefined) return step;
    const other = Object.hasOwn(FIELDS, key) || NOT_PLAIN.test(key) || useOf(key) !== undefined ? refuse : skip;
    // A copy of the name: a slice would keep its line alive.
    if (steps.size < MAX_NAMES) steps.set(JSON.parse(JSON.stringify(key)), other);
    return other;
  };
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const refuse: Step = () => false;
/** A name that means nothing here; its value must be JSON all the same. */
const skip: Step = (_fields, text, scan) => parsed(text.slice(scan.start, scan.end)) !== undefined;

const QUOTE = 34;
const CONTROL = /[\u0000-\u001f]/;

/** A text; `null` says nothing, and neither do a logger's placeholders. */
function textStep(name: FieldName, refused?: RegExp): Step {
  return (fields, text, scan) => {
    if (text.charCodeAt(scan.start) !== QUOTE) return text.slice(scan.start, scan.end) === 'null';
    const inner = text.slice(scan.start + 1, scan.end - 1);
    const value = scan.escaped ? parsed(`"${inner}"`) : CONTROL.test(inner) ? undefined : inner;
    if (fields[name] !== undefined || typeof value !== 'string' || known(value) === undefined || refused?.test(value))
      return false;
    (fields as Record<FieldName, unknown>)[name] = value;
    return true;
  };
}

/** Digits of the one form that needs no second look. */
function numberStep(name: FieldName, form: RegExp): Step {
  return (fields, text, scan) => {
    const raw = text.slice(scan.start, scan.end);
    if (fields[name] !== undefined || !form.test(raw)) return false;
    (fields as Record<FieldName, unknown>)[name] = Number(raw);
    return true;
  };
}

const SIMPLE_NUMBER = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/;

/** A value that stands in the record as it stands in the line. */
function valueStep(name: FieldName): Step {
  return (fields, text, scan) => {
    const raw = text.slice(scan.start, scan.end);
    const value = SIMPLE_NUMBER.test(raw) ? Number(raw) : raw === 'true' ? true : raw === 'false' ? false : parsed(raw);
    if (value === null) return true;
    if (fields[name] !== undefined || value === 'unknown' || !isValueOf(name, value)) return false;
    (fields as Record<FieldName, unknown>)[name] = value;
    return true;
  };
}

const lightValue = (scan: Scanner): unknown => (scan.nested ? parsed(scan.light) : undefined);

const takeResponse: Step = (_fields, _text, scan, extra) => {
  if (!scan.nested || extra.response !== undefined) return false;
  extra.response = scan.light;
  return true;
};

/** Counts and kinds that nothing else has stated. */
function assign(fields: Draft, facts: object): boolean {
  let any = false;
  for (const name in facts) {
    if (fields[name as FieldName] !== undefined) return false;
    (fields as Record<string, unknown>)[name] = (facts as Record<string, unknown>)[name];
    any = true;
  }
  return any;
}
