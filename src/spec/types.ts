import type {ErrorType} from './error-types.ts';
import {FIELD_NAMES, FIELDS, type FieldName, type FieldSpec} from './fields.ts';

/** One try of a call. */
export interface Attempt {
  readonly attempt: number;
  readonly timestamp?: number;
  readonly request_id?: string;
  readonly http_status_code?: number;
  readonly error_type?: string;
  readonly reason?: string;
  readonly duration_ms?: number;
  readonly delay_ms?: number;
  readonly layer: 'sdk' | 'relay';
}

/** Where a record came from. */
export interface RecordSource {
  readonly dialect: string;
  readonly envelope?: string;
  readonly file?: string;
  readonly line?: number;
  readonly host?: string;
  readonly container?: string;
  readonly pod?: string;
  readonly namespace?: string;
  readonly unit?: string;
  readonly tag?: string;
  readonly stream?: string;
}

interface Values {
  string: string;
  integer: number;
  number: number;
  boolean: boolean;
  strings: readonly string[];
  headers: Readonly<Record<string, string>>;
  attempts: readonly Attempt[];
  source: RecordSource;
}

type Fields = typeof FIELDS;
type Value<N extends FieldName> = N extends 'error_type' ? ErrorType : Values[Fields[N]['type']];
type Nullable<N extends FieldName> = Fields[N] extends {nullable: true} ? Value<N> | null : Value<N>;
type RequiredName = {[N in FieldName]: Fields[N]['tier'] extends 'required' ? N : never}[FieldName];

/** Canonical values of one call before redaction: may still hold secrets. Every key is there, in catalogue order. */
export type CallFields = {
  -readonly [N in FieldName]: N extends RequiredName ? Nullable<N> : Nullable<N> | undefined;
};

declare const redacted: unique symbol;
/** A canonical record that is safe to leave. Only the redactor can make one. */
export type CallRecord = Readonly<CallFields> & {readonly [redacted]: true};

/** The answer when nothing is known: what every record starts as, so that all have one shape. */
export const BLANK: Readonly<CallFields> = Object.freeze(
  Object.fromEntries(FIELD_NAMES.map((name) => [name, blankValue(FIELDS[name])])),
) as unknown as CallFields;

function blankValue(field: FieldSpec): unknown {
  if (field.tier !== 'required') return undefined;
  if (field.nullable) return null;
  return field.type === 'string' ? 'unknown' : 0;
}
