/** Everything random in the corpus comes from one of these: the same seed draws the same corpus on every machine. */
export interface Random {
  /** A whole number, both ends included. */
  readonly int: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** `count` characters out of an alphabet. */
  readonly characters: (alphabet: string, count: number) => string;
  /** Log-normal, the shape text lengths have in real logs: many short, a few very long. */
  readonly length: (median: number, spread: number, low: number, high: number) => number;
}

export const hexDigits = '0123456789abcdef';
export const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
export const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function seeded(seed: number): Random {
  const unit = smallFastCounter(seed);
  const int = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1));
  return {
    int,
    chance: (share) => unit() < share,
    pick: (items) => items[int(0, items.length - 1)]!,
    characters(alphabet, count) {
      let text = '';
      while (text.length < count) text += alphabet[int(0, alphabet.length - 1)]!;
      return text;
    },
    length: (median, spread, low, high) => clamp(Math.round(median * Math.exp(spread * normal(unit))), low, high),
  };
}

/** Chris Doty-Humphrey's sfc32: 128 bits of state, so that a corpus of many gigabytes never starts over. */
function smallFastCounter(seed: number): () => number {
  let a = seed | 0;
  let b = ~seed | 0;
  let c = 0x2545f491;
  let counter = 1;
  const next = () => {
    const drawn = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return (drawn >>> 0) / 2 ** 32;
  };
  // Near seeds begin alike; a dozen draws pull them apart.
  for (let draws = 0; draws < 12; draws++) next();
  return next;
}

/** Two uniform draws make one normal one (Box and Muller). */
function normal(unit: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
