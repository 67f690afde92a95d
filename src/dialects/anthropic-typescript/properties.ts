import type {Evidence} from '../../calls/evidence.ts';
import {isObject, type JsonObject, own, text as textOf} from '../../util/json.ts';
import {readInspect, readInspectProperties} from '../../util/literals/index.ts';
import {errorObjectParts} from '../error-object.ts';

/** The block stands above the stack, its opening line lost. */
const LOST_HEAD = /^\s*(?:status|headers|requestID|request_id): /;
export const PROPERTIES = /^\s{2}status: \d{3},\s*$/m;

/** The block that util.inspect prints after the stack: `… {\n  status: 400, headers: Headers {…}, … }`. */
export function propertiesOf(text: string): Partial<Evidence> {
  if (LOST_HEAD.test(text)) return fragmentOf(text);
  const block = text.search(/\{\r?\n\s+(?:status|headers|requestID|request_id|error|type): /);
  if (block < 0) return fragmentOf(text);
  const reading = readInspect(text, block);
  return reading && isObject(reading.value) ? partsOf(reading.value) : {};
}

function fragmentOf(text: string): Partial<Evidence> {
  if (!PROPERTIES.test(text)) return {};
  const reading = readInspectProperties(text, Math.max(0, text.search(/\S/)));
  return reading && isObject(reading.value) ? partsOf(reading.value) : {};
}

function partsOf(properties: JsonObject): Partial<Evidence> {
  const parts = errorObjectParts(properties);
  const name = textOf(own(properties, 'name'));
  return {...parts, error: {...parts.error, name}};
}
