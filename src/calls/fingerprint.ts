import type {CallFields} from '../spec/types.ts';
import {sha256} from '../util/hash.ts';

const QUOTED = /"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|“[^”\n]*”/g;
const WORD = /[\w.-]+/g;
const DIGITS_IN_PATH = /(^|\.)\d+(?=\.|$)/g;
const HEX = 16;

/** `v1:` and 16 hex digits that like failures share: ids, numbers and quoted values of the message do not count. */
export function fingerprint(fields: CallFields): string {
  const message = (fields.error_message ?? '').replace(QUOTED, '<q>').replace(WORD, variable);
  const param = (fields.error_param ?? '').replace(DIGITS_IN_PATH, '$1*');
  const parts = [fields.error_type, fields.http_status_code, hostAndPath(fields.endpoint), param, message];
  return `v1:${sha256(parts.join('\n')).slice(0, HEX)}`;
}

/** A word with a digit in it is an id, a hash or a number. */
const variable = (word: string): string => (/\d/.test(word) ? '<v>' : word);

function hostAndPath(endpoint: string): string {
  const end = endpoint.search(/[?#]/);
  return (end < 0 ? endpoint : endpoint.slice(0, end)).replace(/^[a-z]+:\/\//i, '');
}
