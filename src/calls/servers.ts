import {type Call, firstOf, hasRow, lastTry} from './call.ts';
import type {Facts} from './facts.ts';

/** Access line and error line of one exchange are written when it ends. */
const SAME_EXCHANGE_MS = 1000;
/** A shorter id is a counter. */
const MIN_ID = 8;

/** True for a line of a server that is not known to be a relay: it may stand anywhere between the others. */
export const isServers = ({server, relay}: Facts): boolean => server !== undefined && !relay;

/** True for a call that only such servers have told of so far. */
export const isOfServers = (call: Call): boolean => call.tries.every((one) => one.facts.every(isServers));

/**
 * The client's own lines, which know best when its call ended and where; those of servers in between when there are no
 * others, and those of a relay with the access line of the server that it runs in.
 */
export function clientsOwn(facts: readonly Facts[]): readonly Facts[] {
  const own = facts.filter((one) => !isServers(one));
  return own.some(({relay}) => !relay) ? own : facts;
}

/** Whether a server's line and a call speak of one exchange: they share an id, or they are its two parts. */
export function sharesExchange(call: Call, facts: Facts): boolean {
  return !hasRow(lastTry(call), facts.row) && (sharesId(call, facts) || isOtherPart(call, facts));
}

/** A relay's lines and the access line of the web server that it runs in stand in one log: then their place tells. */
export function isOfRelayInServer(call: Call, facts: Facts): boolean {
  const told = call.tries.flatMap((one) => one.facts);
  if (isServers(facts))
    return facts.server?.part === 'access' && told.some(({relay}) => relay) && !told.some(isServers);
  return facts.relay && facts.broken && told.every(({server}) => server?.early === true);
}

/** True for a server's line that nothing can follow: what it says of a fault stands above it, and no id is in it. */
export const isLastOfServers = (facts: Facts): boolean =>
  isServers(facts) &&
  facts.server?.part === 'access' &&
  !(facts.server.early && facts.status !== undefined && facts.status < 400) &&
  !facts.joinsOnly &&
  facts.status !== undefined &&
  facts.ids.length === 0 &&
  facts.traceId === undefined;

/** A good answer below a fault: the server has tried another one behind it. */
export const isNextTryOfServers = (call: Call, {server, status, failure}: Facts): boolean =>
  server?.part === 'access' &&
  failure === undefined &&
  status !== undefined &&
  status < 400 &&
  isOfServers(call) &&
  lastTry(call).facts.some((one) => one.server?.part === 'fault' && one.failure !== undefined);

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
  const {server, at, fields} = facts;
  const [other] = lastTry(call).facts;
  if (server === undefined || other?.server === undefined || !isOfServers(call)) return false;
  const [access, fault] = server.part === 'access' ? [facts, other] : [other, facts];
  if (!isOutcomeOf(fault, access.status)) return false;
  if (server.part === other.server.part || server.peer === undefined || server.peer !== other.server.peer) return false;
  if (at === undefined || other.at === undefined || Math.abs(at - other.at) > SAME_EXCHANGE_MS) return false;
  const url = firstOf(call, (one) => one.fields.endpoint);
  return url !== undefined && url === fields.endpoint;
}
