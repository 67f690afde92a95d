import {createRedactor, maskPart} from '../redact/index.ts';

/** One thing that redaction takes out of a line. */
export interface Removal {
  readonly rule: string;
  /** From 1, in characters. */
  readonly column: number;
  readonly length: number;
  /** At most the first four characters of it, and stars. */
  readonly before: string;
  readonly after: string;
}

/** Tells what redaction would take out of a line, never the thing itself. */
export function createRemovals(): {
  readonly of: (text: string) => readonly Removal[];
  readonly scrub: (text: string) => string;
} {
  const {removals, scrub} = createRedactor({userId: 'hash'});
  return {
    of: (text) =>
      removals(text).map(({id, span: [start, end]}) => ({
        rule: id,
        column: start + 1,
        length: end - start,
        before: maskPart(text.slice(start, end)),
        after: `[REDACTED:${id}]`,
      })),
    scrub,
  };
}
