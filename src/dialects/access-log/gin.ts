import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import type {Row} from '../define.ts';
import {ginTime, goDuration, readGin} from '../gin.ts';
import {addressOf, evidenceOf} from './exchange.ts';

const COLOURS = /\x1b\[[\d;]{0,12}m/g;
/** A handler of one's own, in Go's notation of a time: method, path, status, how long. */
const PLAIN = /^POST (\S{1,4096}) (\d{3}) ([\d.hmsuµn]{2,24})$/;

export const ginRows: readonly Row[] = [
  {id: 'access.gin', title: "gin's default logger", marks: ['[GIN] '], read: readDefault},
  {id: 'access.go', title: "method, path, status and time in Go's standard log", marks: ['POST /'], read: readPlain},
];

function readDefault({text, zone}: Frame): Evidence | undefined {
  const access = text.startsWith('[GIN] ') || text.startsWith('\x1b') ? readGin(text.replace(COLOURS, '')) : undefined;
  if (access?.method !== 'POST' || access.time === undefined || access.id !== undefined) return undefined;
  const {path: target, status, ms, ip} = access;
  const {at, zoneless = false} = ginTime(access.time, zone);
  return evidenceOf({
    row: 'access.gin',
    inRelays: true,
    target,
    status,
    at: at === undefined ? undefined : {at, zoneless},
    ms,
    client: addressOf(ip),
  });
}

function readPlain({text, context}: Frame): Evidence | undefined {
  // Without the time and the logger around it, it may be anybody's words.
  const found = context.language === 'go' ? PLAIN.exec(text) : null;
  if (!found) return undefined;
  const [, target = '', status, took = ''] = found;
  return evidenceOf({row: 'access.go', target, status, ms: goDuration(took)});
}
