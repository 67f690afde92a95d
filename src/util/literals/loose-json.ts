import {type Json, parse} from '../json.ts';
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
  put,
  quoted,
  type Reading,
  reading,
  skipBlanks,
  stop,
} from './reader.ts';

const NUMBER = /-?\d[\d.eE+-]*/y;
const WORD = /(?:true|false|null)(?![\w$])/y;
const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['/', '/'],
  ['\\', '\\'],
  ['"', '"'],
]);
const TYPOGRAPHIC = /[“”„]/y;
const MAX_LEVELS = 64;

/**
 * Reads JSON (RFC 8259) that may be cut anywhere, have last commas, raw newlines in strings, and the quotes that word
 * processors make. Escapes that JSON has not stay as they are, and the reading is not complete: it may be another
 * notation. Undefined when no JSON value starts there. Never throws.
 */
export function readJson(text: string, start = 0): Reading | undefined {
  const end = /[{[]/.test(text.charAt(start)) ? balancedEnd(text, start) : undefined;
  const value = end === undefined ? undefined : parse(text.slice(start, end));
  if (end !== undefined && value !== undefined) return {value, end, complete: true};
  return reading(text, start, read);
}

/** Where the bracket at `start` closes, going by quotes and brackets alone; undefined when it does not, or is too deep. */
function balancedEnd(text: string, start: number): number | undefined {
  let level = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) i = closingQuote(text, i);
    else if (code === 123 || code === 91) {
      if (++level > MAX_LEVELS) return undefined;
    } else if ((code === 125 || code === 93) && --level === 0) return i + 1;
  }
  return undefined;
}

function closingQuote(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) return i;
    if (code === 92) i++;
  }
  return text.length;
}

function read(c: Cursor): Json | undefined {
  const char = c.text.charAt(c.pos);
  if (char === '{') return nested(c, '"', object);
  if (char === '[') return nested(c, '"', list);
  if (char === '"' || ahead(c, TYPOGRAPHIC)) return string(c);
  const word = match(c, WORD)?.[0];
  if (word !== undefined) return WORDS.get(word);
  return number(c);
}

function object(c: Cursor): Json {
  const out: Record<string, Json> = {};
  c.pos++;
  items(c, '}', (c) => {
    if (c.text.charAt(c.pos) !== '"' && !ahead(c, TYPOGRAPHIC)) return stop(c);
    const key = string(c);
    skipBlanks(c);
    if (c.stopped || !eat(c, ':')) return stop(c);
    skipBlanks(c);
    const value = read(c);
    if (value !== undefined && !isOpaque(value)) put(out, key, value);
  });
  return out;
}

function list(c: Cursor): Json {
  const out: Json[] = [];
  c.pos++;
  items(c, ']', (c) => {
    const value = read(c);
    if (value !== undefined) out.push(isOpaque(value) ? null : value);
  });
  return out;
}

function string(c: Cursor): string {
  return eat(c, '"') ? quoted(c, '"', escaped, true) : typographic(c);
}

/** A string between typographic quotes ends at the next one of them, whichever way that curls. */
function typographic(c: Cursor): string {
  const from = ++c.pos;
  while (!atEnd(c) && !ahead(c, TYPOGRAPHIC)) c.pos++;
  const text = c.text.slice(from, c.pos);
  if (atEnd(c)) stop(c);
  else c.pos++;
  return text;
}

function escaped(c: Cursor): string {
  if (eat(c, 'u')) return hexEscape(c, 'u', 4);
  if (atEnd(c)) return '';
  const char = c.text.charAt(c.pos++);
  const known = ESCAPES.get(char);
  if (known === undefined) c.whole = false;
  return known ?? `\\${char}`;
}

/** At the end of the text inside a container a number may lack digits: not certain, so not kept. */
function number(c: Cursor): Json | undefined {
  const digits = match(c, NUMBER)?.[0];
  if (digits === undefined || (atEnd(c) && c.depth > 0)) return stop(c);
  const value = Number(digits);
  return Number.isFinite(value) ? value : stop(c);
}
