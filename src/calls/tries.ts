import {type Call, idOfTry, lastTry, latest, type Try} from './call.ts';
import type {Facts} from './facts.ts';
import {bestId} from './request-id.ts';

/** The number that the last request of a call gave itself. */
export const attemptsSent = (call: Call): number | undefined => latest(lastTry(call), (one) => one.retry?.attempt);

/** A program whose retry line also tells what went wrong prints one line for each try: an end is the next one's. */
const isToldByRetry = (one: Try, {dialect}: Facts): boolean =>
  one.facts.some((facts) => facts.phase === 'retry' && facts.type !== undefined && facts.dialect === dialect);

/** A last try that printed nothing before its end: no answer came, it counts itself, or the lines above told theirs alone. */
export function endsNextTry(call: Call, facts: Facts): boolean {
  const {failure, retry} = facts;
  if (failure !== undefined) return failure !== 'stream_interrupted';
  if (retry?.attempt !== undefined) return retry.attempt === call.tries.length + 1;
  if (isToldByRetry(lastTry(call), facts)) return true;
  return lastTry(call).facts.every(({phase, status}) => phase === 'retry' && status !== undefined);
}

/** A countdown: a screen, which tells no time, prints the announcement of the same try anew. */
export function saysAgain(call: Call, facts: Facts): boolean {
  if (call.state !== 'retrying' || facts.at !== undefined || facts.retry?.attempt === undefined) return false;
  if (facts.retry.attempt !== attemptsSent(call)) return false;
  const [mine, theirs] = [idOfTry(lastTry(call))?.value, bestId(facts.ids)?.value];
  return mine === undefined || theirs === undefined || mine === theirs;
}
