import {isObject, type Json, type JsonObject, own} from '../util/json.ts';
import {FIELDS, type FieldName, type FieldSpec} from './fields.ts';

/** True when a value can stand under a field's name as it is: type, range and closed vocabulary. */
export function isValueOf(name: FieldName, value: unknown): boolean {
  const field: FieldSpec = FIELDS[name];
  if (value === null) return field.nullable === true;
  switch (field.type) {
    case 'string':
      return typeof value === 'string' && value !== '' && fits(field, value);
    case 'integer':
      return Number.isSafeInteger(value) && inRange(field, value as number);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'strings':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'headers':
      return isObject(value) && Object.values(value).every((item) => typeof item === 'string');
    case 'attempts':
      return Array.isArray(value) && value.every(isAttempt);
    case 'source':
      return isObject(value) && typeof value['dialect'] === 'string';
  }
}

const PATTERNS = new Map<string, RegExp>();

function fits({values, pattern, privacy}: FieldSpec, value: string): boolean {
  if (values) return values.includes(value);
  // A key in clear under the name of its prefix is not refused: the redactor masks it.
  if (pattern === undefined || privacy === 'key') return true;
  const compiled = PATTERNS.get(pattern) ?? new RegExp(pattern);
  PATTERNS.set(pattern, compiled);
  return compiled.test(value);
}

const inRange = (field: FieldSpec, value: number): boolean =>
  value >= (field.minimum ?? Number.NEGATIVE_INFINITY) && value <= (field.maximum ?? Number.POSITIVE_INFINITY);

const isAttempt = (value: unknown): boolean =>
  isObject(value) && Number.isSafeInteger(value['attempt']) && (value['layer'] === 'sdk' || value['layer'] === 'relay');

const ATTEMPT_PARTS: Readonly<Record<string, (value: Json) => boolean>> = {
  attempt: isCount,
  timestamp: isCount,
  request_id: isText,
  http_status_code: (value) => isCount(value) && (value as number) >= 100 && (value as number) <= 599,
  error_type: isText,
  reason: isText,
  duration_ms: isCount,
  delay_ms: isCount,
  layer: isText,
};
const SOURCE_PARTS: Readonly<Record<string, (value: Json) => boolean>> = {
  dialect: isText,
  envelope: isText,
  file: isText,
  line: isCount,
  ...Object.fromEntries(
    ['host', 'container', 'pod', 'namespace', 'unit', 'tag', 'stream'].map((name) => [name, isText]),
  ),
};

/** A value without the parts that the record has no place for: objects inside it have fixed names too. */
export function knownParts(name: FieldName, value: Json): Json {
  const {type} = FIELDS[name];
  if (type === 'source' && isObject(value)) return pick(value, SOURCE_PARTS);
  if (type === 'attempts' && Array.isArray(value))
    return value.map((item) => (isObject(item) ? pick(item, ATTEMPT_PARTS) : item));
  return value;
}

function pick(value: JsonObject, parts: Readonly<Record<string, (value: Json) => boolean>>): JsonObject {
  const picked: Record<string, Json> = {};
  for (const [name, accepts] of Object.entries(parts)) {
    const part = own(value, name);
    if (part !== undefined && accepts(part)) picked[name] = part;
  }
  return picked;
}

function isCount(value: Json): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: Json): boolean {
  return typeof value === 'string' && value !== '';
}
