import type {Context, Source} from '../framing/frame.ts';
import {isObject, type Json, type JsonObject, text} from '../util/json.ts';
import {readTime, timeOf, type Zone} from '../util/time.ts';
import {type Place, placeOfFile} from './place.ts';

type Maybe<T> = {readonly [K in keyof T]?: T[K] | undefined};
type Writable<T> = {-readonly [K in keyof T]?: T[K]};
export type Facts = Maybe<Omit<Context, 'source'>>;

/** Leaves out what is undefined. Spelled out: a loop over keys, or a spread, costs microseconds per line. */
export function context(
  {at, zoneless}: Facts,
  {level, logger, traceId, pid, thread}: Facts = {},
): Partial<Omit<Context, 'source'>> {
  const result: Writable<Omit<Context, 'source'>> = {};
  if (at !== undefined) result.at = at;
  if (zoneless !== undefined) result.zoneless = zoneless;
  if (level !== undefined) result.level = level;
  if (logger !== undefined) result.logger = logger;
  if (traceId !== undefined) result.traceId = traceId;
  if (pid !== undefined) result.pid = pid;
  if (thread !== undefined) result.thread = thread;
  return result;
}

/** Leaves out what is undefined. */
export function source({file, host, container, pod, namespace, unit, tag, stream}: Maybe<Source>): Partial<Source> {
  const result: Writable<Source> = {};
  const place = placeOf(file) ?? placeOf(tag);
  if (place !== undefined) Object.assign(result, place);
  if (file !== undefined) result.file = file;
  if (host !== undefined) result.host = host;
  if (container !== undefined) result.container = container;
  if (pod !== undefined) result.pod = pod;
  if (namespace !== undefined) result.namespace = namespace;
  if (unit !== undefined) result.unit = unit;
  if (tag !== undefined) result.tag = tag;
  if (stream !== undefined) result.stream = stream;
  return result;
}

const placeOf = (name: string | undefined): Place | undefined =>
  name?.endsWith('.log') ? placeOfFile(name) : undefined;

/** `at` and `zoneless` of a JSON value. */
export function timed(value: Json | undefined, zone: Zone): Facts {
  return value === undefined ? {} : pick(timeOf(value, zone));
}

/** `at` and `zoneless` of a printed time. */
export function timedText(printed: string, zone: Zone): Facts {
  return pick(readTime(printed, zone));
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** The levels that pino and bunyan share: 10, 20, … 60. */
export function numberedLevel(level: number): string {
  return LEVELS[level / 10 - 1] ?? String(level);
}

const SEVERITIES = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug'];

/** The severity in a syslog priority (facility × 8 + severity). */
export function severity(priority: string | undefined): string | undefined {
  return priority !== undefined && /^\d{1,3}$/.test(priority) ? SEVERITIES[Number(priority) & 7] : undefined;
}

/** A number or a non-empty string, as text. */
export function label(value: Json | undefined): string | undefined {
  return typeof value === 'number' ? String(value) : text(value);
}

/** The message and, below it, the stack that the logger's error serializer left. */
export function withStack(message: string | undefined, error: Json | undefined): string {
  const stack = isObject(error) ? text(error.stack) : text(error);
  if (stack === undefined) return message ?? '';
  return message ? `${message}\n${stack}` : stack;
}

/** Pod, namespace, container and node in the `kubernetes` object that collectors add. */
export function kubernetesSource(value: Json | undefined): Maybe<Source> {
  if (!isObject(value)) return {};
  const at: JsonObject = value;
  return {
    pod: text(at.pod_name),
    namespace: text(at.namespace_name) ?? text(at.pod_namespace),
    container: text(at.container_name),
    host: text(at.host) ?? text(at.pod_node_name),
  };
}

function pick(time: {readonly at: number; readonly zoneless?: unknown} | undefined): Facts {
  if (time === undefined) return {};
  return time.zoneless ? {at: time.at, zoneless: true} : {at: time.at};
}
