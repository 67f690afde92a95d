import type {Json} from '../json.ts';
import {STRING, strings} from './python-strings.ts';
import {
  ahead,
  atEnd,
  type Cursor,
  eat,
  isOpaque,
  items,
  match,
  nested,
  opaque,
  put,
  type Reading,
  reading,
  skipBlanks,
  skipTag,
  stop,
} from './reader.ts';

const NUMBER = /-?(?:0[xob][\da-f_]+|[\d._]+(?:e[-+]?\d*)?)j?/iy;
const NUMBER_START = /-?\.?\d/y;
const NAME = /[\p{L}_][\p{L}\p{N}_.]*/uy;
const KEYWORD = /[a-z]\w{0,29}=(?!=)/iy;
const ELLIPSIS = /\.\.\./y;
const SEPARATOR = /[,}]/y;

const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['None', null],
  ['True', true],
  ['False', false],
  ['nan', null],
  ['inf', null],
]);
const EMPTY_SETS: ReadonlySet<string> = new Set(['set', 'frozenset']);

/**
 * Reads a Python literal as `repr()` prints it: dict, list, tuple and set, strings and bytes (as UTF-8), numbers
 * and the three words; nan and inf are null, keys become strings. `Name(x)` with one literal is that literal, any
 * other call or `<…>` is opaque: left out of a dict, null in a list. Undefined when no literal starts there.
 * Format: Python Language Reference, "Lexical analysis"; reprs of httpx and the `anthropic` package.
 */
export function readPython(text: string, start = 0): Reading | undefined {
  return reading(text, start, (c) => (startsAnything(c) ? value(c) : undefined));
}

/** A bare name is a value inside a container only: at the top it would be any word of prose. */
function startsAnything(c: Cursor): boolean {
  const from = c.pos;
  if (ahead(c, STRING)) return true;
  const name = match(c, NAME)?.[0];
  const call = c.text.charAt(c.pos) === '(';
  c.pos = from;
  return name === undefined || WORDS.has(name) || call;
}

function value(c: Cursor): Json | undefined {
  const char = c.text.charAt(c.pos);
  if (char === '{') return nested(c, `'"`, braces);
  if (char === '[') return nested(c, `'"`, list);
  if (char === '(') return nested(c, `'"`, parentheses);
  if (ahead(c, STRING)) return strings(c);
  if (ahead(c, NUMBER_START)) return number(c);
  if (char === '<') return tag(c);
  if (match(c, ELLIPSIS)) return opaque(c);
  if (eat(c, '-inf')) return null;
  return named(c);
}

/** A dict or a set: what follows the first element tells which. Cut before that: an empty dict. */
function braces(c: Cursor): Json {
  const dict: Record<string, Json> = {};
  const set: Json[] = [];
  let kind: 'dict' | 'set' | undefined;
  c.pos++;
  items(c, '}', (c) => {
    const from = c.pos;
    const first = value(c);
    const source = c.text.slice(from, c.pos);
    if (!c.stopped) skipBlanks(c);
    const colon = !c.stopped && eat(c, ':');
    kind ??= colon ? 'dict' : ahead(c, SEPARATOR) ? 'set' : undefined;
    if (colon && kind === 'dict') entry(c, dict, typeof first === 'string' ? first : source);
    else if (!colon && kind === 'set') element(set, first);
    else stop(c);
  });
  return kind === 'set' ? set : dict;
}

function entry(c: Cursor, dict: Record<string, Json>, key: string): void {
  skipBlanks(c);
  const read = value(c);
  if (read !== undefined && !isOpaque(read)) put(dict, key, read);
}

function element(into: Json[], read: Json | undefined): void {
  if (read !== undefined) into.push(isOpaque(read) ? null : read);
}

function list(c: Cursor): Json {
  const out: Json[] = [];
  c.pos++;
  items(c, ']', (c) => element(out, value(c)));
  return out;
}

/** A tuple, or with one element and no comma just that element: pprint wraps long strings so. */
function parentheses(c: Cursor): Json | undefined {
  const out: Json[] = [];
  let only: Json | undefined;
  c.pos++;
  const commas = items(c, ')', (c) => {
    only = value(c);
    element(out, only);
  });
  return out.length === 1 && commas === 0 ? only : out;
}

/** At the end of the text inside a container a number may lack digits: not certain, so not kept. */
function number(c: Cursor): Json | undefined {
  const digits = match(c, NUMBER)?.[0] ?? '';
  if (atEnd(c) && c.depth > 0) return stop(c);
  const read = negatable(digits.replaceAll('_', ''));
  return Number.isNaN(read) ? opaque(c) : Number.isFinite(read) ? read : null;
}

/** Number() does not know a sign before hexadecimal digits. */
function negatable(digits: string): number {
  return digits.startsWith('-') ? -Number(digits.slice(1)) : Number(digits);
}

function tag(c: Cursor): Json {
  skipTag(c, '<', '>');
  return opaque(c);
}

/** None, True and their like; a call; or a name that stands for some object, such as `NOT_GIVEN`. */
function named(c: Cursor): Json | undefined {
  const name = match(c, NAME)?.[0];
  if (name === undefined) return stop(c);
  const word = WORDS.get(name);
  if (word !== undefined) return word;
  if (c.text.charAt(c.pos) === '(') return nested(c, `'"`, (c) => call(c, name));
  return atEnd(c) ? stop(c) : opaque(c);
}

/** The one literal among the arguments, if there is just one and no keyword; else opaque. */
function call(c: Cursor, name: string): Json {
  const literals: Json[] = [];
  let keywords = 0;
  c.pos++;
  items(c, ')', (c) => {
    if (match(c, KEYWORD)) keywords++;
    const read = value(c);
    if (read !== undefined && !isOpaque(read)) literals.push(read);
  });
  const [only] = literals;
  if (keywords === 0 && literals.length === 1 && only !== undefined) return only;
  const isEmptySet = EMPTY_SETS.has(name) && literals.length + keywords === 0 && !c.stopped;
  return isEmptySet ? [] : opaque(c);
}
