import {isObject, type Json, type JsonObject, own, text} from '../../util/json.ts';
import {timeOf, type Zone} from '../../util/time.ts';
import {attributesOf, objects} from './otlp.ts';
import type {Span} from './span.ts';

const US_PER_MS = 1000;
const FAILED = /error/i;
const WENT_WELL = /^(?:StatusCode\.)?ok$/i;

/** The span or log record that a console exporter printed, in Python, JavaScript or Go; undefined when it is neither. */
export function spanOfConsole(json: JsonObject, zone: Zone): Span | undefined {
  if (own(json, 'SpanContext') !== undefined) return ofGo(json, zone);
  if (!isObject(own(json, 'attributes'))) return undefined;
  if (isObject(own(json, 'context')) || own(json, 'trace_id') !== undefined || own(json, 'span_id') !== undefined)
    return ofPython(json, zone);
  return isObject(own(json, 'resource')) ? ofJavascript(json, zone) : undefined;
}

/** opentelemetry-sdk ReadableSpan.to_json and ReadableLogRecord.to_json. */
function ofPython(json: JsonObject, zone: Zone): Span {
  const context = own(json, 'context');
  const status = own(json, 'status');
  const code = isObject(status) ? text(own(status, 'status_code')) : undefined;
  const isLog = !isObject(context);
  return {
    name: text(own(json, 'name')) ?? text(own(json, 'event_name')) ?? text(own(json, 'body')) ?? '',
    isLog,
    traceId: text(own(isObject(context) ? context : json, 'trace_id'))?.replace(/^0x/, ''),
    start: timeOf(own(json, 'start_time'), zone)?.at,
    end: timeOf(own(json, 'end_time') ?? own(json, 'timestamp') ?? own(json, 'observed_timestamp'), zone)?.at,
    failed: stateOf(code),
    statusMessage: isObject(status) ? text(own(status, 'description')) : undefined,
    ...shared(json),
  };
}

/** ConsoleSpanExporter and ConsoleLogRecordExporter of opentelemetry-js: microseconds. */
function ofJavascript(json: JsonObject, zone: Zone): Span {
  const status = own(json, 'status');
  const code = isObject(status) ? own(status, 'code') : undefined;
  const at = timeOf(own(json, 'timestamp'), zone)?.at;
  const duration = own(json, 'duration');
  return {
    name: text(own(json, 'name')) ?? text(own(json, 'body')) ?? '',
    isLog: own(json, 'name') === undefined,
    traceId: text(own(json, 'traceId')),
    start: at,
    end: at !== undefined && typeof duration === 'number' ? Math.round(at + duration / US_PER_MS) : at,
    failed: code === 2 ? true : code === 1 ? false : undefined,
    statusMessage: isObject(status) ? text(own(status, 'message')) : undefined,
    ...shared(json),
  };
}

/** stdouttrace of opentelemetry-go. */
function ofGo(json: JsonObject, zone: Zone): Span {
  const context = own(json, 'SpanContext');
  const status = own(json, 'Status');
  const scope = own(json, 'InstrumentationScope') ?? own(json, 'InstrumentationLibrary');
  return {
    name: text(own(json, 'Name')) ?? '',
    isLog: false,
    traceId: isObject(context) ? text(own(context, 'TraceID')) : undefined,
    start: timeOf(own(json, 'StartTime'), zone)?.at,
    end: timeOf(own(json, 'EndTime'), zone)?.at,
    failed: stateOf(isObject(status) ? text(own(status, 'Code')) : undefined),
    statusMessage: isObject(status) ? text(own(status, 'Description')) : undefined,
    attributes: attributesOf(own(json, 'Attributes')),
    events: eventsOf(own(json, 'Events'), 'Name', 'Attributes'),
    scope: nameAndVersion(scope, 'Name', 'Version'),
    resource: attributesOf(own(json, 'Resource')),
  };
}

function shared(json: JsonObject) {
  const resource = own(json, 'resource');
  const scope =
    own(json, 'instrumentationScope') ?? own(json, 'instrumentation_scope') ?? own(json, 'instrumentationLibrary');
  return {
    attributes: attributesOf(own(json, 'attributes')),
    events: eventsOf(own(json, 'events'), 'name', 'attributes'),
    scope: nameAndVersion(scope, 'name', 'version'),
    resource: isObject(resource) ? attributesOf(own(resource, 'attributes')) : {},
  };
}

const eventsOf = (events: Json | undefined, name: string, attributes: string): Span['events'] =>
  objects(events).map((event) => ({
    name: text(own(event, name)) ?? '',
    attributes: attributesOf(own(event, attributes)),
  }));

const nameAndVersion = (scope: Json | undefined, name: string, version: string): Span['scope'] => ({
  name: isObject(scope) ? text(own(scope, name)) : undefined,
  version: isObject(scope) ? text(own(scope, version)) : undefined,
});

function stateOf(code: string | undefined): boolean | undefined {
  if (code === undefined) return undefined;
  return FAILED.test(code) ? true : WENT_WELL.test(code) ? false : undefined;
}
