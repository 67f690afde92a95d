import type {Explain} from '../../calls/index.ts';

export interface Explainer {
  readonly note: Explain;
  /** What was noted since the last time, as NDJSON. */
  readonly take: () => string;
}

/** Collects which line and which rule gave each field: names and places only, never a value. */
export function createExplainer(scrub: (text: string) => string): Explainer {
  let lines: string[] = [];
  return {
    note(field, facts, rule) {
      const {line, dialect, row} = facts;
      lines.push(
        JSON.stringify({
          field,
          ...(line.file !== undefined && {file: scrub(line.file)}),
          line: line.number,
          dialect,
          row,
          rule,
        }),
      );
    },
    take() {
      const text = lines.length > 0 ? `${lines.join('\n')}\n` : '';
      lines = [];
      return text;
    },
  };
}
