import type {Frame} from '../framing/frame.ts';
import {isObject, type JsonObject, own} from '../util/json.ts';
import {readInspect, readLiteral} from '../util/literals/index.ts';

/** Where loggers and wrapping errors keep an error. */
const HOLDERS = ['err', 'error', 'exception', 'cause', 'lastError', 'originalError', 'reason', 'e'];
const MAX_DEPTH = 4;
/** An object after words is searched at the first braces only. */
const MAX_BRACES = 4;
const MAX_TEXT = 262_144;

/**
 * The first error object of a kind in a frame, however it was printed: as a field of a structured entry, by util.inspect
 * (`head` finds the name that it begins with), or as JSON behind words.
 */
export function printedError(
  frame: Frame,
  head: RegExp,
  isSuch: (error: JsonObject) => boolean,
): JsonObject | undefined {
  if (frame.json !== undefined) {
    const held = heldError(frame.json, isSuch, 0);
    if (held) return held;
  }
  const text = frame.text.length > MAX_TEXT ? frame.text.slice(0, MAX_TEXT) : frame.text;
  const found = head.exec(text);
  if (found) {
    const error = readInspect(text, found.index)?.value;
    const held = isObject(error) ? heldError(error, isSuch, 0) : undefined;
    if (held) return held;
  }
  return objectAfterWords(text, isSuch);
}

function heldError(holder: JsonObject, isSuch: (error: JsonObject) => boolean, depth: number): JsonObject | undefined {
  if (isSuch(holder)) return holder;
  if (depth >= MAX_DEPTH) return undefined;
  for (const name of HOLDERS) {
    const inner = own(holder, name);
    const found = isObject(inner) ? heldError(inner, isSuch, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

function objectAfterWords(text: string, isSuch: (error: JsonObject) => boolean): JsonObject | undefined {
  let at = text.indexOf('{');
  for (let tries = 0; at >= 0 && tries < MAX_BRACES; tries++) {
    const reading = readLiteral(text, at);
    const found = reading && isObject(reading.value) ? heldError(reading.value, isSuch, 0) : undefined;
    if (found) return found;
    at = text.indexOf('{', Math.max(at + 1, reading?.complete ? reading.end : 0));
  }
  return undefined;
}
