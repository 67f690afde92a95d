import {textsOfBytes} from '../util/bytes.ts';
import {isObject, type JsonObject, own, text} from '../util/json.ts';
import {readLiteral} from '../util/literals/index.ts';

/** A text is searched for a body at its first braces only, and only so far: both bound the work on hostile lines. */
const MAX_BRACES = 12;
const MAX_TEXT = 65_536;

/**
 * The first literal in a text that looks like an error body, in any syntax, and where it stands; else undefined.
 * `nested`: the text is itself a message of a body.
 */
export function findErrorBody(
  whole: string,
  nested = false,
): {body: JsonObject; start: number; end: number} | undefined {
  const source = whole.length > MAX_TEXT ? whole.slice(0, MAX_TEXT) : whole;
  let at = -1;
  for (let tries = 0; tries < MAX_BRACES; tries++) {
    at = source.indexOf('{', at + 1);
    if (at < 0) return undefined;
    if (!opensBody(source, at)) continue;
    const reading = readLiteral(source, at);
    if (
      reading &&
      isObject(reading.value) &&
      (isErrorBody(reading.value) || (nested && isBareMessage(reading.value)))
    ) {
      const bytes = at > 1 && source[at - 2] === 'b' && /['"]/.test(source[at - 1] as string);
      return {body: bytes ? textsOfBytes(reading.value) : reading.value, start: at, end: reading.end};
    }
  }
  return undefined;
}

/** True for an object that has the shape of an error body: an envelope, or a message with a type, code or status. */
export function isErrorBody(value: JsonObject): boolean {
  if (own(value, 'type') === 'error' && own(value, 'error') !== undefined) return true;
  const error = own(value, 'error');
  if (isObject(error)) return text(own(error, 'message')) !== undefined || text(own(error, 'type')) !== undefined;
  if (typeof error === 'string' && error !== '') return true;
  if (text(own(value, 'message')) === undefined) return false;
  return ['type', 'code', 'status', 'statusCode', 'request_id'].some((key) => own(value, key) !== undefined);
}

/** Inside another body, a message alone is one too: relays strip the rest. */
const isBareMessage = (value: JsonObject): boolean =>
  Object.keys(value).length === 1 && text(own(value, 'message')) !== undefined;

/** True for the body that the API itself sends: an envelope of type `error` around an object. */
export const isClaudeBody = (body: JsonObject): boolean =>
  own(body, 'type') === 'error' && isObject(own(body, 'error'));

/** True when a text holds such a body, in any syntax. */
export function hasClaudeBody(source: string): boolean {
  const found = findErrorBody(source);
  return found !== undefined && isClaudeBody(found.body);
}

/** Cheap look at what follows a brace, before the dear reading: a quote, a symbol or a word that a body starts with. */
function opensBody(source: string, brace: number): boolean {
  let i = brace + 1;
  while (i < source.length && isBlank(source.charCodeAt(i))) i++;
  const char = source[i];
  return char === '"' || char === "'" || char === '\\' || char === '“' || char === ':' || /[a-z]/i.test(char ?? '');
}

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
