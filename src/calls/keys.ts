import type {Call} from './call.ts';
import type {Facts} from './facts.ts';

/** Up to here an id names one answer: Claude's own, in a header or a body, and those that a cloud gives out. */
const LOWEST_KEY = 3;
/** The one-api family's ids: a time, then digits and letters by chance. The client sees them behind the message. */
const RELAY_ID = /^20\d{12}[0-9A-Za-z]{9,40}$/;

/**
 * Keys in falling strength. Ids of other shapes are no keys, since relays and applications reuse them; those of the
 * one-api family are made anew for each request, so they tie the client's line to the relay's.
 */
export function keysOf(facts: Facts): string[] {
  const keys: string[] = [];
  addIds(facts, keys);
  for (const earlier of facts.earlier) addIds(earlier, keys);
  for (const {value} of facts.ids) {
    const key = RELAY_ID.test(value) ? `key relay ${value}` : undefined;
    if (key !== undefined && !keys.includes(key)) keys.push(key);
  }
  // One name space: a retry names its call by the key of the first attempt.
  if (facts.attemptKey !== undefined) keys.push(`key ${facts.attemptKey}`);
  if (facts.callKey !== undefined && facts.callKey !== facts.attemptKey && !keys.includes(`key ${facts.callKey}`))
    keys.push(`key ${facts.callKey}`);
  return keys;
}

/** Keys that no other call will ever have: Claude's own ids of a request and of an answer. */
export const isLasting = (key: string): boolean => key.startsWith('id ') || key.startsWith('key msg_');

function addIds({ids}: Facts, keys: string[]): void {
  for (const id of ids) {
    const key = id.rank <= LOWEST_KEY ? `id ${id.value}` : undefined;
    if (key !== undefined && !keys.includes(key)) keys.push(key);
  }
}

/** The keys of everything that is known of a call. */
export function* keysOfCall(call: Call): Generator<string> {
  for (const one of call.tries) for (const facts of one.facts) yield* keysOf(facts);
}
