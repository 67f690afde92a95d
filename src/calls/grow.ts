import {type Call, idOfTry, lastTry, type Try} from './call.ts';
import type {Facts} from './facts.ts';
import {opensNextTry} from './fit.ts';
import {isNextTryOfServers, isServers} from './servers.ts';

/** A call of which one frame has told so far. */
export function newCall(facts: Facts): Call {
  const call: Call = {
    tries: [...triesOf(facts.earlier), {key: facts.attemptKey, facts: [facts]}],
    state: stateAfter(facts, 'open'),
    touchedAt: facts.at,
    touchedLine: facts.line.number,
    touchedClock: 0,
    ambiguous: false,
  };
  return call;
}

const triesOf = (earlier: readonly Facts[]): Try[] => earlier.map((facts) => ({key: undefined, facts: [facts]}));

/** Puts facts into the try they speak of: the one they name, the next one after a retry line, else the last. */
export function join(call: Call, facts: Facts): void {
  const named = facts.attemptKey === undefined ? undefined : call.tries.find((one) => one.key === facts.attemptKey);
  const known = named ?? tryOfId(call, facts);
  if (known) known.facts.push(facts);
  else if (startsTry(call, facts)) call.tries.push({key: facts.attemptKey, facts: [facts]});
  else lastTry(call).facts.push(facts);
  if (!isServers(facts) && (!known || known === lastTry(call))) call.state = stateAfter(facts, call.state);
  // Of a call that has several tries already, the lines themselves told them.
  if (call.tries.length === 1) call.tries.unshift(...triesOf(facts.earlier));
  call.touchedAt = facts.at ?? call.touchedAt;
  call.touchedLine = facts.line.number;
}

function startsTry(call: Call, facts: Facts): boolean {
  if (isServers(facts)) return isNextTryOfServers(call, facts);
  // A relay's tries are counted by themselves.
  if (facts.relay) return false;
  if (facts.attemptKey !== undefined && lastTry(call).key !== undefined) return true;
  return opensNextTry(call, facts);
}

function tryOfId(call: Call, facts: Facts): Try | undefined {
  const id = facts.ids.find((one) => one.rank <= 2)?.value;
  return id === undefined ? undefined : call.tries.find((one) => idOfTry(one)?.value === id);
}

function stateAfter(facts: Facts, before: Call['state']): Call['state'] {
  // Relays write the error of a try beside the answer: the line may come late, and then nothing follows.
  if (before === 'ended' && facts.phase !== 'start' && facts.relay) return 'ended';
  if (facts.retry?.again === true || facts.phase === 'retry') return 'retrying';
  if (facts.phase === 'end') return 'ended';
  if (facts.phase === 'start' || facts.phase === 'response') return 'open';
  return before;
}

export const countFacts = (call: Call): number => call.tries.reduce((sum, one) => sum + one.facts.length, 0);
