import type {Dialect, Row} from '../../src/dialects/define.ts';

/** Notes the id of every row that reads a frame, for as long as the process lives. */
export function watchRows(dialects: readonly Dialect[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const row of dialects.flatMap(({rows}) => rows)) {
    const {read} = row;
    (row as {read: Row['read']}).read = (frame) => {
      const evidence = read(frame);
      if (evidence) seen.add(row.id);
      return evidence;
    };
  }
  return seen;
}
