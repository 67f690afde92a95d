import type {Frame} from '../framing/frame.ts';
import type {JsonObject} from '../util/json.ts';
import {parseObject} from '../util/json.ts';
import {timeOf as readJsonTime, readTime, type Zone} from '../util/time.ts';

/** An entry of zap's console encoder, or of a logger that prints like it: time, level, name or caller, words, an object. */
export interface ZapEntry {
  readonly at?: number;
  readonly zoneless?: boolean;
  readonly message: string;
  readonly fields: JsonObject;
}

const COLOURS = /\x1b\[[\d;]{0,12}m/g;
const LEVEL = /^(?:DEBUG|INFO|WARN|WARNING|ERROR|DPANIC|PANIC|FATAL)(?=[\t ])[\t ]{1,8}/i;
const MAX_OBJECT = 65_536;

/** Colours are the terminal's and no part of the text. */
export const withoutColours = (text: string): string => (text.includes('\x1b') ? text.replace(COLOURS, '') : text);

/** Reads the line as it is printed, or as an envelope left it: then its fields are the entry. */
export function readZap({text: printed, json, context, zone}: Frame): ZapEntry | undefined {
  if (json !== undefined) {
    const stamp = json.timestamp ?? json.ts ?? json.time;
    const time = context.at !== undefined || stamp === undefined ? undefined : readJsonTime(stamp, zone);
    return {
      ...(time && {at: time.at, zoneless: time.zoneless === true}),
      message: (printed.split('\n', 1)[0] as string).trim(),
      fields: json,
    };
  }
  const text = withoutColours(printed);
  const timed = timeOf(text, zone);
  const rest = text.slice(timed?.end ?? 0).trimStart();
  const level = LEVEL.exec(rest);
  const message = level ? rest.slice(level[0].length) : rest;
  const brace = message.search(/[\t ]\{/);
  if (brace < 0 || message.length > MAX_OBJECT)
    return timed && {at: timed.at, zoneless: timed.zoneless, message: message.trim(), fields: {}};
  const fields = parseObject(message.slice(brace + 1).trimEnd());
  if (fields === undefined) return undefined;
  return {...(timed && {at: timed.at, zoneless: timed.zoneless}), message: message.slice(0, brace).trim(), fields};
}

/** Gin's form of the time has a dash between date and clock. */
function timeOf(text: string, zone: Zone) {
  const dashed = /^\d{4}\/\d\d\/\d\d - /.test(text);
  const time = readTime(dashed ? text.replace(' - ', ' ') : text, zone);
  return time && {...time, end: time.end + (dashed ? 2 : 0)};
}
