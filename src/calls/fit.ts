import {accessFits, isFinal, isOtherStatus} from './access.ts';
import {type Call, first, firstOf, hasRow, isProven, lastTry, latest, statusOfTry, type Try} from './call.ts';
import {contradicts, differs, sharesLane} from './contradicts.ts';
import type {Facts} from './facts.ts';
import type {Lanes} from './lanes.ts';
import {isOfRelayInServer, isOfServers, isServers, sharesExchange} from './servers.ts';
import {attemptsSent, endsNextTry, saysAgain} from './tries.ts';

/** How many of the newest open calls a line without a key is held against. */
const MAX_CANDIDATES = 128;

/** The newest call that fits; whether another one would have fitted as well is kept. */
export function findByPlace(open: ReadonlySet<Call>, facts: Facts, lanes: Lanes): Call | undefined {
  let found: Call | undefined;
  /** A request sent later, in a lane of several calls at once: its stream may be the one that broke. */
  let rival = false;
  let passed = false;
  const calls = newestFirst(open);
  for (const call of calls) {
    // Others have ended since: what stands above them was over as well.
    if (passed && call.state === 'ended') rival = true;
    if (!mayTake(call, facts, lanes, call === calls[0])) continue;
    // The head of a stream need not be printed, but then the request is the last that was heard of in this lane.
    if (facts.broken && unanswered(call) && !lanes.follows(facts, call)) {
      passed ||= found === undefined;
      rival ||= found === undefined && lanes.areMixed(lastTry(call).facts[0] as Facts);
      continue;
    }
    if (found === undefined) {
      if (rival) return undefined;
      found = call;
      continue;
    }
    // A stream that broke leaves calls that went well behind it: among several at once, none may be blamed.
    if ((facts.broken && lanes.areMixed(facts)) || facts.join === 'one') return undefined;
    // Two requests wait for an answer that names neither: it stands for itself.
    if (facts.phase === 'response' && isWaiting(found) && isWaiting(call)) return undefined;
    found.ambiguous = true;
    break;
  }
  return found;
}

/** A server's lines go by ids; all others by their place, and an ended call takes a repeat only. */
function mayTake(call: Call, facts: Facts, lanes: Lanes, isNewest: boolean): boolean {
  const byIds = isServers(facts) || isOfServers(call);
  if (byIds && sharesExchange(call, facts) && !contradicts(call, facts)) return true;
  if (byIds && !isOfRelayInServer(call, facts)) return false;
  // What may be anybody's call takes only what names it.
  // Some servers write the access line when the head has left: only the break of a stream may still follow.
  if (!isProven(call) || (isFinal(call) && !facts.broken)) return false;
  if (!fits(call, facts)) return false;
  // A server's line opens no lane: behind it stands what broke its answer.
  return call.state !== 'ended' || isRepeat(call, facts, lanes) || (isNewest && isOfServers(call));
}

/** An error is told again at once: by the logger, by the stack below it. Later, it is another call's. */
const REPEAT_MS = 1000;

function isRepeat(call: Call, facts: Facts, lanes: Lanes): boolean {
  if (facts.phase === 'detail') return true;
  if (facts.at !== undefined && call.touchedAt !== undefined && Math.abs(facts.at - call.touchedAt) > REPEAT_MS)
    return false;
  // Other calls' lines between do not matter to lines that name the same trace.
  return lanes.follows(facts, call) || (facts.traceId !== undefined && facts.traceId === traceOf(call));
}

const traceOf = (call: Call) => firstOf(call, ({traceId}) => traceId);

function newestFirst(open: ReadonlySet<Call>): Call[] {
  const calls = [...open];
  return (calls.length > MAX_CANDIDATES ? calls.slice(-MAX_CANDIDATES) : calls).reverse();
}

const isWaiting = (call: Call): boolean => call.state === 'open' && unanswered(call);

/**
 * Whether a line without a shared key can belong to an open call: by its place in the life of the call, never by mere
 * neighbourhood. One attempt prints each kind of line once; what contradicts status, id or path is another call.
 */
function fits(call: Call, facts: Facts): boolean {
  // The cheapest question first: most open calls are ruled out by their place alone.
  return (
    BY_PHASE[facts.phase](call, facts) &&
    accessFits(lastTry(call), facts) &&
    !contradicts(call, facts) &&
    sharesLane(call, facts)
  );
}

const BY_PHASE: Readonly<Record<Facts['phase'], (call: Call, facts: Facts) => boolean>> = {
  start: (call, facts) =>
    opensNextTry(call, facts) ||
    (facts.retry?.attempt === undefined && call.state === 'open' && isFresh(call, facts) && unanswered(call)),
  response: (call, facts) => opensNextTry(call, facts) || (call.state === 'open' && isFresh(call, facts)),
  retry: (call, facts) =>
    opensNextTry(call, facts) ||
    saysAgain(call, facts) ||
    (call.state === 'open' && isFresh(call, facts) && isRetryable(lastTry(call))),
  end: (call, facts) =>
    opensNextTry(call, facts) ||
    ((call.state !== 'retrying' || facts.relay) && isFresh(call, facts) && sameOutcome(call, facts)),
  // A detail speaks of the call whose lines stand just above it, its clean-up after the end too.
  detail: () => true,
};

/** True when these facts begin the try that a retry line announced, or the one that their own count says. */
export function opensNextTry(call: Call, facts: Facts): boolean {
  const attempt = facts.phase === 'start' || facts.phase === 'retry' ? facts.retry?.attempt : undefined;
  if (attempt !== undefined) return call.state !== 'ended' && attempt - 1 === attemptsSent(call);
  if (call.state !== 'retrying') return false;
  // A retry line after a retry line: the try between them got no answer and printed nothing. So did a last one.
  if (facts.phase === 'start' || facts.phase === 'retry') return true;
  if (facts.phase === 'end') return endsNextTry(call, facts);
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
  if (
    call.state === 'ended' &&
    differs(
      facts.message,
      first(one, (other) => other.message),
    )
  )
    return false;
  if (facts.broken || facts.failure === 'stream_interrupted')
    return status === undefined ? call.state !== 'ended' && !hasFailure(one) : status < 400;
  if (facts.status !== undefined) return status === undefined ? !hasFailure(one) : !isOtherStatus(one, facts.status);
  if (facts.failure === undefined) return true;
  const failure = first(one, (other) => other.failure);
  return status === undefined && (failure === undefined || failure === facts.failure);
}

const hasFailure = (one: Try): boolean => one.facts.some((facts) => facts.failure !== undefined);
