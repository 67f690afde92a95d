import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {readTime} from '../../util/time.ts';
import type {Row} from '../define.ts';
import {readEnvoy} from './envoy.ts';
import {addressOf, type Exchange, evidenceOf, known, ownIdIn} from './exchange.ts';

/** Hypercorn leaves `HTTP/` out, Daphne the version too. */
const REQUEST = /"POST ([^\s"]{1,4096})(?: (?:HTTP\/)?\d(?:\.\d)?)?" (\d{3})(?= |$)/;
/** [vhost] client [ident user] [time]: common, combined, vhost_combined, Traefik, gunicorn, werkzeug; aiohttp has no user. */
const CLF = /^(?:[\w.:-]{1,260} )?(\S{1,260})(?: \S{1,128} \S{1,128})? \[([^\]]{10,40})\] $/;
/** uvicorn, with and without its level; actix-web, whose address stands alone. */
const BARE = /^(?:(?:INFO: {1,10})?(\S{1,60}:\d{1,5})? ?-|((?:\d{1,3}\.){3}\d{1,3})) $/;
/** Django's own server. */
const TIMED = /^\[(\d\d\/[A-Z][a-z]{2}\/\d{4} \d\d:\d\d:\d\d)\] $/;
const ENVOY = /^\[(\d{4}-\d\d-\d\dT[\d:.]{8,18}Z)\] $/;
const ADDRESS = /^(?:\[?[\da-fA-F:.]{2,45}\]?(?::\d{1,5})?|-|[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?::\d{1,5})?)$/;
const COMBINED = /^ (?:\d{1,15}|-)(?: "[^"]{0,4096}" "((?:[^"\\]|\\.){0,1024})")?/;
const LIST = '[^ ,]{1,64}(?:, [^ ,]{1,64}){0,9}';
const UPSTREAM_INFO = new RegExp(
  `^ \\d{1,12} ([\\d.]{1,12}) \\[[^\\]]{0,128}\\] \\[[^\\]]{0,128}\\] ${LIST} ${LIST} ${LIST} (${LIST}) (\\S{1,64})$`,
);
const TRAEFIK = /^ \d{1,12} "[^"]{1,256}" "[^"]{1,512}" (\d{1,9})ms$/;
const PAIR = /(?:^|[\s,|])(\w{2,32})[=:] ?(?:"([^"]{0,256})"|([^\s",]{1,256}))/g;
const S = 1000;
/** The blank between date and time is werkzeug's. */
const WERKZEUG_TIME = /^(\d\d\/[A-Z][a-z]{2}\/\d{4}) /;

/** One line for each request, as web servers and proxies have printed it since the first of them. */
export const lineRows: readonly Row[] = [
  {
    id: 'access.line',
    title: 'access line: common, combined, ingress-nginx, Envoy, Traefik, uvicorn, gunicorn, hypercorn, aiohttp',
    marks: ['"POST '],
    read: readLine,
  },
];

function readLine(frame: Frame): Evidence | undefined {
  const {text} = frame;
  const found = REQUEST.exec(text);
  if (!found) return undefined;
  const [request, target = '', status] = found;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + request.length);
  const common = {row: 'access.line', target, status, id: ownIdIn(after)} as const;
  const envoy = ENVOY.exec(before);
  if (envoy) return readEnvoy(common, envoy[1] as string, after);
  const bare = BARE.exec(before);
  if (bare) {
    const client = addressOf(bare[1] ?? bare[2] ?? '');
    return evidenceOf({...common, client, early: true, inRelays: true, ...readAfter(after)});
  }
  const timed = TIMED.exec(before);
  if (timed) return evidenceOf({...common, at: timeIn(timed[1] as string, frame)});
  const [, client = '', time = ''] = CLF.exec(before) ?? [];
  if (!ADDRESS.test(client)) return undefined;
  const at = timeIn(time, frame);
  return at && evidenceOf({...common, at, client: addressOf(client), ...readAfter(after)});
}

const timeIn = (time: string, {zone}: Frame) => readTime(time.replace(WERKZEUG_TIME, '$1:'), zone);

/** What stands behind the status: bytes, referrer, User-Agent, and what the format adds to them. */
function readAfter(after: string): Partial<Exchange> {
  const combined = COMBINED.exec(after);
  const agent = known(combined?.[1]);
  const more = combined ? after.slice(combined[0].length) : '';
  const ingress = UPSTREAM_INFO.exec(more);
  if (ingress) {
    const [, seconds, upstream, ownId] = ingress;
    return {agent, ms: Number(seconds) * S, upstream: upstream as string, ownId, proxy: 'nginx'};
  }
  const traefik = TRAEFIK.exec(more);
  if (traefik) return {agent, ms: Number(traefik[1]), proxy: 'traefik'};
  return {agent, ...pairsOf(more)};
}

/** `rt=0.032 us="200"`: the names that guides give nginx's variables. */
function pairsOf(more: string): Partial<Exchange> {
  const pairs = new Map<string, string>();
  for (const [, name, quoted, bare] of more.matchAll(PAIR)) pairs.set(name as string, quoted ?? bare ?? '');
  const seconds = Number(pairs.get('rt') ?? pairs.get('request_time') ?? Number.NaN);
  const upstream = known(pairs.get('us') ?? pairs.get('upstream_status'));
  const ownId = known(pairs.get('request_id') ?? pairs.get('rid') ?? pairs.get('reqid'));
  return {
    ...(Number.isFinite(seconds) && {ms: seconds * S}),
    ...(upstream !== undefined && {upstream}),
    ...(ownId !== undefined && ownIdIn(ownId) === undefined && {ownId}),
  };
}
