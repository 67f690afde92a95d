import type {Context} from '../framing/frame.ts';
import {type Call, first, hasRow, idOfTry, lastTry, latest, statusOfTry, type Try} from './call.ts';
import type {Facts} from './facts.ts';

/**
 * Whether a line without a shared key can belong to an open call: by its place in the life of the call, never by mere
 * neighbourhood. One attempt prints each kind of line once; what contradicts status, id or path is another call.
 */
export function fits(call: Call, facts: Facts): boolean {
  return sharesLane(call, facts) && !contradicts(lastTry(call), facts, call) && BY_PHASE[facts.phase](call, facts);
}

const BY_PHASE: Readonly<Record<Facts['phase'], (call: Call, facts: Facts) => boolean>> = {
  start: (call, facts) => opensNextTry(call, facts) || (call.state === 'open' && isFresh(call, facts) && unanswered(call)),
  response: (call, facts) => opensNextTry(call, facts) || (call.state === 'open' && isFresh(call, facts)),
  retry: (call, facts) =>
    opensNextTry(call, facts) || (call.state === 'open' && isFresh(call, facts) && isRetryable(lastTry(call))),
  end: (call, facts) =>
    opensNextTry(call, facts) || (call.state !== 'retrying' && isFresh(call, facts) && sameOutcome(call, facts)),
  // A detail speaks of the call whose lines stand just above it, its clean-up after the end too.
  detail: () => true,
};

/** True when these facts begin the try that a retry line announced. */
export function opensNextTry(call: Call, facts: Facts): boolean {
  if (call.state !== 'retrying') return false;
  // A retry line after a retry line: the try between them got no answer and printed nothing. So did a last one.
  if (facts.phase === 'start' || facts.phase === 'retry') return true;
  if (facts.phase === 'end') return facts.failure !== undefined && facts.failure !== 'stream_interrupted';
  if (facts.phase !== 'response') return false;
  const left = latest(lastTry(call), (one) => one.retry?.remaining);
  const now = facts.retry?.remaining;
  return left === undefined || now === undefined || now === left - 1;
}

const isFresh = (call: Call, facts: Facts): boolean => !hasRow(lastTry(call), facts.row);

const unanswered = (call: Call): boolean => statusOfTry(lastTry(call)) === undefined;

const RETRYABLE = new Set([408, 409, 429]);

function isRetryable(one: Try): boolean {
  const status = statusOfTry(one);
  return status === undefined || status >= 500 || RETRYABLE.has(status);
}

/** An error line closes a call that had the same outcome: same status, or a failure without one on both sides. */
function sameOutcome(call: Call, facts: Facts): boolean {
  const one = lastTry(call);
  const status = statusOfTry(one);
  // What was ended by one error is not ended again by another.
  if (call.state === 'ended' && differs(facts.message, first(one, (other) => other.message))) return false;
  if (facts.broken || facts.failure === 'stream_interrupted') return status === undefined || status < 400;
  if (facts.status !== undefined) return status === facts.status || (status === undefined && !hasFailure(one));
  if (facts.failure === undefined) return true;
  const failure = first(one, (other) => other.failure);
  return status === undefined && (failure === undefined || failure === facts.failure);
}

const hasFailure = (one: Try): boolean => one.facts.some((facts) => facts.failure !== undefined);

function contradicts(one: Try, facts: Facts, call: Call): boolean {
  if (facts.attemptKey !== undefined && one.key !== undefined && facts.attemptKey !== one.key && call.state !== 'retrying') return true;
  if (facts.callKey !== undefined && differs(facts.callKey, callKeyOf(call))) return true;
  if (call.state === 'retrying') return false;
  if (facts.status !== undefined && !facts.broken && differs(facts.status, statusOfTry(one))) return true;
  const mine = idOfTry(one);
  const theirs = facts.ids[0];
  return mine !== undefined && theirs !== undefined && mine.rank <= 2 && theirs.rank <= 2 && mine.value !== theirs.value;
}

const callKeyOf = (call: Call): string | undefined => {
  for (const one of call.tries) {
    const key = first(one, (facts) => facts.callKey);
    if (key !== undefined) return key;
  }
  return undefined;
};

const differs = <T>(a: T | undefined, b: T | undefined): boolean => a !== undefined && b !== undefined && a !== b;

/** Lines of one lane come from one thread of one process; what a line does not say cannot keep it apart. */
function sharesLane(call: Call, facts: Facts): boolean {
  const mine = facts.context;
  return call.tries.every((one) => one.facts.every((other) => sameLane(other.context, mine) && !differs(other.traceId, facts.traceId)));
}

function sameLane(a: Context, b: Context): boolean {
  return (
    !differs(a.thread, b.thread) &&
    !differs(a.pid, b.pid) &&
    !differs(a.source.file, b.source.file) &&
    !differs(a.source.container, b.source.container) &&
    !differs(a.source.pod, b.source.pod) &&
    !differs(a.source.host, b.source.host)
  );
}
