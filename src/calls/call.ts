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

/** The status of one try: the latest line that states one. */
export function statusOfTry(one: Try): number | undefined {
  return latest(one, (facts) => facts.status);
}

/** The id of one try, when it is no placeholder. */
export const idOfTry = (one: Try) => bestId(one.facts.flatMap((facts) => facts.ids));

/** When a try was answered, by the line that says so. */
export const answeredAt = (one: Try): number | undefined =>
  latest(one, ({phase, at}) => (phase === 'response' ? at : undefined));

/** The latest defined value among the facts of one try. */
export function latest<T>(one: Try, pick: (facts: Facts) => T | undefined): T | undefined {
  for (let i = one.facts.length - 1; i >= 0; i--) {
    const value = pick(one.facts[i] as Facts);
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
      ({status, failure, type, broken, fields}) =>
        status !== undefined ||
        failure ||
        type ||
        broken ||
        fields.output_tokens !== undefined ||
        fields.response_content_types !== undefined,
    ),
  );
