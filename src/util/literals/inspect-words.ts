import type {Json} from '../json.ts';
import {atEnd, type Cursor, eat, hexEscape, match, opaque, quoted, stop} from './reader.ts';

const WORD = /(?:true|false|null|undefined|NaN|[-+]?Infinity)(?![\w$.])/y;
const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['true', true],
  ['false', false],
]);
const DATE = /\d{4}-\d\d-\d\dT[\d:.]{5,12}Z/y;
const NUMBER = /([-+]?(?:0x[\da-f]+|\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+))(n?)(?![\w$])/iy;
const OTHER = /Invalid Date|Symbol\([^)\n]{0,200}\)|\/(?:\\.|[^\\/\n])+\/[a-z]{0,9}/y;
const PLUS = /\s*\+\s*(?=['"`])/y;
const MORE = /\.\.\. \d+ more characters?/y;
const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['\n', ''],
]);

/** Reads a word, a number or a date; null also stands for undefined and NaN. Undefined: none of them is here. */
export function simple(c: Cursor): Json | undefined {
  const word = match(c, WORD)?.[0];
  if (word !== undefined) return WORDS.get(word) ?? null;
  const date = match(c, DATE)?.[0];
  if (date !== undefined) return date;
  if (match(c, OTHER)) return opaque(c);
  const [, digits, big] = match(c, NUMBER) ?? [];
  return digits === undefined ? undefined : number(c, digits.replaceAll('_', ''), big === 'n');
}

/** At the end of the text inside a container a number may lack digits. A bigint that no number can hold is its digits. */
function number(c: Cursor, digits: string, big: boolean): Json | undefined {
  if (atEnd(c) && c.depth > 0) return stop(c);
  const value = Number(digits);
  if (!Number.isFinite(value)) return null;
  return big && !Number.isSafeInteger(value) ? digits : value;
}

/** Reads a string in any of the three quotes, and what is joined to it with `+`. Undefined: no quote is here. */
export function strings(c: Cursor): string | undefined {
  let out = one(c);
  while (out !== undefined && !c.stopped && match(c, PLUS)) out += one(c) ?? '';
  if (match(c, MORE)) c.whole = false;
  return out;
}

function one(c: Cursor): string | undefined {
  const quote = c.text.charAt(c.pos);
  if (quote !== "'" && quote !== '"' && quote !== '`') return undefined;
  c.pos++;
  return quoted(c, quote, escaped, quote === '`');
}

function escaped(c: Cursor): string {
  if (eat(c, 'x')) return hexEscape(c, 'x', 2);
  if (eat(c, 'u')) return eat(c, '{') ? codePoint(c) : hexEscape(c, 'u', 4);
  if (atEnd(c)) return '';
  const char = c.text.charAt(c.pos++);
  return SIMPLE.get(char) ?? char;
}

function codePoint(c: Cursor): string {
  const hex = match(c, /([\da-f]{1,6})\}/iy)?.[1];
  const code = hex === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(hex, 16);
  return code > 0x10ffff ? '\\u{' : String.fromCodePoint(code);
}
