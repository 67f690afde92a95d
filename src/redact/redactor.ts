import {FIELD_NAMES, FIELDS, type FieldName, type FieldSpec} from '../spec/fields.ts';
import {BLANK, type CallFields, type CallRecord} from '../spec/types.ts';
import {isObject, type Json, type JsonObject} from '../util/json.ts';
import {type ClientIpPolicy, treatClientIp} from './client-ip.ts';
import {cutEchoes} from './echo.ts';
import {maskKey, stripBearer} from './methods.ts';
import {once} from './once.ts';
import {keyHashes, nameUser, takeUser} from './persons.ts';
import {createPseudonyms} from './pseudonym.ts';
import {RULES} from './rules/index.ts';
import {createScrubber, type Scrubber} from './scrub.ts';

export interface RedactOptions {
  /** hash: only the pseudonym leaves; keep: the id leaves as given, beside it. */
  readonly userId: 'hash' | 'keep' | 'drop';
  readonly clientIp?: ClientIpPolicy | undefined;
  /** Keys of the pseudonyms: the one that signs and, while they rotate, the one before it. 32 bytes or more each. */
  readonly hashKeys?: readonly Uint8Array[] | undefined;
  /** Told once, when the first pseudonym leaves that was made without a key. */
  readonly onUnkeyedHash?: (() => void) | undefined;
}

export interface Redactor {
  /** The one door out: canonical values in, a safe record out. A field that cannot be made safe is dropped. */
  readonly redact: (fields: CallFields) => CallRecord;
  /** Any text that leaves beside records: rejects, lines passed through, messages. */
  readonly scrub: (text: string) => string;
  /** What `scrub` would take out of a text, in order. */
  readonly removals: Scrubber['removals'];
}

const CUT = '…';
type Way = 'key' | 'hash' | 'repeats' | 'text' | 'values' | 'headers' | 'deep';
/** What is done with each field that is no plain fact, decided once. */
const WAYS: readonly (readonly [name: FieldName, way: Way, maxLength: number, blank: unknown])[] = FIELD_NAMES.filter(
  (name) => FIELDS[name].privacy !== 'fact',
).map((name) => {
  const field: FieldSpec = FIELDS[name];
  return [name, wayOf(field), field.maxLength ?? Number.POSITIVE_INFINITY, BLANK[name]];
});

/** Compiles the catalogue's privacy classes and the rules into one function. Fails closed, field by field. */
export function createRedactor(options: RedactOptions): Redactor {
  const {scrub, removals} = createScrubber(RULES);
  // Content can only be quoted in a field; a line that is no call is the user's own text.
  const clean = (text: string): string => settled(text, (given) => cutEchoes(scrub(given)));
  const scrubOnce = once(clean);
  const {clientIp = 'keep'} = options;
  const pseudonyms = createPseudonyms(options.hashKeys);
  let silent = pseudonyms.keyed || options.onUnkeyedHash === undefined;
  const notice = (): void => {
    if (!silent) options.onUnkeyedHash?.();
    silent = true;
  };

  const safe = (way: Way, value: unknown): unknown => {
    if (way === 'repeats') return scrubOnce(String(value));
    if (way === 'text') return OWN_ID.test(String(value)) ? value : clean(String(value));
    if (way === 'values') return cleanValues(value as Readonly<Record<string, unknown>>, scrubOnce);
    if (way === 'headers') return cleanHeaders(value as Readonly<Record<string, string>>, scrubOnce);
    if (way === 'deep') return cleanDeep(value, scrubOnce, 0);
    if (way === 'key') return typeof value === 'string' ? maskKey(stripBearer(value)) : undefined;
    return typeof value === 'string' && USER_HASH.test(value) ? value : undefined;
  };

  return {
    redact(fields) {
      const out = fields as unknown as Record<FieldName, unknown>;
      const user = takeUser(out, options.userId);
      for (const [name, way, maxLength, blank] of WAYS) {
        const value = out[name];
        if (value === undefined || value === blank) continue;
        try {
          // Scrubbed before it is cut: half a key is still a key.
          const done = safe(way, value) ?? blank;
          if (done !== value) out[name] = done;
          if (typeof done === 'string' && done.length > maxLength)
            out[name] = shorten(done, maxLength, (text) => safe(way, text));
        } catch {
          out[name] = blank;
        }
      }
      if (user !== undefined && nameUser(out, user, pseudonyms)) notice();
      if (clientIp !== 'keep' && typeof out.client_ip === 'string') {
        out.client_ip = treatClientIp(out.client_ip, clientIp, pseudonyms);
        if (clientIp === 'hash') notice();
      }
      if (pseudonyms.keyed) keyHashes(out, pseudonyms);
      return out as unknown as CallRecord;
    },
    scrub,
    removals,
  };
}

