/** A bounded memory of answers about short texts: what was asked lately stays, the rest is forgotten. */
export interface Memory<T> {
  readonly get: (key: string) => T | undefined;
  /** Keeps a copy of the key. */
  readonly set: (key: string, value: T) => void;
}

/** So many keys share a bucket; the oldest of them makes room. */
const WAYS = 8;

/**
 * Fixed in size from the start: `size` entries in buckets, so that remembering costs no garbage but the keys.
 */
export function createMemory<T>(size: number): Memory<T> {
  const buckets = Math.ceil(size / WAYS);
  const keys: (string | undefined)[] = new Array(buckets * WAYS).fill(undefined);
  const values: (T | undefined)[] = new Array(buckets * WAYS).fill(undefined);
  const next = new Uint8Array(buckets);

  return {
    get(key) {
      const start = (hashOf(key) % buckets) * WAYS;
      for (let i = start; i < start + WAYS; i++) if (keys[i] === key) return values[i];
      return undefined;
    },
    set(key, value) {
      const bucket = hashOf(key) % buckets;
      const way = next[bucket] as number;
      next[bucket] = (way + 1) % WAYS;
      keys[bucket * WAYS + way] = copyOf(key);
      values[bucket * WAYS + way] = value;
    },
  };
}

/** A text of its own: a slice would keep the whole line that it was cut from alive. */
export const copyOf = (text: string): string => JSON.parse(JSON.stringify(text));

/** FNV-1a over the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
