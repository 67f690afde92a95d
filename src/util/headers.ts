import {isObject} from './json.ts';

/** HTTP headers under names in any case. */
export interface Headers {
  get(name: string): string | undefined;
  /** Names in lower case, in order of first appearance; the values of a repeated name are joined with `, `. */
  entries(): [name: string, value: string][];
}

/** A field name (RFC 9110), or one of HTTP/2's pseudo-headers. */
const TOKEN = /^:?[!#$%&'*+.^_`|~\dA-Za-z-]+$/;

/**
 * A view of headers in any of the forms that clients print: an object of strings, numbers or lists of strings;
 * a list of [name, value] pairs or of {name or key, value} objects; a flat list as Node's rawHeaders; text of
 * `Name: value` lines, after a status line or not. Values of other types are left out. Undefined for any other
 * value, and for a list or text in which one part does not fit. Never throws.
 */
export function headersOf(value: unknown): Headers | undefined {
  const pairs = pairsOf(value);
  return pairs && view(pairs);
}

type Pair = readonly [name: string, value: string];

function pairsOf(value: unknown): readonly Pair[] | undefined {
  if (typeof value === 'string') return linesOf(value);
  if (Array.isArray(value)) return listOf(value);
  if (!isObject(value)) return undefined;
  return Object.entries(value).flatMap(([name, value]) => valuesOf(value).map((value): Pair => [name, value]));
}

/** Case-insensitive, and a Map, so that no name reaches a prototype. */
function view(pairs: readonly Pair[]): Headers {
  const values = new Map<string, string>();
  for (const [rawName, value] of pairs) {
    const name = rawName.toLowerCase();
    const known = values.get(name);
    values.set(name, known === undefined ? value : `${known}, ${value}`);
  }
  return {get: (name) => values.get(name.toLowerCase()), entries: () => [...values]};
}

function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function listOf(list: readonly unknown[]): readonly Pair[] | undefined {
  const isFlat = list.every((item) => typeof item === 'string');
  const pairs: Pair[] = [];
  for (let i = 0; i < list.length; i += isFlat ? 2 : 1) {
    const [name, value, ...more] = isFlat ? list.slice(i, i + 2) : partsOf(list[i]);
    if (typeof name !== 'string' || value === undefined || more.length > 0 || !TOKEN.test(name)) return undefined;
    for (const text of valuesOf(value)) pairs.push([name, text]);
  }
  return pairs;
}

function partsOf(item: unknown): readonly unknown[] {
  if (Array.isArray(item)) return item;
  return isObject(item) ? [item.name ?? item.key, item.value] : [];
}

/** Reads up to the blank line that ends the headers. A line that starts with a blank goes on with the value before. */
function linesOf(text: string): readonly Pair[] | undefined {
  const pairs: [string, string][] = [];
  const lines = text.split(/\r?\n/);
  for (const line of lines.slice(/^HTTP\/\d/.test(lines[0] ?? '') ? 1 : 0)) {
    if (line.trim() === '') break;
    const last = pairs.at(-1);
    if (last && /^[ \t]/.test(line)) {
      last[1] += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (!TOKEN.test(name)) return undefined;
    pairs.push([name, line.slice(colon + 1).trim()]);
  }
  return pairs.length > 0 ? pairs : undefined;
}
