import type {Evidence, Failure} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {readTime} from '../../util/time.ts';
import type {Row} from '../define.ts';
import {addressOf, evidenceOf, ownIdIn} from './exchange.ts';

/** option httplog and httpslog; the timers end with the whole time, a `+` marks a line written before the end. */
const HTTPLOG =
  /^(\S{3,60}) \[(\d\d\/[A-Z][a-z]{2}\/\d{4}:[\d:.]{8,15})\] (\S{1,128}) [^\s/]{1,128}\/\S{1,128} (?:-?\d{1,9}\/){3,4}\+?(\d{1,9}) (\d{3}) \+?\d{1,15} \S{1,128} \S{1,128} ([A-Za-z-]{4}) (?:\d{1,9}\/){4}\+?(\d{1,9}) \d{1,9}\/\d{1,9} ((?:\{[^}]{0,1024}\} ){0,2})"POST ([^\s"]{1,4096}) HTTP\/[\d.]{1,3}"/;

/** The frontend's name ends with a tilde when the client spoke TLS. */
const SECURE = /~$/;

export const haproxyRows: readonly Row[] = [
  {id: 'access.haproxy', title: "HAProxy's HTTP log", marks: ['"POST '], read: readHttplog},
];

function readHttplog({text, zone}: Frame): Evidence | undefined {
  const found = HTTPLOG.exec(text);
  if (!found) return undefined;
  const [, client = '', time = '', frontend = '', ms, status, state = '', retries, captured = '', target = ''] = found;
  const began = readTime(time, zone);
  return evidenceOf({
    row: 'access.haproxy',
    target,
    status,
    ms: Number(ms),
    // The time is that of the request's arrival.
    at: began && {at: began.at + Number(ms), zoneless: began.zoneless},
    client: addressOf(client),
    scheme: SECURE.test(frontend) ? 'https' : undefined,
    id: ownIdIn(captured),
    proxy: 'haproxy',
    failure: failureOfState(state, Number(status)),
    retries: Number(retries),
  });
}

/** The first letter says who ended the session, the second in which phase: management guide, section 8.5. */
export function failureOfState(state: string, status: number): Failure | undefined {
  const [who = '', phase = ''] = state;
  if (who !== 'S' && who !== 's') return undefined;
  if (phase === 'D' || phase === 'L') return status < 400 ? 'stream_interrupted' : undefined;
  if (phase !== 'C' && phase !== 'H' && phase !== 'Q') return undefined;
  return who === 's' ? 'timeout' : 'connection_error';
}
