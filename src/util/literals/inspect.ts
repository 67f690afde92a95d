import type {Json} from '../json.ts';
import {errorHead, taggedError} from './inspect-errors.ts';
import {simple, strings} from './inspect-words.ts';
import {
  ahead,
  atEnd,
  type Cursor,
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

const QUOTES = `'"\``;
const REFERENCE = /<ref \*\d{1,9}> /y;
/**
 * `Headers {`, `Map(2) {`, `Foo [bar] {`, `Object <Complex prototype> {`, `Array(3) [`: up to the bracket. A bracket with
 * a word in it opens no list: `TypeError [CODE]: …`.
 */
const PREFIX =
  /([A-Za-z_$][\w$]{0,200})(?:\(\d{1,9}\))?(?: \[[^\]\s][^\]\n]{0,200}\])?(?: <[^>\n]{0,200}>{1,2})? ?(?=\{|\[(?:[\s\]\d'"`{[-]|$))/y;
/** `[Object]`, `[Getter/Setter]`: inspect puts a blank after the bracket of a list, so a word there is a tag. */
const TAG = /\[(?!(?:true|false|null|undefined|NaN|Infinity)\b)[A-Za-z]/y;
const NULL_PROTOTYPE = /^[\w$]{0,200}(?:\(\d{1,9}\))?: null prototype$/;
const AFTER_TAG = / ?(?=[{[])/y;
const REJECTED = /<rejected> /y;
/** `[cause]:`, `[Symbol(k)]:`; inspect writes an own `__proto__` as `['__proto__']`. */
const COMPUTED_KEY = /\['?([^\]\n]{1,200}?)'?\]\s{0,9}:/y;
const PLAIN_KEY = /(Symbol\([^)\n]{0,200}\)|[\w$.@-]{1,200})\s{0,9}(?::|=>)/y;
const SEPARATOR = /\s*(?::|=>)/y;
const ELISION = /\.\.\.[^\n,}\]]*/y;
const MORE_PROPERTIES = /,?\s*/y;

/**
 * Reads what Node's util.inspect (console.log) prints, JSON and JSON5: objects, lists, class instances, Map (as an
 * object), Set (as a list), strings joined with `+`. Of an error: its properties and, as `message` unless it has
 * one, its first line; the stack is left out. undefined and NaN are null. `[Object]`, `<Buffer …>` and the like are
 * opaque: left out of an object, null in a list. Undefined when no such literal starts there. Never throws.
 * Format: nodejs/node lib/internal/util/inspect.js.
 */
export function readInspect(text: string, start = 0): Reading | undefined {
  return reading(text, start, value);
}

/**
 * Reads the `key: value,` properties of an object whose opening brace was lost, up to and with its closing brace, or
 * to the end of the text. `complete` is false when it stopped before either, or for a reason of `readInspect`.
 * Undefined when no property could be read. Never throws.
 */
export function readInspectProperties(text: string, start = 0): Reading | undefined {
  const out: Record<string, Json> = {};
  const read = reading(text, start, (c) => {
    // Inside the object already: a number at the end of the text may have been cut.
    c.depth = 1;
    do {
      skipBlanks(c);
      if (atEnd(c) || match(c, /\}/y)) return out;
      property(c, out);
    } while (!c.stopped && ahead(c, /\s*[,}]|\s*$/y) && match(c, MORE_PROPERTIES));
    stop(c);
    return out;
  });
  return read && Object.keys(out).length > 0 ? read : undefined;
}

function value(c: Cursor): Json | undefined {
  match(c, REFERENCE);
  match(c, REJECTED);
  const char = c.text.charAt(c.pos);
  if (char === '{') return nested(c, QUOTES, object);
  if (char === '[') return bracket(c);
  if (char === '<') {
    skipTag(c, '<', '>');
    return opaque(c);
  }
  const read = strings(c) ?? simple(c);
  return read !== undefined || c.stopped ? read : named(c);
}

/** An instance of a class, or an error. */
function named(c: Cursor): Json | undefined {
  const type = match(c, PREFIX)?.[1];
  if (type !== undefined) return body(c, type.endsWith('Set'));
  const message = errorHead(c);
  return message === undefined ? stop(c) : withMessage(c, message);
}

function body(c: Cursor, isSet: boolean): Json | undefined {
  if (c.text.charAt(c.pos) === '[') return nested(c, QUOTES, (c) => list(c, ']'));
  return nested(c, QUOTES, isSet ? (c) => list(c, '}') : object);
}

function withMessage(c: Cursor, message: string): Json {
  const read = c.text.charAt(c.pos) === '{' ? nested(c, QUOTES, object) : {};
  const properties = typeof read === 'object' && read !== null && !isOpaque(read) ? read : {};
  return Object.hasOwn(properties, 'message') ? properties : Object.assign(properties, {message});
}

function bracket(c: Cursor): Json | undefined {
  if (taggedError(c)) {
    const message = skipTag(c, '[', ']');
    match(c, / (?=\{)/y);
    return withMessage(c, message.split('\n', 1)[0] ?? '');
  }
  return ahead(c, TAG) ? tagged(c) : nested(c, QUOTES, (c) => list(c, ']'));
}

/** `[Object: null prototype] {…}` is whole, `[Function: f] {…}` is more than its properties, `[Object]` is opaque. */
function tagged(c: Cursor): Json | undefined {
  const isWhole = NULL_PROTOTYPE.test(skipTag(c, '[', ']'));
  if (!isWhole) c.whole = false;
  return !c.stopped && match(c, AFTER_TAG) ? body(c, false) : opaque(c);
}

function list(c: Cursor, close: string): Json {
  const out: Json[] = [];
  c.pos++;
  items(c, close, (c) => {
    if (elided(c)) return;
    // `index: 0` of a regular expression's match: no element, so left out. A capital may be an error's name.
    if (ahead(c, /[a-z]/y) && match(c, PLAIN_KEY)) {
      skipBlanks(c);
      value(c);
      c.whole = false;
      return;
    }
    const read = value(c);
    if (read !== undefined) out.push(isOpaque(read) ? null : read);
  });
  return out;
}

function elided(c: Cursor): boolean {
  if (!match(c, ELISION)) return false;
  c.whole = false;
  return true;
}

function object(c: Cursor): Json {
  const out: Record<string, Json> = {};
  c.pos++;
  items(c, '}', (c) => property(c, out));
  return out;
}

/** Reads `key: value` or `key => value`. A value without a key, such as `<pending>` in a promise, is left out. */
function property(c: Cursor, into: Record<string, Json>): void {
  if (elided(c)) return;
  const key = match(c, COMPUTED_KEY)?.[1] ?? match(c, PLAIN_KEY)?.[1] ?? otherKey(c);
  if (key === undefined || c.stopped) return;
  skipBlanks(c);
  const read = value(c);
  if (read !== undefined && !isOpaque(read)) put(into, key, read);
}

/** A key in quotes, or one of a Map that is no string: its source. Undefined when no value belongs to it. */
function otherKey(c: Cursor): string | undefined {
  const from = c.pos;
  const read = value(c);
  const source = c.text.slice(from, c.pos);
  if (!c.stopped && match(c, SEPARATOR)) return typeof read === 'string' ? read : source;
  c.whole = false;
  return undefined;
}
