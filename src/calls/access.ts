import {OFFICIAL_TYPES} from '../spec/error-types.ts';
import {type Call, lastTry, latest, statusOfTry, type Try} from './call.ts';
import type {Facts} from './facts.ts';

const FAILED = 400;
const SERVER = 500;

const isAccess = ({server}: Facts): boolean => server?.part === 'access';

/** True once an access line has told the end of a relay's call; the client goes on when a server has answered. */
export function isFinal(call: Call): boolean {
  const {facts} = lastTry(call);
  return facts.some(isAccess) && facts.some(({relay}) => relay);
}

/**
 * Whether an access line that names no call can be that of an open one: a good answer of one without an error, a bad one
 * of one whose error may have this status. Relays make one 5xx of another, but no 4xx of another.
 */
export function accessFits(one: Try, facts: Facts): boolean {
  const {status} = facts;
  if (!isAccess(facts) || status === undefined) return true;
  const type = latest(one, (facts) => facts.type)?.value;
  if (status < FAILED) return type === undefined || one.facts.some(({broken}) => broken);
  const usual = (OFFICIAL_TYPES as Readonly<Record<string, number>>)[type ?? ''];
  return usual === undefined || usual >= SERVER || status >= SERVER || usual === status;
}

/** Whether a status contradicts what is known of a try. A relay may make one 5xx of the 5xx that it was answered. */
export function isOtherStatus(one: Try, status: number): boolean {
  const before = statusOfTry(one);
  if (before === undefined || before === status) return false;
  const onWire = latest(one, (facts) => facts.status) !== undefined;
  return onWire || status < SERVER || before < SERVER;
}
