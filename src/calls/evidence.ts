import type {Draft} from '../spec/types.ts';

/**
 * Where in the life of a call a frame stands.
 * start: an attempt is being sent; response: an attempt ended; retry: another attempt follows; end: the outcome as the
 * application or the SDK states it; detail: adds to an attempt and never opens a call of its own.
 */
export type Phase = 'start' | 'response' | 'retry' | 'end' | 'detail';

/** Failures that have no HTTP status: the client saw them. */
export type Failure = 'timeout' | 'connection_error' | 'stream_interrupted';

/** What one frame says about a call: an HTTP exchange seen through a keyhole. Raw and secret; never leaves the core. */
export interface Evidence {
  /** Which kind of line this is, such as `py.err`; one attempt prints each kind at most once. */
  readonly row: string;
  readonly phase: Phase;
  /** True: nothing proves that this is Claude, so the line may join an open call but never opens one. */
  readonly joinsOnly?: boolean;
  /** Set on the line of a server that passed the call on or answered it, be it a proxy or a relay. */
  readonly server?: ServerParts | undefined;
  /** How a line that names no call may join one. one: by its place, when no second open call could be meant; key: never. */
  readonly join?: 'one' | 'key';
  /**
   * Whether the line shows that Claude was asked. unknown: it may open a call by its key, which gives no record unless
   * another of its lines shows it; other: it shows that somebody else was. Absent: claude.
   */
  readonly about?: 'claude' | 'unknown' | 'other';
  /**
   * How one of a relay's own tries upstream went: then `status` and `error` are the upstream's and not the caller's.
   * Such tries are counted by themselves and never added to those of the client.
   */
  readonly hop?: 'failed' | 'served' | undefined;
  /** Tries upstream that the line counts. */
  readonly hops?: number | undefined;
  /** A status that came from further up than the one on the wire. */
  readonly upstreamStatus?: unknown;
  /** ms since the epoch, when the entry itself states its time. */
  readonly at?: number | undefined;
  readonly zoneless?: boolean | undefined;
  readonly traceId?: string | undefined;
  /** Names the attempt: a log id, a span. */
  readonly attemptKey?: string | undefined;
  /** Names the call across its attempts: an idempotency key, the first log id. */
  readonly callKey?: string | undefined;
  readonly url?: string | undefined;
  readonly requestHeaders?: unknown;
  readonly requestBody?: unknown;
  /** True when `requestBody` is the whole body as it was sent. */
  readonly bodyComplete?: boolean;
  /** True when at least every top-level key of the body is there: then what is absent was not sent. */
  readonly bodyKeysShown?: boolean;
  readonly status?: unknown;
  readonly responseHeaders?: unknown;
  readonly responseBody?: unknown;
  /** ms of this attempt. */
  readonly elapsedMs?: number | undefined;
  /** ms of the whole call. */
  readonly totalMs?: number | undefined;
  readonly error?: ErrorParts | undefined;
  /** Free text in which an error body, a status or a message may sit. */
  readonly errorText?: string | undefined;
  readonly failure?: Failure | undefined;
  /** What the line says about retries. */
  readonly retry?: RetryParts | undefined;
  readonly sdk?: {readonly version?: string | undefined; readonly runtime?: string | undefined} | undefined;
  readonly stream?: StreamParts | undefined;
  readonly ids?: IdParts | undefined;
  /** Attempts of the same call before this one, oldest first, when one frame tells of them all. */
  readonly earlier?: readonly Evidence[];
  /** Canonical values that the line itself prints. */
  readonly stated?: Draft | undefined;
}

/**
 * The lines of a server that is no relay stand anywhere: only an id ties them to others, or the same exchange told twice.
 */
interface ServerParts {
  /** access: the line that each exchange has, written when it ends; fault: what the server says of one that failed. */
  readonly part: 'access' | 'fault';
  /** The client's address, as both name it. */
  readonly peer?: string | undefined;
  /** True: the access line is written with the head of the answer, so that a stream may still break. */
  readonly early?: boolean;
}

interface ErrorParts {
  readonly name?: string | undefined;
  readonly type?: unknown;
  readonly message?: string | undefined;
  readonly param?: string | undefined;
  readonly code?: unknown;
}

interface RetryParts {
  /** 1-based number of this attempt, when the line counts. */
  readonly attempt?: number | undefined;
  /** Attempts that the line says are left. 0: this was the last. */
  readonly remaining?: number | undefined;
  readonly delayMs?: number | undefined;
  /** True: another attempt follows; false: none does. */
  readonly again?: boolean | undefined;
}

interface StreamParts {
  readonly mode?: boolean;
  readonly chunks?: number;
  readonly broken?: boolean;
}

interface IdParts {
  /** Printed as the id of the answer, so as good as a header. */
  readonly header?: string | undefined;
  /** Printed beside the call: a log field, a body's id. */
  readonly body?: string | undefined;
  /** A relay's own id of the call. */
  readonly relay?: string | undefined;
}
