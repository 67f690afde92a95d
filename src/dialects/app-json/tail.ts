import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject} from '../../util/json.ts';
import {readLiteral} from '../../util/literals/index.ts';
import {collect} from './collect.ts';
import {evidenceOf} from './evidence.ts';

/** Only the head of a text is searched for the object. */
const MAX_TEXT = 65_536;

/**
 * Words and then an object, as winston's simple format, zap's console and console.error('…', {…}) print them; also an
 * object with a stray character behind it. The object is the entry.
 */
export function readTail(frame: Frame): Evidence | undefined {
  if (frame.json !== undefined) return undefined;
  const text = frame.text.length > MAX_TEXT ? frame.text.slice(0, MAX_TEXT) : frame.text;
  const reading = readLiteral(text, text.indexOf('{'));
  if (!reading?.complete || !isObject(reading.value) || text.slice(reading.end).trim().length > 1) return undefined;
  return evidenceOf(collect(reading.value), {...frame, json: reading.value});
}
