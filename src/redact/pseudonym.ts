import {hmacSha256, sha256} from '../util/hash.ts';

/** Turns values of a field into pseudonyms. */
export interface Pseudonyms {
  /** True: guessing every likely value finds no value back. */
  readonly keyed: boolean;
  readonly of: (field: string, value: string) => string;
  /** The same under the key before, while a second one is given: joins old records with new ones. */
  readonly before: ((field: string, value: string) => string) | undefined;
}

/** Shorter keys can be searched (NIST SP 800-107: the key is as strong as it is long). */
export const MIN_KEY_BYTES = 32;

/**
 * The first key signs, a second one is the key before it. Throws RangeError for a key that is too short and for more keys.
 * `HMAC-SHA-256(key, field + NUL + value)`: equal values of two fields have nothing in common.
 */
export function createPseudonyms(keys: readonly Uint8Array[] = []): Pseudonyms {
  if (keys.length > 2) throw new RangeError('at most two hash keys: the one that signs and the one before it');
  for (const key of keys)
    if (key.length < MIN_KEY_BYTES) throw new RangeError(`a hash key needs ${MIN_KEY_BYTES} bytes or more`);
  const [newest, before] = keys.map(signer);
  return {
    keyed: newest !== undefined,
    of: newest ?? ((_, value) => `sha256:${sha256(value)}`),
    before,
  };
}

/** The key's id names it without telling it, so that a rotation shows in the records. */
function signer(key: Uint8Array): (field: string, value: string) => string {
  const id = sha256(key).slice(0, 8);
  return (field, value) => `hmac-sha256:${id}:${hmacSha256(key, `${field}\0${value}`)}`;
}
