import {FIELD_NAMES, FIELDS, type FieldName, type FieldSpec} from '../spec/fields.ts';
import {BLANK, type CallFields, type CallRecord} from '../spec/types.ts';
import {sha256} from '../util/hash.ts';
import {isObject, type Json, type JsonObject} from '../util/json.ts';
import {maskKey, stripBearer} from './methods.ts';
import {once} from './once.ts';
import {RULES} from './rules/index.ts';
import {createScrubber} from './scrub.ts';

export interface RedactOptions {
  /** hash: only the pseudonym leaves; keep: the id leaves as given, beside it. */
  readonly userId: 'hash' | 'keep' | 'drop';
}

export interface Redactor {
  /** The one door out: canonical values in, a safe record out. A field that cannot be made safe is dropped. */
  readonly redact: (fields: CallFields) => CallRecord;
  /** Any text that leaves beside records: rejects, lines passed through, messages. */
  readonly scrub: (text: string) => string;
}

const CUT = '…';
type Way = 'key' | 'hash' | 'repeats' | 'text' | 'values' | 'headers' | 'deep';
/** What is done with each field that is no plain fact, decided once. */
const WAYS: readonly (readonly [name: FieldName, way: Way, maxLength: number, blank: unknown])[] = FIELD_NAMES.filter(
  (name) => FIELDS[name].privacy !== 'fact',
).map((name) => {
  const field: FieldSpec = FIELDS[name];
  return [name, wayOf(name, field), field.maxLength ?? Number.POSITIVE_INFINITY, BLANK[name]];
});

/** Compiles the catalogue's privacy classes and the rules into one function. Fails closed, field by field. */
export function createRedactor(options: RedactOptions): Redactor {
  const {scrub} = createScrubber(RULES);
  const scrubOnce = once(scrub);

  const safe = (way: Way, value: unknown): unknown => {
    if (way === 'repeats') return scrubOnce(String(value));
    if (way === 'text') return OWN_ID.test(String(value)) ? value : scrub(String(value));
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
            out[name] = shorten(done, maxLength, (text) => safe(way, text)) ?? blank;
        } catch {
          out[name] = blank;
        }
      }
      if (user !== undefined) out.user_id_hash ??= `sha256:${sha256(user)}`;
      return out as unknown as CallRecord;
    },
    scrub,
  };
}

/** Claude's own ids hold nothing to hide, and every record has one. */
const OWN_ID = /^req_(?:bdrk_|vrtx_)?0\d[1-9A-HJ-NP-Za-km-z]{18,30}$/;
const USER_HASH = new RegExp(FIELDS.user_id_hash.pattern);

function wayOf(name: FieldName, field: FieldSpec): Way {
  if (field.privacy === 'key') return 'key';
  if (name === 'user_id_hash') return 'hash';
  // Its names are ours, only its values come from outside.
  if (field.type === 'source') return 'values';
  if (field.type === 'headers') return 'headers';
  if (field.type !== 'string') return 'deep';
  return field.repeats ? 'repeats' : 'text';
}

/** The user whose pseudonym the record needs. The id itself stays only when it is kept. */
function takeUser(out: Record<FieldName, unknown>, policy: RedactOptions['userId']): string | undefined {
  const id = out.user_id;
  if (policy !== 'keep') out.user_id = undefined;
  if (policy === 'drop') out.user_id_hash = undefined;
  return policy !== 'drop' && typeof id === 'string' ? id : undefined;
}

/** Scrubbed again: what is cut off and the mark of the cut can give the last word another look. */
function shorten(text: string, maxLength: number, clean: (text: string) => unknown): string | undefined {
  let short = text;
  for (let i = 0; i < MAX_CUTS && short.length > maxLength; i++) {
    const done = clean(cut(short, maxLength));
    if (typeof done !== 'string') return undefined;
    short = done;
  }
  return short.length > maxLength ? cut(short, maxLength) : short;
}

/** A word that is hidden can make the text longer than before. */
const MAX_CUTS = 4;

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
