import type {Evidence} from '../calls/evidence.ts';
import type {Frame} from '../framing/frame.ts';
import type {CallFields} from '../spec/types.ts';
import type {Dialect, Row} from './define.ts';

/** What a frame turned out to be: a finished record, or evidence of a call. */
export type Finding =
  | {readonly kind: 'record'; readonly dialect: string; readonly fields: CallFields}
  | {readonly kind: 'evidence'; readonly dialect: string; readonly evidence: Evidence};

export type Gate = (rawLine: string) => boolean;

/** One alternation over all keywords and what else must be looked at: nearly every line of an application ends here. */
export function createGate(dialects: readonly Dialect[], more: readonly string[] = []): Gate {
  const all = [...new Set([...more, ...dialects.flatMap((dialect) => dialect.keywords)])];
  // A word that holds another one can open nothing that the other does not: fewer words make a cheaper look.
  const words = all.filter((word) => !all.some((other) => other !== word && word.includes(other)));
  const pattern = new RegExp(words.map(escapePattern).join('|'));
  return (rawLine) => pattern.test(rawLine);
}

/** Asks the dialects in their order; the first row that reads the frame wins. */
export function createRecogniser(dialects: readonly Dialect[]): (frame: Frame) => Finding | undefined {
  const enrichers = dialects.filter((dialect) => dialect.enrich !== undefined);
  const all = dialects.map((dialect) => ({dialect, rows: dialect.rows}));
  // An entry without words can only be read by its fields: decided here, not row by row.
  const wordless = dialects.map((dialect) => ({dialect, rows: dialect.rows.filter((row) => row.marks.length === 0)}));
  return (frame) => {
    for (const {dialect, rows} of frame.text === '' ? wordless : all) {
      const fields = dialect.record?.(frame);
      if (fields) return {kind: 'record', dialect: dialect.id, fields};
      for (const row of rows) {
        if (!isMarked(row, frame)) continue;
        const evidence = row.read(frame);
        if (evidence)
          return {
            kind: 'evidence',
            dialect: dialect.id,
            evidence: row.enriched ? enrich(evidence, frame, enrichers) : evidence,
          };
      }
    }
    return undefined;
  };
}

function isMarked(row: Row, frame: Frame): boolean {
  if (row.marks.length === 0) return frame.json !== undefined;
  for (const mark of row.marks) if (frame.text.includes(mark)) return true;
  return false;
}

/** The text's own evidence wins; the entry's fields add what it lacks. */
function enrich(evidence: Evidence, frame: Frame, enrichers: readonly Dialect[]): Evidence {
  if (frame.json === undefined) return evidence;
  let merged = evidence;
  for (const dialect of enrichers) {
    const more = dialect.enrich?.(frame);
    if (more) merged = {...more, ...defined(merged), ids: {...more.ids, ...defined(merged.ids ?? {})}};
  }
  return merged;
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
