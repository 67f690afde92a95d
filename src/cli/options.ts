import {DEFAULTS} from '../engine/options.ts';

/** One flag: help, man-like docs, both parsers and every check derive from this. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean' | 'number' | 'list';
  readonly describe: string;
  readonly default?: string | number | boolean;
  /** What is allowed, in words, for the message about a wrong value. */
  readonly allowed?: string;
  readonly choices?: readonly string[];
  /** True for a value that can stand. */
  readonly accepts?: (value: string) => boolean;
}

const isCount = (value: string): boolean => /^\d{1,15}$/.test(value) && Number(value) > 0;
const isDuration = (value: string): boolean => /^\d{1,9}(?:ms|s|m)$/.test(value);
const isHeaderName = (value: string): boolean => /^[\w-]{1,128}\*?$/.test(value);

/** The flags of `callmill normalize`, in the order of its help. */
export const OPTIONS = {
  format: {
    type: 'list',
    describe: 'ask only these dialects (see `callmill formats`); may be given more than once',
    allowed: 'a dialect from `callmill formats`',
  },
  tz: {
    type: 'string',
    describe: "zone of times that have none; the default is the system's, and then the record says so",
    allowed: 'UTC, local, an offset such as +08:00, or a name such as Europe/Berlin',
  },
  only: {type: 'string', describe: 'which calls leave', default: 'all', choices: ['all', 'failures']},
  'user-id': {
    type: 'string',
    describe: 'what becomes of user ids: a hash, the id itself beside it, or nothing',
    default: 'hash',
    choices: ['hash', 'keep', 'drop'],
  },
  'client-ip': {
    type: 'string',
    describe: 'what becomes of client addresses: kept, their network only (/24, /48), a hash, or nothing',
    default: 'keep',
    choices: ['keep', 'truncate', 'hash', 'drop'],
  },
  'hash-key-file': {
    type: 'list',
    describe: 'a file of 32 random bytes or more: hashes are made with this key; a second one is the key before it',
    allowed: 'a file of 32 to 4096 bytes, at most two of them',
  },
  'keep-header': {
    type: 'list',
    describe: 'one more response header for custom_headers; a `*` at the end stands for any rest',
    allowed: 'a header name',
    accepts: isHeaderName,
  },
  rejects: {type: 'string', describe: 'write lines that look like a call but cannot be read to this file, scrubbed'},
  passthrough: {
    type: 'string',
    describe: 'write lines that are no part of a call to this file, or to stderr, scrubbed',
  },
  summary: {type: 'string', describe: 'say at the end where every line went, on stderr', choices: ['text', 'json']},
  explain: {
    type: 'boolean',
    describe: 'write for each field which line and which rule gave it, on stderr as NDJSON',
    default: false,
  },
  'max-line-bytes': {
    type: 'number',
    describe: 'keep only the head of a longer line',
    default: DEFAULTS.maxLineBytes,
    allowed: 'a number of bytes above 0',
    accepts: isCount,
  },
  'join-timeout': {
    type: 'string',
    describe: 'how long a live pipe waits for the next line of an entry',
    default: '500ms',
    allowed: 'a duration such as 500ms, 5s or 1m',
    accepts: isDuration,
  },
  'correlate-window': {
    type: 'string',
    describe: 'how long a call may still grow after its outcome is known',
    default: `${DEFAULTS.correlateWindow / 1000}s`,
    allowed: 'a duration such as 500ms, 5s or 1m',
    accepts: isDuration,
  },
} as const satisfies Record<string, OptionSpec>;

export type OptionName = keyof typeof OPTIONS;
/** What a parser found, before any check. */
export type RawOptions = Partial<Record<OptionName, string | boolean | readonly string[]>>;

const UNITS: Readonly<Record<string, number>> = {ms: 1, s: 1000, m: 60_000};

/** ms of `500ms`, `5s`, `1m`. */
export function durationMs(text: string): number {
  const [, digits = '0', unit = 'ms'] = /^(\d+)(ms|s|m)$/.exec(text) ?? [];
  return Number(digits) * (UNITS[unit] ?? 1);
}
