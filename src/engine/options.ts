import type {Explain} from '../calls/derive.ts';
import type {Line} from '../framing/frame.ts';
import type {Zone} from '../util/time.ts';

/** Why a line that looked like a call could not be read. */
export type RejectReason = 'broken JSON' | 'too long';

/** What holds when nobody says otherwise. */
export const DEFAULTS = {correlateWindow: 5000, maxLineBytes: 16 * 1024 * 1024} as const;

/** What the engine is told; everything from outside comes in here, the clock too. */
export interface EngineOptions {
  /** ms since the epoch. */
  readonly now: () => number;
  /** How times without a zone are read. */
  readonly zone: Zone;
  /** True when nobody chose that zone: then the times read in it are named in `assumed`. */
  readonly zoneAssumed: boolean;
  readonly only: 'all' | 'failures';
  readonly userId: 'hash' | 'keep' | 'drop';
  readonly clientIp?: 'keep' | 'truncate' | 'hash' | 'drop' | undefined;
  /** Keys of the pseudonyms, 32 bytes or more each: the one that signs and, while they rotate, the one before it. */
  readonly hashKeys?: readonly Uint8Array[] | undefined;
  /** Told once, when the first pseudonym leaves that was made without a key. */
  readonly onUnkeyedHash?: (() => void) | undefined;
  readonly keepHeaders: readonly string[];
  /** ms. */
  readonly correlateWindow: number;
  /** Ids of the dialects to ask; absent: all. */
  readonly formats?: readonly string[] | undefined;
  /** A line that is no part of a call, scrubbed. */
  readonly onLeft?: ((text: string) => void) | undefined;
  /** A line that looked like a call, its reason and its scrubbed head. */
  readonly onReject?: ((line: Line, reason: RejectReason, excerpt: string) => void) | undefined;
  readonly explain?: Explain | undefined;
  /** True: no dialect's shortcut is taken. For tests, which hold both ways against each other. */
  readonly longWay?: boolean;
}
