import type {Draft} from '../spec/types.ts';
import {answeredAt, type Call, lastTry, latest, type Try} from './call.ts';
import type {DeriveOptions} from './derive.ts';
import {clientsOwn} from './servers.ts';

/** When the call was answered, and how long it took. */
export function takeTimes(fields: Draft, call: Call, assumed: Set<string>, options: DeriveOptions): void {
  const last = lastTry(call);
  const timed = clientsOwn(last.facts).findLast((one) => one.at !== undefined && one.phase !== 'detail');
  const any = timed ?? call.tries.flatMap((one) => one.facts).find((one) => one.at !== undefined);
  if (any?.at !== undefined) {
    fields.timestamp = any.at;
    options.explain?.('timestamp', any, 'time of the last line that has one');
    if (any.zoneless && options.zoneAssumed) assumed.add('timestamp');
  } else {
    fields.timestamp = options.now();
    assumed.add('timestamp');
  }
  const stated = latest(last, (one) => one.fields.response_time_ms);
  const span = stated ?? spanOf(call);
  fields.response_time_ms = span !== undefined && span >= 0 ? Math.round(span) : undefined;
}

/** First request to last answer when the lines time both; else the last try's own time. */
function spanOf(call: Call): number | undefined {
  const last = lastTry(call);
  const elapsed = latest(last, (one) => one.elapsedMs);
  const firstTry = call.tries[0] as Try;
  const start = startOf(firstTry);
  const told = latest(last, (one) => (one.phase === 'end' ? one.at : undefined));
  // A stream that broke ended after its headers, when somebody said so.
  const end = last.facts.some((one) => one.broken) ? (told ?? answeredAt(last)) : (answeredAt(last) ?? told);
  if (call.tries.length === 1 && elapsed !== undefined) return elapsed;
  return start !== undefined && end !== undefined && end >= start ? end - start : elapsed;
}

/** When a try was sent: the line that announces it, else its answer less the time it took. */
function startOf(one: Try): number | undefined {
  const sent = one.facts.find((facts) => facts.phase === 'start' && facts.at !== undefined)?.at;
  if (sent !== undefined) return sent;
  const answer = one.facts.find((facts) => facts.elapsedMs !== undefined && facts.at !== undefined);
  return answer?.at === undefined || answer.elapsedMs === undefined ? undefined : answer.at - answer.elapsedMs;
}
