import type {Json} from '../json.ts';

/** What was read of a literal. */
export interface Reading {
  readonly value: Json;
  /** Where the literal ends in the text: what follows was not looked at. */
  readonly end: number;
  /** False when the literal was cut or a part of it could not be told. What is in `value` was certainly there. */
  readonly complete: boolean;
}

/** A place in a text. Readers only move it forward, so that reading takes linear time whatever the text is. */
export interface Cursor {
  readonly text: string;
  pos: number;
  depth: number;
  /** False once a part was skipped that cannot be told: an object's repr, an elision, too deep a level. */
  whole: boolean;
  /** True once nothing more can be read: the text ended inside the literal, or went on as something else. */
  stopped: boolean;
}

/** Reads one value at the cursor; undefined only when it stopped there without anything certain. */
export type Reader = (c: Cursor) => Json | undefined;

/** Stands for a value that is there but cannot be told. One frozen object: no text can produce it. */
export const OPAQUE: Json = Object.freeze(Object.create(null));

export function isOpaque(value: unknown): boolean {
  return value === OPAQUE;
}

const MAX_DEPTH = 64;

/**
 * Runs a reader at a place in a text, after blanks. Undefined when no literal starts there: nothing, or only an
 * empty container, was read before something that does not belong into it. Never throws.
 */
export function reading(text: string, start: number, reader: Reader): Reading | undefined {
  const c: Cursor = {text, pos: start, depth: 0, whole: true, stopped: false};
  skipBlanks(c);
  const value = reader(c);
  if (value === undefined) return undefined;
  if (c.stopped && !isOpaque(value) && isEmpty(value) && !atEnd(c)) return undefined;
  return {value, end: Math.min(c.pos, text.length), complete: c.whole && !c.stopped};
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

export function atEnd(c: Cursor): boolean {
  return c.pos >= c.text.length;
}

export function stop(c: Cursor): undefined {
  c.stopped = true;
}

export function opaque(c: Cursor): Json {
  c.whole = false;
  return OPAQUE;
}

export function skipBlanks(c: Cursor): void {
  while (isBlank(c.text.charCodeAt(c.pos))) c.pos++;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

export function eat(c: Cursor, token: string): boolean {
  if (!c.text.startsWith(token, c.pos)) return false;
  c.pos += token.length;
  return true;
}

/** Eats what a sticky pattern matches at the cursor. */
export function match(c: Cursor, sticky: RegExp): RegExpExecArray | undefined {
  sticky.lastIndex = c.pos;
  const found = sticky.exec(c.text) ?? undefined;
  if (found) c.pos = sticky.lastIndex;
  return found;
}

/** Looks at what a sticky pattern matches at a place, the cursor's unless told, and eats nothing. */
export function ahead(c: Cursor, sticky: RegExp, at = c.pos): boolean {
  sticky.lastIndex = at;
  return sticky.test(c.text);
}

/** A quoted key at the start of a line goes on in the object though the comma is missing: pino-pretty's stacks have none. */
const NEXT_KEY = /"[\w$-]{1,100}":/y;

/** Reads `item, item, … close` with an optional last comma, the opening bracket being eaten; answers the commas. */
export function items(c: Cursor, close: string, item: (c: Cursor) => void): number {
  for (let commas = 0; ; commas++) {
    skipBlanks(c);
    if (eat(c, close)) return commas;
    item(c);
    if (c.stopped) return commas;
    const end = c.pos;
    skipBlanks(c);
    if (eat(c, close)) return commas;
    if (eat(c, ',')) continue;
    c.whole = false;
    if (ahead(c, NEXT_KEY) && c.text.slice(end, c.pos).includes('\n')) continue;
    stop(c);
    return commas;
  }
}

/** Runs the reader of a bracketed value one level down; the cursor is at the bracket. Too deep: skipped, opaque. */
export function nested(c: Cursor, quotes: string, reader: Reader): Json | undefined {
  if (c.depth === MAX_DEPTH) {
    skipBrackets(c, quotes);
    return opaque(c);
  }
  c.depth++;
  const value = reader(c);
  c.depth--;
  return value;
}

/** Skips a bracketed value without recursion, looking at strings only to pass over brackets in them. */
function skipBrackets(c: Cursor, quotes: string): void {
  for (let open = 0; !atEnd(c); c.pos++) {
    const char = c.text.charAt(c.pos);
    if (quotes.includes(char)) skipString(c, char);
    else if ('{[('.includes(char)) open++;
    else if ('}])'.includes(char) && --open === 0) {
      c.pos++;
      return;
    }
  }
  stop(c);
}

function skipString(c: Cursor, quote: string): void {
  for (c.pos++; !atEnd(c) && c.text.charAt(c.pos) !== quote; c.pos++) {
    if (c.text.charAt(c.pos) === '\\') c.pos++;
  }
}

/** Skips `<…>` or `[…]` with balanced brackets of that kind; quotes mean nothing in there. Answers what was inside. */
export function skipTag(c: Cursor, open: string, close: string): string {
  const from = c.pos + 1;
  for (let level = 0; !atEnd(c); c.pos++) {
    const char = c.text.charAt(c.pos);
    if (char === open) level++;
    else if (char === close && --level === 0) return c.text.slice(from, c.pos++);
  }
  stop(c);
  return c.text.slice(from);
}

/** Reads a string up to its closing quote; the opening one and nothing else is eaten. Cut: the text so far. */
export function quoted(c: Cursor, close: string, decode: (c: Cursor) => string, multiline: boolean): string {
  const quote = close.charCodeAt(0);
  let out = '';
  let from = c.pos;
  while (!atEnd(c)) {
    const code = c.text.charCodeAt(c.pos);
    if (code === 92) {
      out += c.text.slice(from, c.pos++) + decode(c);
      from = c.pos;
    } else if (code === quote && c.text.startsWith(close, c.pos)) {
      out += c.text.slice(from, c.pos);
      c.pos += close.length;
      return out;
    } else if (code === 10 && !multiline) break;
    else c.pos++;
  }
  stop(c);
  return out + c.text.slice(from, c.pos);
}

/** Reads the digits of `\x41`, `\u0041` or `\U0001F600`, their letter being eaten. Not such an escape: kept as is. */
export function hexEscape(c: Cursor, letter: string, digits: number): string {
  const hex = c.text.slice(c.pos, c.pos + digits);
  const valid = /^[\da-f]*$/i.test(hex);
  if (valid && hex.length < digits) {
    c.pos = c.text.length;
    return '';
  }
  const code = valid ? Number.parseInt(hex, 16) : Number.POSITIVE_INFINITY;
  if (code > 0x10ffff) return `\\${letter}`;
  c.pos += digits;
  return String.fromCodePoint(code);
}

/** Sets an own property, `__proto__` included. */
export function put(object: Record<string, Json>, key: string, value: Json): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, {value, enumerable: true, configurable: true, writable: true});
}
