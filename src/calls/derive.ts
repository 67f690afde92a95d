import {isOfficialType} from '../spec/error-types.ts';
import {FIELD_NAMES, type FieldName} from '../spec/fields.ts';
import {type CallFields, complete, type Draft, emptyDraft, type RecordSource} from '../spec/types.ts';
import {SPEC_VERSION} from '../spec/version.ts';
import {blockTypes, type Call, first, lastTry, latest, settled, statusOfTry, type Try} from './call.ts';
import type {Facts} from './facts.ts';
import {fingerprint} from './fingerprint.ts';
import {bestId} from './request-id.ts';
import {retryFields} from './retries.ts';
import {clientsOwn} from './servers.ts';
import {takeTimes} from './times.ts';

/** Tells which facts and which rule gave a field; called only when somebody wants to know. */
export type Explain = (field: FieldName, facts: Facts, rule: string) => void;

export interface DeriveOptions {
  /** ms since the epoch; stands in for a time that no line tells. */
  readonly now: () => number;
  readonly zoneAssumed: boolean;
  readonly explain?: Explain | undefined;
}

const FULL_URL = /^[a-z]+:\/\//i;
/** The canonical values of a call, in catalogue order. Every value can be traced to one line and one rule. */
export function derive(call: Call, options: DeriveOptions): CallFields {
  // The last try first: what its answer says beats what an earlier one said.
  const facts =
    call.tries.length === 1
      ? lastTry(call).facts
      : [...lastTry(call).facts, ...call.tries.slice(0, -1).flatMap((one) => one.facts)];
  const {explain} = options;
  const fields = takeFields(facts, explain);
  const assumed = new Set<string>();
  takeRetries(fields, call, assumed);
  takeOutcome(fields, call, assumed, explain);
  takeIds(fields, call, explain);
  takeTimes(fields, call, assumed, options);
  const trace = facts.find((one) => one.traceId !== undefined);
  if (trace?.traceId !== undefined) {
    fields.trace_id = trace.traceId;
    explain?.('trace_id', trace, 'trace id of the line');
  }
  if (call.ambiguous) assumed.add('call');
  fields.source = sourceOf(lastTry(call).facts);
  if (assumed.size > 0) fields.assumed = [...assumed];
  return seal(fields);
}

/** The last step of every record: what is missing is filled, a failure gets its fingerprint. */
export function seal(fields: Draft): CallFields {
  fields.spec = SPEC_VERSION;
  const record = complete(fields);
  if (record.error_type !== null) record.fingerprint = fingerprint(record);
  return record;
}

/** Every field that a line states, the first line first; a full URL beats a path. One line alone gives its own draft. */
function takeFields(facts: readonly Facts[], explain: Explain | undefined): Draft {
  const [only] = facts;
  if (facts.length === 1 && only && !explain) return only.fields;
  const fields = emptyDraft();
  for (const name of FIELD_NAMES) {
    const named = facts.filter((one) => one.fields[name] !== undefined);
    const winner =
      (name === 'endpoint' ? named.find((one) => FULL_URL.test(one.fields.endpoint ?? '')) : undefined) ?? named[0];
    if (winner === undefined) continue;
    (fields as Record<FieldName, unknown>)[name] =
      name === 'response_content_types' ? blockTypes(named) : winner.fields[name];
    explain?.(name, winner, winner === named[0] ? 'first that states it' : 'full URL beats a path');
  }
  return fields;
}

/** What the lines show of retries beats what one of them states. */
function takeRetries(fields: Draft, call: Call, assumed: Set<string>): void {
  const {retry_count, retry_reason, request_attempts_log} = retryFields(call);
  fields.retry_count = retry_count;
  fields.retry_reason = retry_count === 0 ? undefined : (retry_reason ?? fields.retry_reason);
  if (request_attempts_log) fields.request_attempts_log = request_attempts_log;
  if (request_attempts_log && call.tries.some((one) => one.facts.some(({type}) => type?.assumed)))
    assumed.add('request_attempts_log');
}

/** Status, type and message of the last try; an earlier failure does not outlive a good end. */
function takeOutcome(fields: Draft, call: Call, assumed: Set<string>, explain: Explain | undefined): void {
  const status = statusOfTry(lastTry(call));
  const last: Try = {...lastTry(call), facts: [...settled(lastTry(call))]};
  const broken = last.facts.some((one) => one.broken);
  if (status !== undefined) fields.http_status_code = status;
  else if (broken) {
    fields.http_status_code = 200;
    assumed.add('http_status_code');
  }
  const upstream = latest(last, (one) => one.upstreamStatus);
  if (upstream !== undefined && upstream !== fields.http_status_code) fields.upstream_status_code = upstream;
  const typed = bestTyped(last);
  if (broken || (typed?.type && cameInStream(typed, status, fields.stream_mode))) {
    fields.stream_mode = true;
    fields.stream_error_occurred = true;
  } else fields.stream_error_occurred = first(last, (one) => one.fields.stream_error_occurred);
  if (typed?.type) {
    fields.error_type = typed.type.value;
    if (typed.type.original !== undefined) fields.error_type_original = typed.type.original;
    if (typed.type.assumed) assumed.add('error_type');
    explain?.('error_type', typed, typed.type.rule);
    const worded = typed.message !== undefined ? typed : last.facts.find((one) => one.message !== undefined);
    if (worded?.message !== undefined) fields.error_message = worded.message;
    if (worded) explain?.('error_message', worded, 'innermost message');
  } else {
    fields.error_code = undefined;
    fields.error_param = undefined;
  }
}

/** A good status and then a printed error without a status of its own: an event of the stream. */
const cameInStream = ({type, status: own}: Facts, status: number | undefined, mode: boolean | undefined): boolean =>
  status !== undefined &&
  status < 300 &&
  own === undefined &&
  mode !== false &&
  type?.assumed === false &&
  isOfficialType(type.value);

/** The line that knows the type best: a printed one, then an inferred one, then one that knows only that it failed. */
function bestTyped(one: Try): Facts | undefined {
  const typed = one.facts.filter((facts) => facts.type !== undefined);
  const rank = ({type}: Facts): number =>
    type?.value === 'unknown_error_type' && type.original === undefined ? 2 : type?.assumed ? 1 : 0;
  return typed.sort((a, b) => rank(a) - rank(b))[0];
}

function takeIds(fields: Draft, call: Call, explain: Explain | undefined): void {
  const last = lastTry(call);
  const ids = last.facts.length === 1 ? (last.facts[0] as Facts).ids : settled(last).flatMap((one) => one.ids);
  const best = bestId(ids);
  if (best === undefined) return;
  fields.request_id = best.value;
  const teller = last.facts.find((one) => one.ids.includes(best));
  if (teller) explain?.('request_id', teller, best.rule);
  const relay = ids.find((id) => id.rank >= 4 && id.value !== best.value);
  if (best.rank <= 3 && relay) fields.relay_request_id = relay.value;
}

/** The record's home: the line that told the outcome, else the last one. Spelled out, since spreading it is slow. */
function sourceOf(facts: readonly Facts[]): RecordSource {
  const own = clientsOwn(facts);
  const home = own.find((one) => one.phase === 'end') ?? (own[own.length - 1] as Facts);
  const {envelope, file, host, container, pod, namespace, unit, tag, stream} = home.context.source;
  return {
    dialect: home.dialect,
    envelope,
    file: home.line.file ?? file,
    line: home.line.number,
    host,
    container,
    pod,
    namespace,
    unit,
    tag,
    stream,
  };
}
