import type {Context, Source, Wrap} from '../framing/frame.ts';
import type {JsonObject} from '../util/json.ts';
import type {Zone} from '../util/time.ts';

/** What an envelope is asked about: the text of a line, and its JSON object when the text is one. */
export interface Wrapped {
  readonly text: string;
  readonly json: JsonObject | undefined;
}

/** What was inside: the text without the wrapping, and what the wrapping knew. */
export interface Unwrapped {
  readonly text: string;
  /** The structured entry that goes on with the text (a JSON logger's own fields). Absent: the text stands alone. */
  readonly json?: JsonObject;
  readonly context: Partial<Omit<Context, 'source'>>;
  readonly source?: Partial<Source>;
  /** `more`: the text goes on in the next line of the same source; `last`: it ends here, earlier parts come first. */
  readonly part?: 'more' | 'last';
  /** The text was broken to fit a column: how far the next lines are indented, and how wide the column is. */
  readonly wrap?: Wrap;
}

/** How one collector or logger wraps a line. Data first, code last. */
export interface Envelope {
  readonly id: string;
  readonly title: string;
  /** Where the format is defined: repository and file, or document. */
  readonly origin: string;
  /** What it is made of: a `json` envelope is asked only about JSON objects, a `text` envelope only about other lines. */
  readonly shape: 'json' | 'text';
  /** A `json` envelope is asked only about entries with a property of one of these names. */
  readonly names?: readonly string[];
  /** A `text` envelope is asked only about lines that begin with one of these characters, `0-9` and the like being ranges. */
  readonly opens?: string;
  /** True for an application's logger: its prefix begins an entry. Transports wrap the lines of an entry one by one. */
  readonly heads?: true;
  /**
   * Where the wrapped text begins in a raw line, found without parsing; 0 when this is not such a line. Transports that
   * wrap every line of an entry tell it, so that a line can be seen to go on from the one above.
   */
  readonly inside?: (line: string) => number;
  /** True when a raw line holds, at this place, nothing but the head of an entry whose message is the next line. */
  readonly isHeadAlone?: (line: string, at: number) => boolean;
  /** The language whose logger this is. */
  readonly language?: 'python' | 'node' | 'ruby' | 'php' | 'dotnet' | 'rust' | 'go' | 'java';
  /** One wrapped line and the text that must come out of it; tests and docs run over these. */
  readonly examples: readonly (readonly [wrapped: string, inner: string])[];
  /** Lines that look similar and must be left alone, each with the reason. */
  readonly near: readonly (readonly [line: string, why: string])[];
  readonly unwrap: (entry: Wrapped, zone: Zone) => Unwrapped | undefined;
}
