/** Ids that look like the real ones and are the same in every run. */
import {createHash} from 'node:crypto';

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** `req_` and 24 base58 characters, the first four as they are these years. */
export function requestId(seed: string, call: number, attempt: number): string {
  return `req_011C${letters(`request ${seed} ${call} ${attempt}`, base58, 20)}`;
}

export function messageId(seed: string, call: number): string {
  return `msg_01${letters(`message ${seed} ${call}`, base58, 22)}`;
}

export function cfRay(seed: string, call: number, attempt: number): string {
  return `${letters(`ray ${seed} ${call} ${attempt}`, '0123456789abcdef', 16)}-FRA`;
}

function letters(seed: string, alphabet: string, length: number): string {
  let text = '';
  for (let round = 0; text.length < length; round += 1) {
    for (const byte of createHash('sha256').update(`${seed} ${round}`).digest()) {
      text += alphabet[byte % alphabet.length];
    }
  }
  return text.slice(0, length);
}
