import type {Facts} from './facts.ts';
import {bestId} from './request-id.ts';

/** One try of a call: the facts of its lines. */
export interface Try {
  readonly key: string | undefined;
  readonly facts: Facts[];
}

/** The evidence of one call, merged. Open until it can no longer grow. */
export interface Call {
  readonly tries: Try[];
  /** retrying: another try was announced; ended: its outcome was stated; open: neither. */
  state: 'open' | 'retrying' | 'ended';
  /** Values of the latest time and line that touched it. */
  touchedAt: number | undefined;
  touchedLine: number;
  /** The clock of a live pipe when it was last touched; stays 0 in batch. */
  touchedClock: number;
  /** Set when a line without a key could have belonged to another open call as well. */
  ambiguous: boolean;
}

export const lastTry = (call: Call): Try => call.tries[call.tries.length - 1] as Try;

export const hasRow = (one: Try, row: string): boolean => one.facts.some((facts) => facts.row === row);

/**
 * The status of one try: the latest line that states one, else what the relay was answered. A stream that broke had
 * begun well, whatever its relay says.
 */
export function statusOfTry(one: Try): number | undefined {
  const wire = latest(one, (facts) => facts.status);
  if (wire !== undefined || one.facts.some((facts) => facts.broken)) return wire;
  return lastOf(settled(one), (facts) => (facts.hop === undefined ? undefined : facts.upstreamStatus));
}

const isFailedHop = ({hop}: Facts): boolean => hop === 'failed';

/** The tries of a relay that failed. Some print more than one line for each: the kind that came most often counts them. */
export function failedHops(one: Try): readonly Facts[] {
  const byRow = new Map<string, Facts[]>();
  for (const facts of one.facts) if (isFailedHop(facts)) byRow.set(facts.row, [...(byRow.get(facts.row) ?? []), facts]);
  return [...byRow.values()].reduce(
    (best, hops) =>
      hops.length > best.length || (hops.length === best.length && told(hops) >= told(best)) ? hops : best,
    [],
  );
}

const told = (hops: readonly Facts[]): number => hops.filter(({upstreamStatus}) => upstreamStatus !== undefined).length;

/** The lines that tell how a try ended: not those of a relay's earlier tries, nor of any when a later one went well. */
export function settled(one: Try): readonly Facts[] {
  if (!one.facts.some(isFailedHop)) return one.facts;
  const well = hopServed(one);
  return one.facts.filter(
    (facts) =>
      !isFailedHop(facts) ||
      (!well && facts === one.facts.findLast((other) => isFailedHop(other) && other.row === facts.row)),
  );
}

/** Whether a relay that had failed upstream went on to an answer: it says so, or it tried again and passed on a good one. */
export function hopServed(one: Try): boolean {
  const wire = latest(one, (facts) => facts.status);
  if (wire !== undefined && wire >= 400) return false;
  if (one.facts.some(({hop}) => hop === 'served')) return true;
  return wire !== undefined && one.facts.some(({retry}) => retry?.again === true);
}

/** The id of one try, when it is no placeholder. */
export const idOfTry = (one: Try) => bestId(settled(one).flatMap((facts) => facts.ids));

/** When a try was answered, by the line that says so. */
export const answeredAt = (one: Try): number | undefined =>
  latest(one, ({phase, at}) => (phase === 'response' ? at : undefined));

/** The latest defined value among the facts of one try. */
export const latest = <T>(one: Try, pick: (facts: Facts) => T | undefined): T | undefined => lastOf(one.facts, pick);

function lastOf<T>(facts: readonly Facts[], pick: (facts: Facts) => T | undefined): T | undefined {
  for (let i = facts.length - 1; i >= 0; i--) {
    const value = pick(facts[i] as Facts);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The first defined value among the facts of one try. */
export function first<T>(one: Try, pick: (facts: Facts) => T | undefined): T | undefined {
  for (const facts of one.facts) {
    const value = pick(facts);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The first defined value among the facts of a call. */
export function firstOf<T>(call: Call, pick: (facts: Facts) => T | undefined): T | undefined {
  for (const one of call.tries) {
    const value = first(one, pick);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The kinds of blocks in an answer: a line may tell of one of them only. */
export const blockTypes = (told: readonly Facts[]): readonly string[] => [
  ...new Set(told.flatMap(({fields}) => fields.response_content_types ?? [])),
];

/** True when some line tells how the call went; a request alone does not. */
export const hasOutcome = (call: Call): boolean =>
  call.tries.some((one) =>
    one.facts.some(
      ({status, upstreamStatus, hop, failure, type, broken, fields}) =>
        status !== undefined ||
        upstreamStatus !== undefined ||
        hop !== undefined ||
        failure ||
        type ||
        broken ||
        fields.output_tokens !== undefined ||
        fields.response_content_types !== undefined,
    ),
  );

/** True when some line shows that Claude was asked, and none that somebody else was. */
export function isProven(call: Call): boolean {
  let proven = false;
  for (const one of call.tries) {
    for (const {about} of one.facts) {
      if (about === 'other') return false;
      proven ||= about === 'claude';
    }
  }
  return proven;
}

/** How many lines each of its frames had. */
export const linesOf = (call: Call): number[] =>
  call.tries.flatMap((one) => one.facts.map(({lines}) => lines)).filter((lines) => lines > 0);
