/** Builds a fake credential: a real prefix and made-up characters, the same on every run. No scanner flags the source. */
export function fake(prefix: string, length: number, alphabet: keyof typeof ALPHABETS = 'alnum'): string {
  const letters = ALPHABETS[alphabet];
  let state = length + 17;
  for (const character of prefix) state = (state * 31 + character.charCodeAt(0)) % 2147483647;
  let text = prefix;
  for (let index = 0; index < length; index++) {
    state = (state * 48271) % 2147483647;
    text += letters[state % letters.length];
  }
  return text;
}

/** A fake credential marked as the part that must go. */
export function marked(prefix: string, length: number, alphabet: keyof typeof ALPHABETS = 'alnum'): string {
  return `«${fake(prefix, length, alphabet)}»`;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const ALPHABETS = {
  alnum: `${UPPER}${LOWER}0123456789`,
  key: `${UPPER}${LOWER}0123456789_-`,
  base64: `${UPPER}${LOWER}0123456789+/`,
  base32: `${UPPER}234567`,
  hex: '0123456789abcdef',
  letters: `${UPPER}${LOWER}`,
} as const;
