import type {Json, JsonObject} from './json.ts';

const KEY = /[A-Za-z_@][\w.@/-]{0,99}=/y;
const BARE = /[^\s"=][^\s"]{0,65535}|(?= |$)/y;
const QUOTED = /"(?:[^"\\\n]|\\.){0,1048576}"/y;
const BLANKS = / {1,64}/y;
const NUMBER = /^(?:0|-?[1-9]\d{0,14})(?:\.\d{1,9})?$/;
/** Ids are texts, however they look. */
const ID = /(?:id|key|hash|sha)$/i;
const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([0-7]{3})|(.))/gi;
const SIMPLE: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', a: '\x07'};
const HIGHEST = 0x10ffff;
/** More pairs are no log line. */
const MAX_PAIRS = 128;

/**
 * Reads a text that is nothing but `key=value` pairs: values are bare words, or quoted as Go quotes strings. Numbers,
 * `true`, `false`, `null` and `nil` become values; the first of two equal keys is kept. Undefined for any other text.
 * Format: go-logfmt/logfmt; slog's TextHandler, logrus' TextFormatter and structlog's LogfmtRenderer print it.
 */
export function readPairs(text: string, start = 0): JsonObject | undefined {
  const pairs: Record<string, Json> = Object.create(null);
  let at = start;
  let count = 0;
  while (at < text.length) {
    const key = match(KEY, text, at);
    if (key === undefined || ++count > MAX_PAIRS) return undefined;
    const value = valueAt(text, at + key.length);
    if (value === undefined) return undefined;
    const name = key.slice(0, -1);
    if (!Object.hasOwn(pairs, name)) pairs[name] = readValue(value, name);
    at += key.length + value.length;
    const blanks = match(BLANKS, text, at);
    if (blanks === undefined && at < text.length) return undefined;
    at += blanks?.length ?? 0;
  }
  return count === 0 ? undefined : {...pairs};
}

const valueAt = (text: string, at: number): string | undefined =>
  text.charAt(at) === '"' ? match(QUOTED, text, at) : match(BARE, text, at);

function readValue(printed: string, name: string): Json {
  if (printed.startsWith('"')) return unquote(printed.slice(1, -1));
  if (printed === 'true' || printed === 'false') return printed === 'true';
  if (/^(?:null|nil|<nil>|None)$/.test(printed)) return null;
  return NUMBER.test(printed) && !ID.test(name) ? Number(printed) : printed;
}

/** What stands between the quotes, its escapes undone. */
const unquote = (inner: string): string =>
  inner.includes('\\') ? inner.replace(ESCAPE, (...parts) => decoded(parts as (string | undefined)[])) : inner;

function decoded([whole, x, u, long, octal, char]: readonly (string | undefined)[]): string {
  const hex = x ?? u ?? long;
  if (hex === undefined && octal === undefined) return SIMPLE[char as string] ?? (char as string);
  const code = Number.parseInt((hex ?? octal) as string, hex === undefined ? 8 : 16);
  return code > HIGHEST ? (whole as string) : String.fromCodePoint(code);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
