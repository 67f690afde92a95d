import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {readTime} from '../../util/time.ts';
import type {Row} from '../define.ts';
import {addressOf, evidenceOf, known, ownIdIn} from './exchange.ts';

/** Nginx Proxy Manager: time, cache, upstream status, status, method, scheme, host, path, client. */
const MANAGER =
  /^\[(\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\] (?:\S{1,16} )?([\d, -]{1,40}) (\d{3}) - POST (https?) (\S{1,253}) "([^"\s]{1,4096})" \[Client ([^\]\s]{1,60})\](?: \[[^\]]{0,256}\]){0,4}(?: "((?:[^"\\]|\\.){0,1024})")?/;
/** AWS load balancer: type, time, balancer, client, target, three times in s, status, target's status, bytes, request. */
const BALANCER =
  /^(?:https?|h2|grpcs?|wss?) (\d{4}-\d\d-\d\dT[\d:.]{8,15}Z) \S{1,256} (\S{3,60}) \S{1,60} (-?[\d.]{1,12}) (-?[\d.]{1,12}) (-?[\d.]{1,12}) (\d{3}) (\d{3}|-) \d{1,15} \d{1,15} "POST (\S{1,4096}) HTTP\/[\d.]{1,3}" "((?:[^"\\]|\\.){0,1024})"/;
const TRACE = / "Root=([\w-]{20,64})/;
/** morgan's `dev` and `tiny`. */
const MORGAN = /^POST (\S{1,4096}) (\d{3}) (?:([\d.]{1,12}) ms - (?:\d{1,12}|-)|(?:\d{1,12}|-) - ([\d.]{1,12}) ms)$/;
const COLOURS = /\x1b\[[\d;]{0,12}m/g;
const S = 1000;

export const otherRows: readonly Row[] = [
  {id: 'access.manager', title: 'Nginx Proxy Manager', marks: ['[Client '], read: readManager},
  {id: 'access.balancer', title: 'AWS application load balancer', marks: ['"POST http'], read: readBalancer},
  {id: 'access.morgan', title: 'morgan (Express), dev and tiny', marks: ['POST /'], read: readMorgan},
];

function readManager({text, zone}: Frame): Evidence | undefined {
  const found = MANAGER.exec(text);
  if (!found) return undefined;
  const [, time = '', upstream = '', status, scheme, host, target = '', client = '', agent] = found;
  return evidenceOf({
    row: 'access.manager',
    target,
    scheme,
    host,
    status,
    upstream: known(upstream.replace(/^- ?|^ /, '').trim()),
    at: readTime(time, zone),
    client: addressOf(client),
    agent: known(agent),
    id: ownIdIn(text.slice(found[0].length)),
    proxy: 'nginx',
  });
}

function readBalancer({text, zone}: Frame): Evidence | undefined {
  const found = BALANCER.exec(text);
  if (!found) return undefined;
  const [, time = '', client = '', first, second, third, status, upstream, target = '', agent] = found;
  const seconds = [first, second, third].map(Number);
  return evidenceOf({
    row: 'access.balancer',
    target,
    status,
    upstream: known(upstream),
    at: readTime(time, zone),
    // -1 stands for a part that never came.
    ms: seconds.every((part) => part >= 0) ? seconds.reduce((sum, part) => sum + part, 0) * S : undefined,
    client: addressOf(client),
    agent: known(agent),
    traceId: TRACE.exec(text)?.[1],
  });
}

function readMorgan({text}: Frame): Evidence | undefined {
  const [, target = '', status, dev, tiny] =
    MORGAN.exec(text.includes('\x1b') ? text.replace(COLOURS, '') : text) ?? [];
  return evidenceOf({row: 'access.morgan', target, status, ms: Number(dev ?? tiny)});
}
