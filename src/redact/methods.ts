/**
 * The form of a key that may be shown: first 8 and last 4 of a key of 32 characters or more, first 4 of a shorter one,
 * with 16 stars whatever the length. Our own form passes unchanged; what others masked, and what is no key, gives nothing.
 */
export function maskKey(key: string): string | undefined {
  if (USUAL.test(key)) return shown(key);
  const value = stripBearer(key);
  if (CANONICAL.test(value)) return value;
  if (MASKED.test(value) || NO_KEY.test(value) || !PRINTABLE.test(value)) return undefined;
  if (value.length >= LONG) return shown(value);
  return value.length >= SHORTEST ? `${value.slice(0, 4)}${STARS}` : undefined;
}

/** Enough of a removed text for the person who must tell what it was: never more than a quarter, at most four characters. */
export function maskPart(text: string): string {
  const shown = text
    .slice(0, Math.min(4, text.length >> 2))
    .replace(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '?');
  return `${shown}${STARS}`;
}

/** The credential of an authorization header without the word before it. */
export function stripBearer(value: string): string {
  return value.trim().replace(/^bearer[ \t]+/i, '');
}

const shown = (key: string): string => `${key.slice(0, 8)}${STARS}${key.slice(-4)}`;

const STARS = '*'.repeat(16);
const LONG = 32;
/** Nearly every key: it can be no masked form and no word. */
const USUAL = /^sk-[\w-]{29,}$/;
/** Of a shorter text four characters would be half of it or more. */
const SHORTEST = 8;
const CANONICAL = /^(?:[^\s*]{8}\*{16}[^\s*]{4}|[^\s*]{4}\*{16})$/;
/** Stars, dots, blocks and bracketed remarks. */
const MASKED = /\*{2}|\.{3}|[…█•●]|^[[<({]|^x{4}/i;
/** No key has a star or a character beyond ASCII; what has one could not be told from a masked form. */
const PRINTABLE = /^[!-)+-~]+$/;
const NO_KEY = /\s|^(?:null|none|nil|undefined|true|false|redacted|masked|secret(?:str)?)\b|^basic\b/i;
