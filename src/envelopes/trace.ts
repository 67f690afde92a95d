import {isObject, type Json, type JsonObject} from '../util/json.ts';

const TRACEPARENT = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}/;
/** What instrumentations print when there is no current span, and what printf makes of a missing value. */
const NOTHING = /^(?:[0-]*|none|null|undefined)$/i;
const STATED = /(?:trace[_.]?id|otelTraceID|correlation[_-]?id|request[_-]?id|req[_-]?id)=([^\s,;\]]{1,128})/i;

/** The trace id in a JSON log entry, under the names that loggers and instrumentations use. */
export function traceIdOf(entry: JsonObject): string | undefined {
  return (
    id(entry.trace_id) ??
    id(entry.traceId) ??
    id(entry['trace.id']) ??
    (isObject(entry.trace) ? id(entry.trace.id) : undefined) ??
    id(entry.otelTraceID) ??
    parentOf(entry.traceparent) ??
    id(entry.correlation_id) ??
    id(entry.correlationId) ??
    id(entry['x-trace-id']) ??
    requestOf(entry.reqId) ??
    requestOf(entry.req_id)
  );
}

/** The trace id in a text such as `trace_id=abc span_id=def`. */
export function traceIdIn(text: string): string | undefined {
  const stated = STATED.exec(text)?.[1];
  return stated === undefined ? undefined : requestOf(stated);
}

/** The trace in a W3C `traceparent` header. */
export function parentOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? id(TRACEPARENT.exec(value)?.[1]) : undefined;
}

/** A server's own number for the request it serves. The API's `req_…` is the other side's and joins nothing here. */
function requestOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  const found = id(value);
  return found?.startsWith('req_') ? undefined : found;
}

function id(value: Json | undefined): string | undefined {
  return typeof value === 'string' && !NOTHING.test(value) ? value : undefined;
}
