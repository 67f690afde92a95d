import type {RecordSource} from '../spec/types.ts';
import type {JsonObject} from '../util/json.ts';
import type {Zone} from '../util/time.ts';

/** One physical line, without its end, and where it stood. */
export interface Line {
  readonly text: string;
  readonly file?: string | undefined;
  /** 1-based. */
  readonly number: number;
  /** True when only the head of an over-long line was kept. */
  readonly oversize?: boolean;
}

/** What is known of the place a line came from; leaves in the record as `source`. */
export type Source = Omit<RecordSource, 'dialect'>;

/** What the envelopes of a line knew. Inner envelopes win over outer ones. */
export interface Context {
  /** ms since the epoch. */
  readonly at?: number | undefined;
  /** True when `at` was read from a time without a zone. */
  readonly zoneless?: true | undefined;
  readonly level?: string | undefined;
  readonly logger?: string | undefined;
  /** The language whose logger wrote the line. */
  readonly language?: 'python' | 'node' | 'ruby' | 'php' | 'dotnet' | 'rust' | 'go' | 'java' | undefined;
  readonly traceId?: string | undefined;
  readonly pid?: string | undefined;
  /** Thread, task, goroutine or MDC lane: what tells concurrent work of one process apart. */
  readonly thread?: string | undefined;
  readonly source: Source;
}

/** The column that a text was broken to fit. */
export interface Wrap {
  readonly indent: number;
  readonly width: number;
}

/** One logical log entry: a line, or the unwrapped lines of one source that belong together. */
export interface Frame {
  /** The message, all its lines; for structured entries the message text and then the stack text, if any. */
  readonly text: string;
  /** The structured entry, when there is one. */
  readonly json: JsonObject | undefined;
  readonly context: Context;
  /** How times without a zone are read. */
  readonly zone: Zone;
  /** True when a line was put together from parts: then no raw line may be shown alone, a secret may be cut in two. */
  readonly parted: boolean;
  /** The physical lines this frame is made of, at least one. */
  readonly lines: readonly Line[];
}
