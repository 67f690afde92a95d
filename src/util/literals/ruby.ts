import type {Json} from '../json.ts';
import {
  ahead,
  atEnd,
  type Cursor,
  eat,
  hexEscape,
  isOpaque,
  items,
  match,
  nested,
  opaque,
  put,
  quoted,
  type Reading,
  reading,
  skipBlanks,
  skipTag,
  stop,
} from './reader.ts';

/** `a: `, `"a b": ` and `:a=>`, `:"a b"=>`: how symbols are printed as keys since 3.4, and before. */
const LABEL = /([A-Za-z_]\w{0,200}[?!]?):(?!:)/y;
const SYMBOL = /:([A-Za-z_]\w{0,200}(?:[?!]|=(?!>))?)/y;
const ARROW = /\s{0,9}=>/y;
const NUMBER = /-?\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?/iy;
const WORD = /(?:true|false|nil)(?![\w?!:])/y;
const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['nil', null],
]);
/** A constant, a time, a rational: there, but no literal. */
const OTHER = /[A-Z][\w:]{0,200}|\d{4}-\d\d-\d\d [\d:. +UTC-]{8,40}|\([\d/+i-]{1,60}\)/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['e', '\x1b'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
]);

/**
 * Reads what Ruby's inspect prints: hashes in the notation before 3.4 (`{:a=>"b"}`) and since (`{a: "b"}`), arrays,
 * strings, symbols as strings, numbers, and the three words, nil being null. `#<Foo …>` and constants are opaque: left
 * out of a hash, null in an array. Undefined when no such literal starts there. Never throws.
 * Format: ruby/ruby hash.c, string.c (rb_str_inspect), NEWS for 3.4.0; seen with 3.1.2.
 */
export function readRuby(text: string, start = 0): Reading | undefined {
  return reading(text, start, value);
}

function value(c: Cursor): Json | undefined {
  const char = c.text.charAt(c.pos);
  if (char === '{') return nested(c, '"', hash);
  if (char === '[') return nested(c, '"', array);
  if (char === '"') return string(c);
  if (char === ':') return symbol(c);
  if (eat(c, '#')) return object(c);
  const word = match(c, WORD)?.[0];
  if (word !== undefined) return WORDS.get(word);
  if (match(c, OTHER)) return atEnd(c) && c.depth > 0 ? stop(c) : opaque(c);
  return number(c);
}

function hash(c: Cursor): Json {
  const out: Record<string, Json> = {};
  c.pos++;
  items(c, '}', (c) => {
    const key = label(c) ?? arrowKey(c);
    if (key === undefined || c.stopped) return stop(c);
    skipBlanks(c);
    const read = value(c);
    if (read !== undefined && !isOpaque(read)) put(out, key, read);
  });
  return out;
}

/** `a: ` and `"a b": `; undefined, with nothing eaten, when the key is written with an arrow. */
function label(c: Cursor): string | undefined {
  const plain = match(c, LABEL)?.[1];
  if (plain !== undefined) return plain;
  const from = c.pos;
  if (c.text.charAt(from) !== '"') return undefined;
  const key = string(c);
  if (!c.stopped && eat(c, ':')) return key;
  if (!ahead(c, ARROW)) stop(c);
  c.pos = from;
  return undefined;
}

function arrowKey(c: Cursor): string | undefined {
  if (c.stopped) return undefined;
  const from = c.pos;
  const read = value(c);
  const source = c.text.slice(from, c.pos);
  if (c.stopped || !match(c, ARROW)) return undefined;
  return typeof read === 'string' ? read : source;
}

function array(c: Cursor): Json {
  const out: Json[] = [];
  c.pos++;
  items(c, ']', (c) => {
    const read = value(c);
    if (read !== undefined) out.push(isOpaque(read) ? null : read);
  });
  return out;
}

function symbol(c: Cursor): Json | undefined {
  const name = match(c, SYMBOL)?.[1];
  if (name !== undefined) return name;
  return eat(c, ':"') ? quoted(c, '"', escaped, true) : stop(c);
}

function string(c: Cursor): string {
  c.pos++;
  return quoted(c, '"', escaped, true);
}

function escaped(c: Cursor): string {
  if (eat(c, 'x')) return hexEscape(c, 'x', 2);
  if (eat(c, 'u')) return eat(c, '{') ? codePoint(c) : hexEscape(c, 'u', 4);
  if (atEnd(c)) return '';
  const char = c.text.charAt(c.pos++);
  return ESCAPES.get(char) ?? char;
}

function codePoint(c: Cursor): string {
  const hex = match(c, /([\da-f]{1,6})\}/iy)?.[1];
  const code = hex === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(hex, 16);
  return code > 0x10ffff ? '\\u{' : String.fromCodePoint(code);
}

function object(c: Cursor): Json | undefined {
  if (c.text.charAt(c.pos) !== '<') return stop(c);
  skipTag(c, '<', '>');
  return opaque(c);
}

/** At the end of the text inside a container a number may lack digits: not certain, so not kept. */
function number(c: Cursor): Json | undefined {
  const digits = match(c, NUMBER)?.[0];
  if (digits === undefined || (atEnd(c) && c.depth > 0)) return stop(c);
  const read = Number(digits.replaceAll('_', ''));
  return Number.isFinite(read) ? read : null;
}
