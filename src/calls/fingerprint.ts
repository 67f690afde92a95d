import type {CallFields} from '../spec/types.ts';
import {sha256} from '../util/hash.ts';
import {copyOf, createShortMemory} from '../util/memory.ts';

const HEX = 16;
const DIGITS_IN_PATH = /(^|\.)\d+(?=\.|$)/g;
const HOST_AND_PATH = /^(?:[a-z]+:\/\/)?(?:[^/@?#]{0,512}@)?([^?#]*)/i;
/** Like failures come in crowds: each is hashed once. */
const MAX_MESSAGES = 512;
const MAX_CROWDS = 16;
/** Longer ones are one of a kind. */
const MAX_LENGTH = 160;
const known = createShortMemory<Crowd[]>(MAX_MESSAGES);

type Like = Pick<CallFields, 'error_type' | 'http_status_code' | 'endpoint' | 'error_param' | 'error_message'>;
/** Failures with one message that say the same otherwise too. */
type Crowd = Omit<Like, 'error_message'> & {readonly print: string};

/** `v1:` and 16 hex digits that like failures share: ids, numbers and quoted values of the message do not count. */
export function fingerprint(fields: Like): string {
  const message = fields.error_message ?? '';
  if (message.length > MAX_LENGTH) return printOf(fields);
  let crowds = known.get(message);
  if (crowds === undefined) {
    crowds = [];
    known.set(message, crowds);
  }
  const same = crowds.find((crowd) => isLike(fields, crowd));
  if (same) return same.print;
  const {error_type, http_status_code, endpoint, error_param} = fields;
  const print = printOf(fields);
  if (crowds.length < MAX_CROWDS)
    crowds.push({
      error_type,
      http_status_code,
      endpoint: copyOf(endpoint),
      error_param: error_param && copyOf(error_param),
      print,
    });
  return print;
}

const isLike = (fields: Like, crowd: Crowd): boolean =>
  fields.http_status_code === crowd.http_status_code &&
  fields.error_type === crowd.error_type &&
  fields.error_param === crowd.error_param &&
  fields.endpoint === crowd.endpoint;

function printOf({error_type, http_status_code, endpoint, error_param, error_message}: Like): string {
  const param = error_param?.replace(DIGITS_IN_PATH, '$1*') ?? '';
  const key = `${error_type}\n${http_status_code ?? ''}\n${hostAndPath(endpoint)}\n${param}\n${generalise(error_message ?? '')}`;
  return `v1:${sha256(key).slice(0, HEX)}`;
}

/** The endpoint without its scheme, its credentials and its query. */
const hostAndPath = (endpoint: string): string => HOST_AND_PATH.exec(endpoint)?.[1] ?? endpoint;

/** Words with a digit in them become `<v>`, quoted values `<q>`. One pass, by hand: two regular expressions cost 3 us. */
function generalise(message: string): string {
  let out = '';
  let kept = 0;
  let i = 0;
  while (i < message.length) {
    const close = closingQuote(message, i);
    const word = close > 0 ? 0 : wordLength(message, i);
    const end = close > 0 ? close + 1 : i + Math.max(Math.abs(word), 1);
    if (close > 0 || word < 0) {
      out += message.slice(kept, i) + (close > 0 ? '<q>' : '<v>');
      kept = end;
    }
    i = end;
  }
  return out + message.slice(kept);
}

const QUOTES: Readonly<Record<string, string>> = {'"': '"', "'": "'", '`': '`', '“': '”'};

/** The index of the quote that closes the one at `i` in the same line; 0 when there is none. */
function closingQuote(message: string, i: number): number {
  const quote = QUOTES[message[i] as string];
  if (quote === undefined) return 0;
  const close = message.indexOf(quote, i + 1);
  const line = close < 0 ? -1 : message.indexOf('\n', i + 1);
  return close > 0 && (line < 0 || close < line) ? close : 0;
}

/** The length of the word at `start`; negative when a digit is in it. */
function wordLength(message: string, start: number): number {
  let sign = 1;
  let i = start;
  for (; i < message.length; i++) {
    const code = message.charCodeAt(i);
    if (code >= 48 && code <= 57) sign = -1;
    else if (!isWordChar(code)) break;
  }
  return sign * (i - start);
}

const isWordChar = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 45 || code === 46;
