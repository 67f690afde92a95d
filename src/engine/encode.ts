import type {CallRecord} from '../spec/types.ts';

/** DEL, C1, line separators and bidi controls: JSON allows them raw, terminals and viewers obey them. */
const RAW_CONTROLS = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const HEX = 16;

/** One record as one line of NDJSON, with its end. Undefined fields vanish, the rest keeps catalogue order. */
export function encode(record: CallRecord): string {
  return `${escapeControls(JSON.stringify(record))}\n`;
}

/** The same JSON with nothing in it that could steer a terminal. */
export function escapeControls(json: string): string {
  return json.replace(RAW_CONTROLS, (char) => `\\u${char.charCodeAt(0).toString(HEX).padStart(4, '0')}`);
}
