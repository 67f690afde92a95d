import type {JsonObject} from '../../util/json.ts';

/** A span, or a log record with attributes, in whichever form it was printed. */
export interface Span {
  readonly name: string;
  readonly isLog: boolean;
  readonly traceId: string | undefined;
  /** ms since the epoch. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** The exporters agree on three states; unset is undefined. */
  readonly failed: boolean | undefined;
  readonly statusMessage: string | undefined;
  readonly attributes: JsonObject;
  readonly events: readonly {readonly name: string; readonly attributes: JsonObject}[];
  readonly scope: {readonly name: string | undefined; readonly version: string | undefined};
  readonly resource: JsonObject;
}
