import {type Call, lastTry} from './call.ts';
import type {Facts} from './facts.ts';
import {isLastOfServers} from './servers.ts';

/** A call whose retry or answer is still to come waits longer: a retry-after of a minute, then a long request. */
const OPEN_MS = 15 * 60_000;
/** Without times on the lines, distance stands in for age. */
const MAX_LINES_APART = 20_000;

/** Whether a call can no longer grow when a line of this time and number has come. */
export function isExpired(call: Call, at: number | undefined, line: number, windowMs: number): boolean {
  if (Math.abs(line - call.touchedLine) > MAX_LINES_APART) return true;
  const limit = call.state === 'ended' ? windowMs : Math.max(OPEN_MS, windowMs);
  return at !== undefined && call.touchedAt !== undefined && at - call.touchedAt > limit;
}

/** Whether a call was touched so lately that all that were touched after it are fresh too. */
export const isRecent = (call: Call, at: number | undefined, windowMs: number): boolean =>
  at !== undefined && call.touchedAt !== undefined && at - call.touchedAt <= windowMs;

/** How long a live pipe waits for the rest: long for an answer or an announced retry, the window for anything else. */
export function patience(call: Call, windowMs: number): number {
  const awaited = call.state === 'retrying' || lastTry(call).facts.every((facts) => facts.phase === 'start');
  return awaited ? Math.max(OPEN_MS, windowMs) : windowMs;
}

/** True for facts that say everything themselves: nothing that could still come would add to the record. */
export function saysAll(facts: Facts): boolean {
  const {fields, status, ids, type, message} = facts;
  if (isLastOfServers(facts)) return true;
  if (facts.phase !== 'end' || facts.retry?.again === true) return false;
  if (status === undefined && facts.failure === undefined) return false;
  if (type !== undefined && (message === undefined || type.assumed)) return false;
  return (
    ids.some((id) => id.rank <= 4) &&
    facts.traceId !== undefined &&
    fields.model !== undefined &&
    fields.endpoint !== undefined &&
    fields.client_sdk_version !== undefined &&
    fields.sdk_language_runtime !== undefined
  );
}
