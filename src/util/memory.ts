/** A bounded memory of answers about short texts: what was asked again lately stays, the rest is forgotten. */
export interface Memory<T> {
  readonly get: (key: string) => T | undefined;
  /** Keeps a copy of the key. */
  readonly set: (key: string, value: T) => void;
}

/** A text of its own: a slice would keep the whole line that it was cut from alive. */
export const copyOf = (text: string): string => JSON.parse(JSON.stringify(text));

/** Two generations of at most `size` entries each: the older one is dropped when the younger is full. */
export function createMemory<T>(size: number): Memory<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  const set = (key: string, value: T): void => {
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  };
  return {
    get(key) {
      const value = young.get(key);
      if (value !== undefined) return value;
      const before = old.get(key);
      // The key at hand may be a slice; the one that is kept must not be.
      if (before !== undefined) set(copyOf(key), before);
      return before;
    },
    set: (key, value) => set(copyOf(key), value),
  };
}
