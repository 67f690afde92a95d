import type {Evidence} from '../calls/evidence.ts';
import type {Frame, Line} from '../framing/frame.ts';
import type {CallFields} from '../spec/types.ts';

/** One kind of line that a dialect prints. */
export interface Row {
  /** Unique over all dialects, such as `py.err`. */
  readonly id: string;
  readonly title: string;
  /** One of these must occur in the frame's text: the cheap test before `read`. At least four characters, but for few. */
  readonly marks?: readonly string[];
  /** One of these must name a property of the structured entry. Without marks and names, every such entry is read. */
  readonly names?: readonly string[];
  /**
   * What the frame says about a call; undefined when this is not such a line after all. A line that holds several calls,
   * such as a batch of spans, gives a list: then each must state its outcome. An empty list: the line is known, and no
   * call; no other dialect is asked. Pure, total, linear.
   */
  readonly read: (frame: Frame) => Evidence | readonly Evidence[] | undefined;
  /** True for an application's own line: the other fields of a structured entry belong to the same call. */
  readonly enriched?: true;
}

/** A call that one line tells completely. */
export interface Plain {
  readonly row: string;
  readonly fields: CallFields;
}

/** How one SDK or relay prints a call. Data first, code last. */
export interface Dialect {
  /** The folder's name. */
  readonly id: string;
  readonly title: string;
  /** Versions seen, and where the format comes from. */
  readonly origin: string;
  /**
   * One of these must occur in a raw line of the frame: the gate is built from them. No quotes or backslashes, so that
   * they hold inside an escaped envelope too. Case matters.
   */
  readonly keywords: readonly [string, ...string[]];
  readonly rows: readonly Row[];
  /** Reads a finished record: there is nothing to merge or derive. */
  readonly record?: (frame: Frame) => CallFields | undefined;
  /**
   * Reads a raw line that says everything itself without parsing it whole. A shortcut: the rows must read the same line
   * to the same record, and a test holds both against each other.
   */
  readonly shortcut?: (line: Line) => Plain | undefined;
  /** Reads the call facts among the fields of a structured entry, for rows that are `enriched`. */
  readonly enrich?: (frame: Frame) => Evidence | undefined;
}

/** A shorter keyword would make the look at every line slow. */
const MIN_KEYWORD = 5;

/** Checks a dialect once, at load. Throws on a keyword that is too short or that an escaped envelope would hide. */
export function defineDialect(dialect: Dialect): Dialect {
  for (const keyword of dialect.keywords) {
    if (keyword.length < MIN_KEYWORD) throw new Error(`${dialect.id}: keyword ${JSON.stringify(keyword)} is too short`);
    if (/["'\\]/.test(keyword))
      throw new Error(`${dialect.id}: keyword ${JSON.stringify(keyword)} holds a quote or a backslash`);
  }
  return Object.freeze(dialect);
}
