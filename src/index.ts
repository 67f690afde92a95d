import type {Duplex} from 'node:stream';
import {createNormaliser as createEngine, DEFAULTS, type EngineOptions} from './engine/index.ts';
import {createByteStream, createObjectStream} from './io/stream.ts';
import type {CallRecord} from './spec/types.ts';
import {zoneOf} from './util/time.ts';

export type {Account} from './engine/index.ts';
export {FIELDS, type FieldName, type FieldSpec} from './spec/fields.ts';
export type {Attempt, CallRecord, RecordSource} from './spec/types.ts';

/** What the engine is told; everything has a default. */
export interface NormaliserOptions extends Partial<Omit<EngineOptions, 'zone' | 'zoneAssumed'>> {
  /** How times without a zone are read: `UTC`, `+08:00`, `Europe/Berlin`; the default is the system's. */
  readonly tz?: string;
}

export interface StreamOptions extends NormaliserOptions {
  /** false: bytes in, NDJSON bytes out. true: lines or structured entries in, records out. */
  readonly objectMode?: boolean;
  readonly maxLineBytes?: number;
}

export interface Normaliser {
  /** One line, without its end; the records that are complete now. */
  readonly push: (line: string) => CallRecord[];
  /** The input ended; everything that was still open. */
  readonly end: () => CallRecord[];
  /** A live source was quiet: what waited longer than the window. */
  readonly idle: () => CallRecord[];
}

/** The engine itself: pure and synchronous, lines in, records out. Throws RangeError for an unknown `tz`. */
export function createNormaliser(options: NormaliserOptions = {}): Normaliser {
  const engine = createEngine(withDefaults(options));
  let number = 0;
  return {
    push(text) {
      number++;
      return engine.push({text, number});
    },
    end: engine.end,
    idle: engine.idle,
  };
}

/** The engine as a Node stream. Throws RangeError for an unknown `tz`. */
export function createNormaliseStream({
  objectMode = false,
  maxLineBytes = DEFAULTS.maxLineBytes,
  ...options
}: StreamOptions = {}): Duplex {
  const filterOptions = {...withDefaults(options), maxLineBytes};
  return objectMode ? createObjectStream(filterOptions) : createByteStream(filterOptions);
}

function withDefaults({tz, ...options}: NormaliserOptions): EngineOptions {
  const zone = zoneOf(tz ?? 'local');
  if (zone === undefined) throw new RangeError(`tz: unknown zone ${JSON.stringify(tz)}`);
  return {
    now: Date.now,
    zone,
    zoneAssumed: tz === undefined,
    only: 'all',
    userId: 'hash',
    keepHeaders: [],
    correlateWindow: DEFAULTS.correlateWindow,
    ...options,
  };
}
