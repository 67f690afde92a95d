import type {Evidence, Failure} from '../../calls/evidence.ts';
import {readTime} from '../../util/time.ts';
import {type Exchange, evidenceOf, known} from './exchange.ts';

/** Since 1.19 or so the details of the answer may stand between the flags and the bytes: Istio has them. */
const AFTER =
  /^ (-|[A-Z][A-Za-z\d,]{0,40})(?: \S{1,256} \S{1,256} "[^"]{0,512}")? \d{1,15} \d{1,15} (\d{1,12}) (?:\d{1,12}|-) "([^"]{0,1024})" "([^"]{0,1024})" "([^"]{0,256})" "([^"]{0,256})" "[^"]{0,256}"/;
const TIMED_OUT = /\b(?:UT|DT|SI)\b/;
const UNREACHED = /\b(?:UF|UC|UR|LR|UPE)\b/;
const utc = () => 0;

/** Envoy's default format, behind its time: that of the start. */
export function readEnvoy(
  common: Pick<Exchange, 'row' | 'target' | 'status' | 'id'>,
  start: string,
  after: string,
): Evidence | undefined {
  const found = AFTER.exec(after);
  if (!found) return undefined;
  const [, flags = '', ms, forwarded = '', agent, requestId, host] = found;
  const began = readTime(start, utc);
  return evidenceOf({
    ...common,
    ms: Number(ms),
    at: began && {at: began.at + Number(ms), zoneless: false},
    client: known(forwarded.split(',')[0]),
    agent: known(agent),
    id: common.id ?? requestId,
    host,
    proxy: 'envoy',
    failure: failureOfFlags(flags, Number(common.status)),
  });
}

/** What the response flags say of the server behind; the others blame Envoy itself or the client. */
export function failureOfFlags(flags: string, status: number): Failure | undefined {
  if (status < 400) return UNREACHED.test(flags) || TIMED_OUT.test(flags) ? 'stream_interrupted' : undefined;
  if (TIMED_OUT.test(flags)) return 'timeout';
  return UNREACHED.test(flags) ? 'connection_error' : undefined;
}
