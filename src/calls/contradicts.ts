import type {Context} from '../framing/frame.ts';
import {isOtherStatus} from './access.ts';
import {type Call, firstOf, idOfTry, lastTry, statusOfTry} from './call.ts';
import type {Facts} from './facts.ts';
import {isServers} from './servers.ts';

/** Whether facts say something else than what is known of the last try, or of the call. */
export function contradicts(call: Call, facts: Facts): boolean {
  const one = lastTry(call);
  if (
    facts.attemptKey !== undefined &&
    one.key !== undefined &&
    facts.attemptKey !== one.key &&
    call.state !== 'retrying'
  )
    return true;
  if (facts.callKey !== undefined && differs(facts.callKey, callKeyOf(call))) return true;
  if (facts.fields.model !== undefined && isOtherModel(facts.fields.model, modelOf(call))) return true;
  if (isOtherHost(facts.fields.endpoint, endpointOf(call))) return true;
  if (call.state === 'retrying') return false;
  if (facts.status !== undefined && !facts.broken && isOtherStatus(one, facts.status)) return true;
  if (facts.phase === 'response' && facts.failure !== undefined && statusOfTry(one) !== undefined) return true;
  // Each of a relay's tries was answered with an id of its own.
  if (facts.hop !== undefined) return false;
  const mine = idOfTry(one);
  const theirs = facts.ids[0];
  return (
    mine !== undefined && theirs !== undefined && mine.rank <= 2 && theirs.rank <= 2 && mine.value !== theirs.value
  );
}

const callKeyOf = (call: Call) => firstOf(call, (facts) => facts.callKey);

const modelOf = (call: Call) => firstOf(call, (facts) => facts.fields.model);
const endpointOf = (call: Call) =>
  firstOf(call, ({fields}) => (HOST.test(fields.endpoint ?? '') ? fields.endpoint : undefined));

const HOST = /^[a-z]+:\/\/[^/]+/i;

/** Only full URLs tell hosts apart. */
function isOtherHost(a: string | undefined, b: string | undefined): boolean {
  const host = a === undefined ? undefined : HOST.exec(a)?.[0];
  return host !== undefined && b !== undefined && host !== HOST.exec(b)?.[0];
}

/** An alias and the dated name that answers to it are one model; so are a cloud's name of it and Claude's own. */
function isOtherModel(a: string, b: string | undefined): boolean {
  if (b === undefined || a === b) return false;
  const [x, y] = [bareModel(a), bareModel(b)];
  return !x.startsWith(y) && !y.startsWith(x);
}

/** `us.anthropic.claude-opus-4-1-20250805-v1:0`, `claude-opus-4-1@20250805` and `anthropic/claude-opus-4-1` alike. */
const bareModel = (model: string): string =>
  model
    .replace(/^.{0,200}\banthropic[./]/, '')
    .replace(/-latest$|-v\d{1,2}(?::\d{1,2})?$/, '')
    .replace('@', '-');

export const differs = <T>(a: T | undefined, b: T | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

/** Lines of one lane come from one thread of one process; what a line does not say cannot keep it apart. */
export function sharesLane(call: Call, facts: Facts): boolean {
  const mine = facts.context;
  return call.tries.every((one) =>
    one.facts.every(
      (other) =>
        isServers(other) ||
        (!differs(fileOf(other), fileOf(facts)) &&
          sameLane(other.context, mine) &&
          !differs(other.traceId, facts.traceId)),
    ),
  );
}

const fileOf = ({line, context}: Facts): string | undefined => line.file ?? context.source.file;

function sameLane(a: Context, b: Context): boolean {
  return (
    !differs(a.thread, b.thread) &&
    !differs(a.pid, b.pid) &&
    !differs(a.source.container, b.source.container) &&
    !differs(a.source.pod, b.source.pod) &&
    !differs(a.source.host, b.source.host)
  );
}
