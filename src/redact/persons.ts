import type {FieldName} from '../spec/fields.ts';
import type {Pseudonyms} from './pseudonym.ts';

type Draft = Record<FieldName, unknown>;

/** The user whose pseudonym the record needs. The id itself stays only when it is kept. */
export function takeUser(out: Draft, policy: 'hash' | 'keep' | 'drop'): string | undefined {
  const id = out.user_id;
  if (policy !== 'keep') out.user_id = undefined;
  if (policy === 'drop') {
    out.user_id_hash = undefined;
    out.user_id_hash_previous = undefined;
  }
  return policy !== 'drop' && typeof id === 'string' ? id : undefined;
}

/** A pseudonym that the log states stays, unless it can be replaced by one under a key. True: made without a key. */
export function nameUser(out: Draft, user: string, {keyed, of, before}: Pseudonyms): boolean {
  if (!keyed && out.user_id_hash !== undefined) return false;
  out.user_id_hash = of('user_id', user);
  if (before !== undefined) out.user_id_hash_previous = before('user_id', user);
  return !keyed;
}

/** Short prompts can be guessed as well as ids: with a key, their plain hashes are hashed under it. */
export function keyHashes(out: Draft, {of}: Pseudonyms): void {
  for (const name of ['request_headers_hash', 'request_body_hash'] as const) {
    const value = out[name];
    if (typeof value === 'string' && value.startsWith('sha256:')) out[name] = of(name, value);
  }
}
