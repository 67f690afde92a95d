import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {readTime} from '../../util/time.ts';
import type {Row} from '../define.ts';
import {addressOf, evidenceOf} from './exchange.ts';

const COLOURS = /\x1b\[[\d;]{0,12}m/g;
const GIN =
  /^\[GIN\] (\d{4}\/\d\d\/\d\d) - (\d\d:\d\d:\d\d) \| {0,4}(\d{3}) \| {0,16}([\d.hmsuµn]{2,24}) \| {0,48}(\S{2,46}) \| ?POST {1,10}"?([^\s"]{1,4096})"?/;
/** A handler of one's own, in Go's notation of a time: method, path, status, how long. */
const PLAIN = /^POST (\S{1,4096}) (\d{3}) ([\d.hmsuµn]{2,24})$/;
const STEP = /(\d{1,9}(?:\.\d{1,9})?)(h|ms|m|s|µs|us|ns)/g;
const MS_OF: Readonly<Record<string, number>> = {h: 3_600_000, m: 60_000, s: 1000, ms: 1, µs: 1e-3, us: 1e-3, ns: 1e-6};

export const ginRows: readonly Row[] = [
  {id: 'access.gin', title: "gin's default logger", marks: ['[GIN] '], read: readGin},
  {id: 'access.go', title: "method, path, status and time in Go's standard log", marks: ['POST /'], read: readPlain},
];

function readGin({text, zone}: Frame): Evidence | undefined {
  const found = GIN.exec(text.includes('\x1b') ? text.replace(COLOURS, '') : text);
  if (!found) return undefined;
  const [, day, clock, status, took = '', client = '', target = ''] = found;
  const at = readTime(`${day} ${clock}`, zone);
  return evidenceOf({row: 'access.gin', target, status, at, ms: duration(took), client: addressOf(client)});
}

function readPlain({text, context}: Frame): Evidence | undefined {
  // Without the time and the logger around it, it may be anybody's words.
  const found = context.language === 'go' ? PLAIN.exec(text) : null;
  if (!found) return undefined;
  const [, target = '', status, took = ''] = found;
  return evidenceOf({row: 'access.go', target, status, ms: duration(took)});
}

/** `1m12.3s`, `899.447µs`, in ms. */
export function duration(printed: string): number | undefined {
  let ms: number | undefined;
  for (const [, amount, unit] of printed.matchAll(STEP)) ms = (ms ?? 0) + Number(amount) * (MS_OF[unit as string] ?? 0);
  return ms;
}
