import {isObject, type Json} from './json.ts';

/** Deeper values have no canonical form: a walk over hostile nesting would overflow the stack. */
const MAX_DEPTH = 200;

let crypto: typeof import('node:crypto') | undefined;

/** Loaded with the first text: it is 2 ms of a start, and most lines need none. */
function loaded(): typeof import('node:crypto') {
  crypto ??= process.getBuiltinModule('node:crypto');
  return crypto;
}

/** Hex SHA-256 of bytes, or of a text's UTF-8 bytes. */
export const sha256 = (data: string | Uint8Array): string => loaded().hash('sha256', data, 'hex');

/** Hex HMAC-SHA-256 of a text's UTF-8 bytes. */
export const hmacSha256 = (key: Uint8Array, text: string): string =>
  loaded().createHmac('sha256', key).update(text, 'utf8').digest('hex');

/** JSON with sorted keys and no blanks; undefined when nested too deeply. Equal values give equal texts. */
export function canonicalJson(value: Json, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return wrap('[', value, ']', (item: Json) => canonicalJson(item, depth + 1));
  if (!isObject(value)) return JSON.stringify(value);
  return wrap('{', Object.keys(value).sort(), '}', (key) => {
    const member = canonicalJson(value[key] ?? null, depth + 1);
    return member === undefined ? undefined : `${JSON.stringify(key)}:${member}`;
  });
}

function wrap<T>(open: string, items: readonly T[], close: string, print: (item: T) => string | undefined) {
  const parts: string[] = [];
  for (const item of items) {
    const part = print(item);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return open + parts.join(',') + close;
}
