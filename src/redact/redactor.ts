import {FIELDS, type FieldName, type FieldSpec} from '../spec/fields.ts';
import {BLANK, type CallFields, type CallRecord} from '../spec/types.ts';
import {sha256} from '../util/hash.ts';
import {isObject, type Json} from '../util/json.ts';
import {maskKey, stripBearer} from './methods.ts';
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
const NAMES = (Object.keys(FIELDS) as FieldName[]).filter((name) => FIELDS[name].privacy !== 'fact');
const TEXTS = NAMES.filter((name) => FIELDS[name].privacy === 'text');
/** Between the texts of a record when they are judged as one: no rule reads across it. */
const BETWEEN = ' | ';

/** Compiles the catalogue's privacy classes and the rules into one function. Fails closed, field by field. */
export function createRedactor(options: RedactOptions): Redactor {
  const {scrub, suspicious} = createScrubber(RULES);

  const redactField = (name: FieldName, value: unknown, clean: Clean): unknown => {
    const field: FieldSpec = FIELDS[name];
    if (field.privacy === 'key') return typeof value === 'string' ? maskKey(stripBearer(value)) : undefined;
    if (name === 'user_id_hash') return typeof value === 'string' && USER_HASH.test(value) ? value : undefined;
    // Scrubbed before it is cut: half a key is still a key.
    if (typeof value === 'string') return cut(clean(value), field.maxLength);
    return cleanDeep(value, clean, 0);
  };

  return {
    redact(fields) {
      const out = fields as unknown as Record<FieldName, unknown>;
      replaceUser(out, options.userId);
      // One look at all texts together; nearly every record is clean (measured: 12 looks cost 3 times as much).
      const clean: Clean = suspicious(textsOf(out)) ? scrub : same;
      for (const name of NAMES) {
        const value = out[name];
        if (value === undefined || value === null) continue;
        try {
          out[name] = redactField(name, value, clean) ?? BLANK[name];
        } catch {
          out[name] = BLANK[name];
        }
      }
      return out as unknown as CallRecord;
    },
    scrub,
  };
}

type Clean = (text: string) => string;
const same: Clean = (text) => text;
const USER_HASH = new RegExp(FIELDS.user_id_hash.pattern);

function textsOf(out: Readonly<Record<FieldName, unknown>>): string {
  let texts = '';
  for (const name of TEXTS) {
    const value = out[name];
    if (typeof value === 'string') texts += value + BETWEEN;
    // The JSON of a list or object holds its texts and names, escapes and all: what hides there is suspicious too.
    else if (typeof value === 'object' && value !== null) texts += JSON.stringify(value) + BETWEEN;
  }
  return typeof out.user_id === 'string' ? texts + out.user_id : texts;
}

function replaceUser(out: Record<FieldName, unknown>, policy: RedactOptions['userId']): void {
  const id = out.user_id;
  if (policy !== 'keep') out.user_id = undefined;
  if (policy === 'drop') out.user_id_hash = undefined;
  else if (typeof id === 'string' && out.user_id_hash === undefined) out.user_id_hash = `sha256:${sha256(id)}`;
}

function cut(text: string, maxLength: number | undefined): string {
  if (maxLength === undefined || text.length <= maxLength) return text;
  let end = maxLength - CUT.length;
  // Never half a character: a lone high surrogate would not survive a second run.
  if (isHighSurrogate(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end) + CUT;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

const MAX_DEPTH = 8;
/** A name or value in a list or object. */
const MAX_NAME = 256;

/** Lists, headers and attempts: every text in them, names too. */
function cleanDeep(value: unknown, clean: Clean, depth: number): unknown {
  if (typeof value === 'string') return cut(clean(value), MAX_NAME);
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item: Json) => cleanDeep(item, clean, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [clean(name), cleanDeep(item, clean, depth + 1)]),
  );
}
