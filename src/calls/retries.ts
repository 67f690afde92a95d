import {UNKNOWN_TYPE} from '../spec/error-types.ts';
import type {Attempt, CallFields} from '../spec/types.ts';
import {
  answeredAt,
  type Call,
  failedHops,
  first,
  hopServed,
  idOfTry,
  lastTry,
  latest,
  statusOfTry,
  type Try,
} from './call.ts';
import type {Facts} from './facts.ts';
import {bestId} from './request-id.ts';
import {isServers} from './servers.ts';

type Fields = Partial<CallFields>;

/**
 * retry_count, retry_reason and request_attempts_log. The client and a relay count each for itself: both stand in the
 * log, with their layer, and the higher count is taken, never the sum.
 */
export function retryFields(call: Call): Fields {
  const hops = hopsOf(lastTry(call));
  const counted = Math.max(countedAttempts(call), countedHops(call));
  const shown = Math.max(call.tries.length, hops.length);
  const stated = statedRetries(call);
  const count =
    Math.max(counted, shown) > 1 ? Math.max(counted, shown) - 1 : (stated ?? (isCounted(call) ? 0 : undefined));
  if (count === undefined) return {};
  if (count === 0) return {retry_count: 0};
  const failed = call.tries.length > 1 ? (call.tries[call.tries.length - 2] as Try) : lastTry(call);
  const reason =
    statedReason(call) ??
    (call.tries.length === 1 ? reasonUpstream(lastTry(call)) : undefined) ??
    reasonOf(reasonSource(call, failed)) ??
    hops.findLast((hop) => hop.reason)?.reason;
  const log = [...(call.tries.length > 1 ? call.tries.map(attemptOf) : []), ...(hops.length > 1 ? hops : [])];
  return {
    retry_count: count,
    ...(reason !== undefined && {retry_reason: reason}),
    ...(log.length > 0 && {request_attempts_log: log}),
  };
}

/** A relay's tries upstream: those that failed, and the one that it passed on. */
function hopsOf(one: Try): Attempt[] {
  const failed = failedHops(one);
  if (failed.length === 0) return [];
  const hops = failed.map(hopOf);
  if (!hopServed(one)) return hops;
  const status = latest(one, (facts) => facts.status);
  return [...hops, {attempt: hops.length + 1, ...(status !== undefined && {http_status_code: status}), layer: 'relay'}];
}

function hopOf(facts: Facts, index: number): Attempt {
  const {upstreamStatus: status, at, type, ids, failure} = facts;
  const id = bestId(ids.filter(({rank}) => rank <= 3))?.value;
  const reason = reasonOfHop(facts) ?? failure;
  return {
    attempt: index + 1,
    ...(at !== undefined && {timestamp: at}),
    ...(id !== undefined && {request_id: id}),
    ...(status !== undefined && {http_status_code: status}),
    ...(type !== undefined && {error_type: type.value}),
    ...(reason !== undefined && {reason}),
    layer: 'relay',
  };
}

/** Why a relay tried again: what it was answered, not what it made of it. Some rewrite the status, and keep the type. */
function reasonUpstream(one: Try): string | undefined {
  const last =
    one.facts.findLast(({hop}) => hop === 'failed') ??
    one.facts.findLast(({relay, upstreamStatus}) => relay && upstreamStatus !== undefined);
  return last && reasonOfHop(last);
}

function reasonOfHop({type, upstreamStatus}: Facts): string | undefined {
  if (type?.value === 'overloaded_error') return '529_overloaded';
  return upstreamStatus === undefined ? undefined : reasonOfStatus(upstreamStatus);
}

const countedHops = (call: Call): number => latest(lastTry(call), ({hops}) => hops) ?? 0;

/** When the last try failed as well, the reason is its own; else the one before it was retried. */
function reasonSource(call: Call, before: Try): Try {
  const last = lastTry(call);
  return isFailed(last) ? last : before;
}

function isFailed(one: Try): boolean {
  const status = statusOfTry(one);
  return (
    (status !== undefined && status >= 400) || one.facts.some((facts) => facts.failure !== undefined || facts.broken)
  );
}

function reasonOf(one: Try): string | undefined {
  const status = statusOfTry(one);
  const reason = status === undefined ? undefined : reasonOfStatus(status);
  if (reason !== undefined) return reason;
  return status === undefined || one.facts.some((facts) => facts.broken)
    ? first(one, (facts) => facts.failure)
    : undefined;
}

/** Why an attempt with this status would be tried again, in the field guide's words. */
export function reasonOfStatus(status: number): string | undefined {
  if (status === 429) return '429_rate_limit';
  if (status === 529) return '529_overloaded';
  if (status === 408) return '408_timeout';
  if (status === 409) return '409_conflict';
  return status >= 500 ? '5xx_server_error' : undefined;
}

/** The highest attempt number that a line or a header states. */
function countedAttempts(call: Call): number {
  let highest = 0;
  for (const one of call.tries) {
    for (const {retry} of one.facts) if (retry?.attempt !== undefined) highest = Math.max(highest, retry.attempt);
  }
  return highest;
}

/** True when the lines count attempts: only then does one attempt mean that none was retried. */
const isCounted = (call: Call): boolean =>
  call.tries.some((one) =>
    one.facts.some(
      ({retry, phase}) =>
        retry?.again === false || retry?.remaining !== undefined || (phase === 'end' && retry?.attempt !== undefined),
    ),
  );

function statedRetries(call: Call): number | undefined {
  return (
    latest(lastTry(call), ({fields}) => fields.retry_count) ??
    first(call.tries[0] as Try, ({fields}) => fields.retry_count)
  );
}

const statedReason = (call: Call): string | undefined => latest(lastTry(call), ({fields}) => fields.retry_reason);

function attemptOf(one: Try, index: number): Attempt {
  const status = statusOfTry(one);
  const id = idOfTry(one)?.value;
  const timestamp = answeredAt(one) ?? latest(one, (facts) => facts.at);
  const type = (
    latest(one, ({type}) => (type?.value === UNKNOWN_TYPE ? undefined : type)) ?? latest(one, ({type}) => type)
  )?.value;
  const reason = reasonOf(one);
  const duration = latest(one, (facts) => facts.elapsedMs);
  const delay = latest(one, (facts) => facts.retry?.delayMs);
  return {
    attempt: index + 1,
    ...(timestamp !== undefined && {timestamp}),
    ...(id !== undefined && {request_id: id}),
    ...(status !== undefined && {http_status_code: status}),
    ...(type !== undefined && {error_type: type}),
    ...(reason !== undefined && {reason}),
    ...(duration !== undefined && {duration_ms: Math.round(duration)}),
    ...(delay !== undefined && {delay_ms: Math.round(delay)}),
    layer: one.facts.every(isServers) ? 'relay' : 'sdk',
  };
}
