import type {Call} from './call.ts';
import type {Facts} from './facts.ts';

/** Up to here an id names one answer: Claude's own, in a header or a body, and those that a cloud gives out. */
const LOWEST_KEY = 3;

/** Keys in falling strength. Ids of other shapes are no keys: relays and applications reuse them. */
export function keysOf(facts: Facts): string[] {
  const keys: string[] = [];
  for (const id of facts.ids) {
    const key = id.rank <= LOWEST_KEY ? `id ${id.value}` : undefined;
    if (key !== undefined && !keys.includes(key)) keys.push(key);
  }
  // One name space: a retry names its call by the key of the first attempt.
  if (facts.attemptKey !== undefined) keys.push(`key ${facts.attemptKey}`);
  if (facts.callKey !== undefined && facts.callKey !== facts.attemptKey) keys.push(`key ${facts.callKey}`);
  return keys;
}

/** The keys of everything that is known of a call. */
export function* keysOfCall(call: Call): Generator<string> {
  for (const one of call.tries) for (const facts of one.facts) yield* keysOf(facts);
}
