/** A bounded memory of answers about short texts: what was asked lately stays, the rest is forgotten. */
export interface Memory<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
}

/**
 * Two halves: when the young one is full, the old one is forgotten. `keep` makes a key that may be kept: a slice would
 * keep the whole line that it was cut from alive.
 */
export function createMemory<T>(size: number, keep: (key: string) => string = copyOf): Memory<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();

  const set = (key: string, value: T): void => {
    if (young.size >= size / 2) {
      old = young;
      young = new Map();
    }
    young.set(keep(key), value);
  };

  return {
    get(key) {
      const fresh = young.get(key);
      if (fresh !== undefined || old.size === 0) return fresh;
      const found = old.get(key);
      if (found !== undefined) set(key, found);
      return found;
    },
    set,
  };
}

/** So many are compared before one is looked up: most differ in length, and a look-up has to hash a fresh slice. */
const RECENT = 8;

/** A memory for what mostly has a handful of values: the newest few are looked at first. */
export function createShortMemory<T>(size: number): Memory<T> {
  const memory = createMemory<T>(size, (key) => key);
  const keys: (string | undefined)[] = new Array(RECENT).fill(undefined);
  const values: (T | undefined)[] = new Array(RECENT).fill(undefined);
  let next = 0;

  const remember = (key: string, value: T): void => {
    keys[next] = key;
    values[next] = value;
    next = (next + 1) % RECENT;
  };

  return {
    get(key) {
      for (let i = 0; i < RECENT; i++) if (keys[i] === key) return values[i];
      const found = memory.get(key);
      if (found !== undefined) remember(copyOf(key), found);
      return found;
    },
    // Not among the newest before it is asked for again: what comes once must not drive out what repeats.
    set: (key, value) => memory.set(copyOf(key), value),
  };
}

/** A text of its own. */
export const copyOf = (text: string): string => JSON.parse(JSON.stringify(text));
