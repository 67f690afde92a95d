import {type Call, firstOf, hasRow, lastTry} from './call.ts';
import type {Facts} from './facts.ts';

/** Access line and error line of one exchange are written when it ends. */
const SAME_EXCHANGE_MS = 1000;
/** A shorter id is a counter. */
const MIN_ID = 8;

/** True for a call that only servers in between have told of so far. */
export const isOfHops = (call: Call): boolean =>
  call.tries.every((one) => one.facts.every((facts) => facts.hop !== undefined));

/** The client's own lines, which know best when its call ended and where; those of servers in between when there are no others. */
export function clientsOwn(facts: readonly Facts[]): readonly Facts[] {
  const own = facts.filter(({hop}) => hop === undefined);
  return own.length > 0 ? own : facts;
}

/** Whether a server's line and a call speak of one exchange: they share an id, or they are its two parts. */
export function sharesExchange(call: Call, facts: Facts): boolean {
  return !hasRow(lastTry(call), facts.row) && (sharesId(call, facts) || isOtherPart(call, facts));
}

/** True for a server's line that nothing can follow: what it says of a fault stands above it, and no id is in it. */
export const isLastOfHops = ({hop, ids, traceId, status}: Facts): boolean =>
  hop?.part === 'access' && status !== undefined && ids.length === 0 && traceId === undefined;

/** A good answer below a fault: the server has tried another one behind it. */
export const isNextTryOfHop = (call: Call, {hop, status, failure}: Facts): boolean =>
  hop?.part === 'access' &&
  failure === undefined &&
  status !== undefined &&
  status < 400 &&
  isOfHops(call) &&
  lastTry(call).facts.some((one) => one.hop?.part === 'fault' && one.failure !== undefined);

function sharesId(call: Call, facts: Facts): boolean {
  return call.tries.some((one) =>
    one.facts.some(
      (other) =>
        (facts.traceId !== undefined && facts.traceId === other.traceId) ||
        facts.ids.some(({value}) => value.length >= MIN_ID && other.ids.some((id) => id.value === value)),
    ),
  );
}

/** A broken stream had begun well. What else failed behind a server is its own 5xx, or went well with another one. */
const isOutcomeOf = (fault: Facts, status: number | undefined): boolean =>
  status === undefined || status < 400 || (status >= 500 && !fault.broken);

function isOtherPart(call: Call, facts: Facts): boolean {
  const {hop, at, fields} = facts;
  const [other] = lastTry(call).facts;
  if (hop === undefined || other?.hop === undefined || !isOfHops(call)) return false;
  const [access, fault] = hop.part === 'access' ? [facts, other] : [other, facts];
  if (!isOutcomeOf(fault, access.status)) return false;
  if (hop.part === other.hop.part || hop.peer === undefined || hop.peer !== other.hop.peer) return false;
  if (at === undefined || other.at === undefined || Math.abs(at - other.at) > SAME_EXCHANGE_MS) return false;
  const url = firstOf(call, (one) => one.fields.endpoint);
  return url !== undefined && url === fields.endpoint;
}
