import {isObject, type Json, type JsonObject} from './json.ts';

const HIGH = /[\u0080-\u00ff]/;
const WIDE = /[^\u0000-\u00ff]/;
const MAX_DEPTH = 6;

/**
 * The texts of a printed bytes literal, `b'…\xe8\xaf\xb7…'`: every character of them is a byte of UTF-8. What is no
 * UTF-8 stays as it is.
 */
export function textsOfBytes(value: JsonObject): JsonObject {
  return decode(value, 0) as JsonObject;
}

function decode(value: Json | undefined, depth: number): Json | undefined {
  if (typeof value === 'string') return HIGH.test(value) && !WIDE.test(value) ? utf8(value) : value;
  if (depth >= MAX_DEPTH || value === null || typeof value !== 'object') return value;
  if (!isObject(value)) return (value as readonly Json[]).map((item) => decode(item, depth + 1) as Json);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, decode(item, depth + 1)]));
}

function utf8(text: string): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
  } catch {
    return text;
  }
}
