import type {Json} from '../json.ts';
import {ahead, atEnd, type Cursor, eat, match, nested, put, type Reading, reading, skipBlanks, stop} from './reader.ts';

/** `{name=`: no other notation has an equals sign there. */
export const JAVA_MAP = /\{[A-Za-z_][\w.-]{0,100}=(?!>)/y;
const KEY = /([A-Za-z_][\w.-]{0,100})=/y;
const NEXT_KEY = /, (?=([A-Za-z_][\w.-]{0,100})=)/y;
const CUT_NAME = /,(?: [\w.-]{0,100})?$/;
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;
const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['null', null],
  ['true', true],
  ['false', false],
]);
/** Texts are not quoted, so a sentence may hold `, name=`: in a message only what the API's bodies are made of ends it. */
const BODY_KEYS: ReadonlySet<string> = new Set([
  'type',
  'error',
  'message',
  'details',
  'request_id',
  'error_code',
  'param',
  'code',
  'status',
]);

/**
 * Reads what Map.toString() prints in Java and Kotlin: `{type=error, error={message=Some words}, ids=[a, b]}`. Texts
 * have no quotes: one ends before `, name=` or before the bracket that closes the map. Undefined when no such map
 * starts there. Never throws.
 */
export function readJavaMap(text: string, start = 0): Reading | undefined {
  return reading(text, start, (c) => (ahead(c, JAVA_MAP) ? nested(c, '', map) : stop(c)));
}

function map(c: Cursor): Json {
  const out: Record<string, Json> = {};
  c.pos++;
  for (;;) {
    const key = match(c, KEY)?.[1];
    if (key === undefined) break;
    const value = valueAt(c, key, '}');
    if (value !== undefined) put(out, key, value);
    if (c.stopped || !eat(c, ', ')) break;
  }
  if (!c.stopped && !eat(c, '}')) stop(c);
  return out;
}

function list(c: Cursor): Json {
  const out: Json[] = [];
  c.pos++;
  skipBlanks(c);
  while (!c.stopped && !eat(c, ']')) {
    const value = valueAt(c, undefined, ']');
    if (value !== undefined) out.push(value);
    if (!eat(c, ', ') && c.text.charAt(c.pos) !== ']') stop(c);
  }
  return out;
}

function valueAt(c: Cursor, key: string | undefined, close: string): Json | undefined {
  if (ahead(c, JAVA_MAP)) return nested(c, '', map);
  if (eat(c, '{}')) return {};
  if (c.text.charAt(c.pos) === '[' && key !== 'message') return nested(c, '', list);
  const value = words(c, key, close);
  if (c.stopped && value === '') return undefined;
  const known = WORDS.get(value);
  if (known !== undefined) return known;
  return NUMBER.test(value) && key !== 'message' ? Number(value) : value;
}

/** Brackets inside the words are theirs as long as they are balanced. */
function words(c: Cursor, key: string | undefined, close: string): string {
  const from = c.pos;
  const open = close === '}' ? '{' : '[';
  for (let depth = 0; !atEnd(c); c.pos++) {
    const char = c.text.charAt(c.pos);
    if (char === open) depth++;
    else if (char === close && depth-- === 0) return c.text.slice(from, c.pos);
    else if (char === ',' && depth === 0 && endsHere(c, key, close)) return c.text.slice(from, c.pos);
  }
  stop(c);
  // What follows the last comma may have been the start of a name.
  return c.text.slice(from).replace(CUT_NAME, '');
}

function endsHere(c: Cursor, key: string | undefined, close: string): boolean {
  if (close === ']') return c.text.charAt(c.pos + 1) === ' ';
  NEXT_KEY.lastIndex = c.pos;
  const next = NEXT_KEY.exec(c.text)?.[1];
  return next !== undefined && (key !== 'message' || BODY_KEYS.has(next));
}