/** Claude's own ids hold nothing to hide, and every record has one. */
const OWN_ID = /^req_(?:bdrk_|vrtx_)?0\d[1-9A-HJ-NP-Za-km-z]{18,30}$/;
const USER_HASH = new RegExp(FIELDS.user_id_hash.pattern);

function wayOf(field: FieldSpec): Way {
  if (field.privacy === 'key') return 'key';
  if (field.pattern === FIELDS.user_id_hash.pattern) return 'hash';
  // Its names are ours, only its values come from outside.
  if (field.type === 'source') return 'values';
  if (field.type === 'headers') return 'headers';
  if (field.type !== 'string') return 'deep';
  return field.repeats ? 'repeats' : 'text';
}

/** What is hidden, or cut off, can give the rest another look: cleaned until nothing changes any more. */
const MAX_ROUNDS = 6;
/** A text that does not come to rest. */
const UNSETTLED = '[REDACTED:unsettled]';

function settled(text: string, clean: (text: string) => string): string {
  let before = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const after = clean(before);
    if (after === before) return after;
    before = after;
  }
  return UNSETTLED;
}

const shorten = (text: string, maxLength: number, clean: (text: string) => unknown): string =>
  settled(text, (given) => String(clean(given.length > maxLength ? cut(given, maxLength) : given)));

function cut(text: string, maxLength: number): string {
  let end = maxLength - CUT.length;
  // Never half a character: a lone high surrogate would not survive a second run.
  if (isHighSurrogate(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end) + CUT;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

const MAX_DEPTH = 8;
/** A name or value in a list or object. */
const MAX_NAME = 256;

type Clean = (text: string) => string;

function cleanValues(value: Readonly<Record<string, unknown>>, clean: Clean): unknown {
  let copy: Record<string, unknown> | undefined;
  for (const name in value) {
    const before = value[name];
    const after = typeof before === 'string' ? cleanDeep(before, clean, 0) : before;
    if (after !== before) {
      copy ??= {...value};
      copy[name] = after;
    }
  }
  return copy ?? value;
}

const MAX_HEADERS = 64;
const SECRET_HEADER = /auth|cookie|api-?key|token(?!s)|secret/i;

/** A header is judged with its name, which tells what its value is. */
function cleanHeaders(value: Readonly<Record<string, string>>, clean: Clean): unknown {
  const kept = Object.entries(value)
    .slice(0, MAX_HEADERS)
    .filter(([name, text]) => {
      const whole = `${name}: ${text}`;
      return !SECRET_HEADER.test(name) && clean(whole) === whole && text.length <= MAX_NAME;
    });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Cut after scrubbing, which may have made it longer. */
const bounded = (text: string): string => (text.length > MAX_NAME ? cut(text, MAX_NAME) : text);

/** Lists and attempts: every text in them, names too. What is clean is not copied. */
function cleanDeep(value: unknown, clean: Clean, depth: number): unknown {
  if (typeof value === 'string') return bounded(clean(value));
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => cleanDeep(item, clean, depth + 1));
    return items.every((item, i) => item === value[i]) ? value : items;
  }
  return isObject(value) ? cleanObject(value, clean, depth) : value;
}

function cleanObject(value: JsonObject, clean: Clean, depth: number): unknown {
  for (const name in value) {
    if (clean(name) !== name || cleanDeep(value[name], clean, depth + 1) !== value[name])
      return rebuild(value, clean, depth);
  }
  return value;
}

const rebuild = (value: JsonObject, clean: Clean, depth: number): unknown =>
  Object.fromEntries(Object.entries(value).map(([name, item]) => [clean(name), cleanDeep(item, clean, depth + 1)]));
