import type {Evidence} from '../calls/evidence.ts';
import type {Frame} from '../framing/frame.ts';
import type {CallFields} from '../spec/types.ts';
import {createWordFinder} from '../util/words.ts';
import type {Dialect, Row} from './define.ts';

/** What a frame turned out to be: a finished record, or evidence of calls. */
export type Finding =
  | {readonly kind: 'record'; readonly dialect: string; readonly fields: CallFields}
  | {readonly kind: 'evidence'; readonly dialect: string; readonly evidence: readonly Evidence[]};

export type Gate = (rawLine: string) => boolean;

/** Whether any dialect's keyword, or what else must be looked at, stands in a line: most lines end here. */
export function createGate(dialects: readonly Dialect[], more: readonly string[] = []): Gate {
  const plain = [...more, ...dialects.flatMap((dialect) => dialect.keywords)];
  // Some JSON printers escape the slash: rsyslog's, PHP's.
  const all = [...new Set([...plain, ...plain.map((word) => word.replaceAll('/', '\\/'))])];
  // A word that holds another one can open nothing that the other does not.
  const words = all.filter((word) => !all.some((other) => other !== word && word.includes(other)));
  return createWordFinder(words).some;
}

/**
 * Asks the rows that a frame has a mark or a name of, in the order of the dialects; the first that reads it wins. What a
 * frame costs does not grow with the dialects that have nothing to do with it.
 */
export function createRecogniser(dialects: readonly Dialect[]): (frame: Frame) => Finding | undefined {
  const enrichers = dialects.filter((dialect) => dialect.enrich !== undefined);
  const readers = dialects.flatMap((dialect) => readersOf(dialect, enrichers));
  const ofStructured = indicesOf(readers, ({row}) => row?.marks === undefined && row?.names === undefined);
  const byName = indexBy(readers, ({row}) => row?.names);
  const addMarked = createMarkIndex(indexBy(readers, ({row}) => row?.marks));

  return (frame) => {
    const asked = new Set<number>();
    const add = (indices: readonly number[]): void => {
      for (const index of indices) asked.add(index);
    };
    if (frame.text !== '') addMarked(frame.text, add);
    if (frame.json !== undefined) {
      add(ofStructured);
      if (byName.size > 0) for (const name in frame.json) add(byName.get(name) ?? []);
    }
    for (const index of [...asked].sort((a, b) => a - b)) {
      const finding = (readers[index] as Reader).read(frame);
      if (finding) return finding;
    }
    return undefined;
  };
}

interface Reader {
  /** Absent: the dialect reads finished records. */
  readonly row?: Row;
  readonly read: (frame: Frame) => Finding | undefined;
}

function readersOf(dialect: Dialect, enrichers: readonly Dialect[]): Reader[] {
  const {id, record} = dialect;
  const rows = dialect.rows.map((row) => ({
    row,
    read: (frame: Frame): Finding | undefined => {
      const read = row.read(frame);
      const all = read === undefined || isList(read) ? read : [read];
      if (all === undefined) return undefined;
      const evidence = row.enriched ? all.map((one) => enrich(one, frame, enrichers)) : all;
      return {kind: 'evidence', dialect: id, evidence};
    },
  }));
  if (record === undefined) return rows;
  const read = (frame: Frame): Finding | undefined => {
    const fields = record(frame);
    return fields && {kind: 'record', dialect: id, fields};
  };
  return [{read}, ...rows];
}

const isList = (read: Evidence | readonly Evidence[]): read is readonly Evidence[] => Array.isArray(read);

const indicesOf = (readers: readonly Reader[], wanted: (reader: Reader) => boolean): number[] =>
  readers.flatMap((reader, index) => (wanted(reader) ? [index] : []));

function indexBy(readers: readonly Reader[], wordsOf: (reader: Reader) => readonly string[] | undefined) {
  const index = new Map<string, number[]>();
  for (const [i, reader] of readers.entries())
    for (const word of wordsOf(reader) ?? []) index.set(word, [...(index.get(word) ?? []), i]);
  return index;
}

/** A shorter mark would make the search for all others slow: it is looked for by itself. */
const SHORT_MARK = 4;

function createMarkIndex(index: ReadonlyMap<string, readonly number[]>) {
  const short = [...index].filter(([mark]) => mark.length < SHORT_MARK);
  const long = [...index].filter(([mark]) => mark.length >= SHORT_MARK);
  const finder = createWordFinder(long.map(([mark]) => mark));
  return (text: string, add: (indices: readonly number[]) => void): void => {
    for (const [mark, indices] of short) if (text.includes(mark)) add(indices);
    finder.each(text, (i) => add((long[i] as (typeof long)[number])[1]));
  };
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
