import {FIELD_NAMES, FIELDS, type FieldSpec} from '../src/spec/fields.ts';
import {SCHEMA_ID} from '../src/spec/version.ts';

const ATTEMPT = {
  type: 'object',
  required: ['attempt', 'layer'],
  additionalProperties: false,
  properties: {
    attempt: {type: 'integer', minimum: 1},
    timestamp: {type: 'integer'},
    request_id: {type: 'string'},
    http_status_code: {type: 'integer', minimum: 100, maximum: 599},
    error_type: {type: 'string'},
    reason: {type: 'string'},
    duration_ms: {type: 'integer', minimum: 0},
    delay_ms: {type: 'integer', minimum: 0},
    layer: {enum: ['sdk', 'relay']},
  },
};
const TEXT = {type: 'string'};
const SOURCE = {
  type: 'object',
  required: ['dialect'],
  additionalProperties: false,
  properties: {
    dialect: TEXT,
    envelope: TEXT,
    file: TEXT,
    line: {type: 'integer', minimum: 1},
    ...Object.fromEntries(
      ['host', 'container', 'pod', 'namespace', 'unit', 'tag', 'stream'].map((name) => [name, TEXT]),
    ),
  },
};

/** The JSON Schema (draft 2020-12) of the record, from the field catalogue. */
export function schemaText(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    $comment: 'Generated from src/spec/fields.ts by npm run generate.',
    title: 'Call record',
    description: 'One call to the Claude API, canonical and redacted.',
    type: 'object',
    required: FIELD_NAMES.filter((name) => FIELDS[name].tier === 'required' || name === 'spec'),
    additionalProperties: false,
    properties: Object.fromEntries(FIELD_NAMES.map((name) => [name, property(FIELDS[name])])),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function property(field: FieldSpec): object {
  return {description: `${field.summary} From ${field.source}.`, ...shape(field), examples: [field.example]};
}

function shape(field: FieldSpec): object {
  const {minimum, maximum, pattern, maxLength, values} = field;
  const bounds = {
    ...(minimum !== undefined && {minimum}),
    ...(maximum !== undefined && {maximum}),
    ...(pattern !== undefined && {pattern}),
    ...(maxLength !== undefined && {maxLength}),
  };
  if (values) return {enum: field.nullable ? [...values, null] : values};
  if (field.type === 'strings') return {type: 'array', items: TEXT};
  if (field.type === 'headers') return {type: 'object', additionalProperties: TEXT};
  if (field.type === 'attempts') return {type: 'array', items: ATTEMPT};
  if (field.type === 'source') return SOURCE;
  return {type: field.nullable ? [field.type, 'null'] : field.type, ...bounds};
}
