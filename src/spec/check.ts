import {isObject} from '../util/json.ts';
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
