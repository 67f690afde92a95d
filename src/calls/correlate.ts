import type {Line} from '../framing/frame.ts';
import type {CallFields} from '../spec/types.ts';
import {createMemory, type Memory} from '../util/memory.ts';
import {type Call, hasRow, lastTry} from './call.ts';
import type {Facts} from './facts.ts';
import {findByPlace} from './fit.ts';
import {countFacts, join, newCall} from './grow.ts';
import {isLasting, keysOf, keysOfCall} from './keys.ts';
import {createLanes} from './lanes.ts';
import {isExpired, isRecent, patience, saysAll} from './lifetime.ts';
import {isOfServers, isServers} from './servers.ts';

export interface CorrelateOptions {
  /** ms that a call may still grow after its outcome is known. */
  readonly windowMs: number;
}

export interface Correlator {
  /**
   * Takes the facts of one frame; false when they belong to no call. Calls that can no longer grow go into `closed`, in
   * the order of their last line.
   */
  readonly add: (facts: Facts, closed: Call[]) => boolean;
  /**
   * Whether a record that says everything itself may leave past the open calls: none of them could take it. Closes what
   * its time has outdated, as `add` would.
   */
  readonly pass: (row: string, fields: CallFields, line: Line, closed: Call[]) => boolean;
  /** Closes what has been quiet for longer than the window, by the clock of a live pipe, in ms. */
  readonly idle: (now: number) => Call[];
  readonly end: () => Call[];
  /** Calls closed early because too many were open. */
  readonly overflow: () => number;
}

const MAX_OPEN = 1024;
/** A call that keeps growing is no call. */
const MAX_FACTS = 400;
/** Ids of calls that have left: a later line of the same call is a duplicate, not a call. */
const MAX_REMEMBERED = 2048;

/**
 * Merges the facts of one call: by the strongest key they share, else by their place in the life of an open call.
 * Deterministic: only lines and their own times decide, never the clock or the chunks.
 */
export function createCorrelator(options: CorrelateOptions): Correlator {
  const open = new Set<Call>();
  const byKey = new Map<string, Call>();
  const left = createMemory<true>(MAX_REMEMBERED);
  let overflow = 0;
  let clock = 0;

  const close = (call: Call): Call => {
    open.delete(call);
    for (const key of keysOfCall(call)) {
      if (byKey.get(key) === call) byKey.delete(key);
      if (isLasting(key)) left.set(key, true);
    }
    return call;
  };

  const lanes = createLanes();
  /** Facts of a server that wait until the client's own line has shown which try they speak of. */
  const waiting: Facts[] = [];

  const find = (facts: Facts, keys: readonly string[]): Call | undefined => {
    if (open.size === 0) return undefined;
    const known = keys.flatMap((key) => byKey.get(key) ?? []);
    const told = known.find(isOfServers);
    const place = () => (facts.join === 'key' ? undefined : findByPlace(open, facts, lanes));
    const call = (isServers(facts) ? known[0] : known.find((one) => one !== told)) ?? place();
    if (isServers(facts) || told === undefined || call === undefined || call === told) return call ?? told;
    // A server told of a try before the client did: what it said belongs to the client's call.
    open.delete(told);
    for (const key of keysOfCall(told)) byKey.set(key, call);
    waiting.push(...told.tries.flatMap((one) => one.facts));
    return call;
  };

  /** A later line of a call that has left already: it adds nothing. */
  const hasLeft = (keys: readonly string[]): boolean => {
    let gone = false;
    for (const key of keys) {
      if (byKey.has(key)) return false;
      gone ||= left.get(key) === true;
    }
    return gone;
  };

  const closeExpired = (at: number | undefined, line: number, closed: Call[]): void => {
    for (const call of open) {
      if (isExpired(call, at, line, options.windowMs)) closed.push(close(call));
      // The set is in the order of the last line: what follows a call touched just now is fresher still.
      else if (isRecent(call, at, options.windowMs)) break;
    }
  };

  return {
    add(facts, closed) {
      const keys = keysOf(facts);
      if (open.size > 0) closeExpired(facts.at, facts.line.number, closed);
      if (hasLeft(keys)) return true;
      const said = saysAll(facts);
      if (said && open.size === 0) {
        closed.push(closeAtOnce(facts, keys, left));
        return true;
      }
      let call = find(facts, keys);
      if (call) {
        join(call, facts);
        for (const told of waiting.splice(0)) join(call, told);
      } else if (facts.joinsOnly && !said) return false;
      else call = newCall(facts);
      call.touchedClock = clock;
      if (!isServers(facts)) lanes.note(facts, call);
      for (const key of keys) byKey.set(key, call);
      // Re-inserting keeps the set in the order of the last line.
      open.delete(call);
      open.add(call);
      if (said || countFacts(call) > MAX_FACTS) closed.push(close(call));
      if (open.size > MAX_OPEN) {
        overflow++;
        closed.push(close(open.values().next().value as Call));
      }
      return true;
    },
    pass(row, {request_id, timestamp}, {number, file}, closed) {
      const key = `id ${request_id}`;
      if (open.size > 0) closeExpired(timestamp, number, closed);
      if (byKey.has(key) || left.get(key)) return false;
      for (const call of open) if (call.state !== 'ended' || !hasRow(lastTry(call), row)) return false;
      if (open.size > 0) lanes.pass(file);
      left.set(key, true);
      return true;
    },
    idle(now) {
      const quiet = [...open].filter(
        (call) => call.touchedClock > 0 && now - call.touchedClock > patience(call, options.windowMs),
      );
      for (const call of open) if (call.touchedClock === 0) call.touchedClock = now;
      clock = now;
      return quiet.map(close);
    },
    end: () => [...open].map(close),
    overflow: () => overflow,
  };
}

function closeAtOnce(facts: Facts, keys: readonly string[], left: Memory<true>): Call {
  for (const key of keys) if (isLasting(key)) left.set(key, true);
  return newCall(facts);
}
