import type {Json, JsonObject} from './json.ts';

const KEY = /[A-Za-z_][\w.@/-]{0,127}(?==)/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"(?= |$)/y;
const BARE = /[^\s"]*(?= |$)/y;
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;
/** Ids are digits at times, but never numbers. */
const NAME_OF_ID = /id$/i;
const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([0-7]{3})|(.))/gi;
const SIMPLE: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', a: '\x07'};
const LONGEST = 128;
const HIGHEST = 0x10ffff;

/**
 * Reads `key=value key="quoted value"` pairs from `at` to the end of a text, as Go's slog and logrus print them: quotes
 * are Go's own. Undefined when anything else stands there.
 */
export function readPairs(text: string, at = 0): JsonObject | undefined {
  const out: Record<string, Json> = Object.create(null);
  let pos = at;
  for (let count = 0; pos < text.length; count++) {
    const key = match(KEY, text, pos)?.[0];
    if (key === undefined || count > LONGEST) return undefined;
    pos += key.length + 1;
    const quoted = match(QUOTED, text, pos);
    const bare = quoted ? undefined : match(BARE, text, pos)?.[0];
    if (!quoted && bare === undefined) return undefined;
    out[key] = quoted ? unquote(quoted[1] as string) : bareValue(key, bare as string);
    pos += quoted ? quoted[0].length : (bare as string).length;
    while (text.charCodeAt(pos) === 32) pos++;
  }
  return Object.keys(out).length > 0 ? {...out} : undefined;
}

/** The text inside a Go string in double quotes. */
export const unquote = (inner: string): string =>
  inner.includes('\\') ? inner.replace(ESCAPE, (...parts) => decoded(parts as (string | undefined)[])) : inner;

function decoded([whole, x, u, long, octal, char]: readonly (string | undefined)[]): string {
  const hex = x ?? u ?? long;
  if (hex === undefined && octal === undefined) return SIMPLE[char as string] ?? (char as string);
  const code = Number.parseInt((hex ?? octal) as string, hex === undefined ? 8 : 16);
  return code > HIGHEST ? (whole as string) : String.fromCodePoint(code);
}

function bareValue(key: string, bare: string): Json {
  if (bare === 'true' || bare === 'false') return bare === 'true';
  return NUMBER.test(bare) && !NAME_OF_ID.test(key) ? Number(bare) : bare;
}

function match(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
