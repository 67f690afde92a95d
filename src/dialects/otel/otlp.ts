import {isObject, type Json, type JsonObject, own, text} from '../../util/json.ts';
import type {Span} from './span.ts';

/** One line of a file exporter holds a batch: no batch processor sends more. */
const MAX_SPANS = 512;
const MAX_DEPTH = 8;
const NS_PER_MS = 1_000_000;
const ERROR = 2;

/** The spans and log records in one line of OTLP JSON (opentelemetry-proto docs/specification.md, "JSON Protobuf Encoding"). */
export function spansOfOtlp(json: JsonObject): Span[] {
  const out: Span[] = [];
  for (const group of objects(own(json, 'resourceSpans'))) {
    for (const scoped of objects(own(group, 'scopeSpans') ?? own(group, 'instrumentationLibrarySpans')))
      for (const span of objects(own(scoped, 'spans')))
        if (out.length < MAX_SPANS) out.push(spanOf(span, scoped, group));
  }
  for (const group of objects(own(json, 'resourceLogs'))) {
    for (const scoped of objects(own(group, 'scopeLogs')))
      for (const log of objects(own(scoped, 'logRecords')))
        if (out.length < MAX_SPANS) out.push(logOf(log, scoped, group));
  }
  return out;
}

function spanOf(span: JsonObject, scoped: JsonObject, group: JsonObject): Span {
  const status = own(span, 'status');
  const code = isObject(status) ? own(status, 'code') : undefined;
  return {
    ...shared(span, scoped, group),
    name: text(own(span, 'name')) ?? '',
    isLog: false,
    start: msOf(own(span, 'startTimeUnixNano')),
    end: msOf(own(span, 'endTimeUnixNano')),
    failed:
      code === ERROR || code === 'STATUS_CODE_ERROR'
        ? true
        : code === 1 || code === 'STATUS_CODE_OK'
          ? false
          : undefined,
    statusMessage: isObject(status) ? text(own(status, 'message')) : undefined,
    events: objects(own(span, 'events')).map((event) => ({
      name: text(own(event, 'name')) ?? '',
      attributes: attributesOf(own(event, 'attributes')),
    })),
  };
}

function logOf(log: JsonObject, scoped: JsonObject, group: JsonObject): Span {
  const at = msOf(own(log, 'timeUnixNano')) ?? msOf(own(log, 'observedTimeUnixNano'));
  const body = plainOf(own(log, 'body'), 0);
  return {
    ...shared(log, scoped, group),
    name: text(own(log, 'eventName')) ?? text(body) ?? '',
    isLog: true,
    start: undefined,
    end: at,
    failed: undefined,
    statusMessage: undefined,
    events: [],
  };
}

function shared(one: JsonObject, scoped: JsonObject, group: JsonObject) {
  const scope = own(scoped, 'scope') ?? own(scoped, 'instrumentationLibrary');
  const resource = own(group, 'resource');
  return {
    traceId: text(own(one, 'traceId')),
    attributes: attributesOf(own(one, 'attributes')),
    scope: {
      name: isObject(scope) ? text(own(scope, 'name')) : undefined,
      version: isObject(scope) ? text(own(scope, 'version')) : undefined,
    },
    resource: isObject(resource) ? attributesOf(own(resource, 'attributes')) : {},
  };
}

/** A list of `{key, value}`, Go's `{Key, Value}`, or an object already. */
export function attributesOf(list: Json | undefined): JsonObject {
  if (isObject(list)) return list;
  const out: Record<string, Json> = Object.create(null);
  for (const entry of objects(list)) {
    const key = text(own(entry, 'key')) ?? text(own(entry, 'Key'));
    const value = plainOf(own(entry, 'value') ?? own(entry, 'Value'), 0);
    if (key !== undefined && value !== undefined) out[key] = value;
  }
  return {...out};
}

function plainOf(value: Json | undefined, depth: number): Json | undefined {
  if (!isObject(value) || depth > MAX_DEPTH) return value;
  const integer = own(value, 'intValue');
  if (integer !== undefined) return Number(integer);
  const list = own(value, 'arrayValue');
  if (isObject(list)) return values(list).map((one) => plainOf(one, depth + 1) ?? null);
  const plain =
    own(value, 'stringValue') ?? own(value, 'doubleValue') ?? own(value, 'boolValue') ?? own(value, 'Value');
  return plain ?? undefined;
}

function values(list: JsonObject): readonly Json[] {
  const items = own(list, 'values');
  return Array.isArray(items) ? items : [];
}

export const objects = (list: Json | undefined): JsonObject[] =>
  Array.isArray(list) ? (list as readonly Json[]).filter(isObject) : [];

/** Nanoseconds, as digits in a string. */
function msOf(value: Json | undefined): number | undefined {
  const ns = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return ns > 0 ? Math.floor(ns / NS_PER_MS) : undefined;
}
