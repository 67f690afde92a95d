import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, type Json, type JsonObject, own, text} from '../../util/json.ts';
import {timeOf} from '../../util/time.ts';
import type {Row} from '../define.ts';
import {failureOfFlags} from './envoy.ts';
import {addressOf, type Exchange, evidenceOf, known, ownIdIn} from './exchange.ts';
import {failureOfState} from './haproxy.ts';
import {type Name, nameOf, SHOWN} from './names.ts';

/** A request line that stands in one field. */
const REQUEST = /^POST (\S{1,4096})(?: HTTP\/[\d.]{1,3})?$/;
const [S, US, NS] = [1000, 1e-3, 1e-6];
/** A server knows at least two of these; an application that notes its own call has none, or one. */
const MIN_SERVER = 2;

/** One object for each request: nginx, Apache and HAProxy with a format of their users, Envoy, Traefik, Caddy. */
export const jsonRows: readonly Row[] = [
  {id: 'access.caddy', title: "Caddy's access log", names: ['resp_headers'], read: readCaddy},
  {id: 'access.caddy-error', title: "Caddy's error log", names: ['err_trace'], read: readCaddyError},
  {id: 'access.json', title: 'access line in JSON', names: SHOWN, read: readJson},
];

type Found = Partial<Record<Name, Json>>;

function readJson({json, zone}: Frame): Evidence | undefined {
  const found = json && collect(json);
  if (json === undefined || found === undefined) return undefined;
  const line = REQUEST.exec(text(found.line) ?? '');
  const target = line?.[1] ?? text(found.target);
  if (target === undefined || (!line && found.method !== 'POST')) return undefined;
  if (
    [found.client, found.agent, found.bytes, found.behind, found.flags, found.protocol].filter(isThere).length <
    MIN_SERVER
  )
    return undefined;
  const status = found.status;
  const ms = tookMs(found);
  const time = timeOf(found.time ?? found.start, zone);
  const id = firstOwnId(json);
  return evidenceOf({
    row: 'access.json',
    target,
    scheme: text(found.scheme),
    host: text(found.host),
    status,
    upstream: label(found.upstreamStatus),
    ms,
    at: time && found.time === undefined ? {...time, at: time.at + Math.round(ms ?? 0)} : time,
    client: addressOf(text(found.client) ?? text(found.forwarded)?.split(',')[0] ?? ''),
    agent: text(found.agent),
    id: id ?? known(text(found.headerId)),
    ownId: id === found.ownId ? undefined : text(found.ownId),
    traceId: text(found.traceId),
    failure:
      failureOfFlags(text(found.flags) ?? '', Number(status)) ??
      failureOfState(text(found.state) ?? '', Number(status)),
    retries: typeof found.retries === 'number' ? found.retries : undefined,
    apiKey: text(found.apiKey),
    proxy: found.downstream === undefined ? (found.cluster === undefined ? undefined : 'envoy') : 'traefik',
  });
}

/** Undefined as soon as a field shows that an application wrote this. */
function collect(json: JsonObject): Found | undefined {
  const found: Found = {};
  for (const name in json) {
    const use = nameOf(name);
    if (use === undefined) continue;
    const value = own(json, name);
    if (use === 'application') {
      if (value !== null && value !== '' && value !== '-') return undefined;
    } else if (found[use] === undefined && value !== null && typeof value !== 'object') found[use] = value as Json;
  }
  if (found.downstream !== undefined) found.status ??= found.downstream;
  return found;
}

function tookMs({seconds, millis, micros, duration, downstream, cluster}: Found): number | undefined {
  if (isNumeric(millis)) return Number(millis);
  if (isNumeric(seconds)) return Number(seconds) * S;
  if (isNumeric(micros)) return Number(micros) * US;
  if (!isNumeric(duration)) return undefined;
  // Traefik counts nanoseconds, Envoy milliseconds; another's duration has no known unit.
  if (downstream !== undefined) return Number(duration) * NS;
  return cluster === undefined ? undefined : Number(duration);
}

const isThere = (value: Json | undefined): boolean => value !== undefined && value !== '' && value !== '-';
const isNumeric = (value: Json | undefined): boolean => isThere(value) && Number.isFinite(Number(value));
const label = (value: Json | undefined): string | undefined =>
  typeof value === 'number' ? String(value) : text(value);

function firstOwnId(json: JsonObject): string | undefined {
  for (const name in json) {
    const value = own(json, name);
    if (typeof value === 'string' && value.length < 128 && ownIdIn(value) === value) return value;
  }
  return undefined;
}

function readCaddy(frame: Frame): Evidence | undefined {
  const {json} = frame;
  if (json === undefined) return undefined;
  const exchange = caddy(json, frame);
  return exchange && evidenceOf({...exchange, row: 'access.caddy', responseHeaders: own(json, 'resp_headers')});
}

/** It stands above the access line of the same exchange and has the same status. */
function readCaddyError(frame: Frame): Evidence | undefined {
  const {json} = frame;
  if (json === undefined) return undefined;
  const exchange = caddy(json, frame);
  const message = text(own(json, 'msg'));
  if (exchange === undefined || message === undefined) return undefined;
  const failure = /time(?:d )?out|deadline exceeded/.test(message) ? 'timeout' : 'connection_error';
  const upstream = /^reverseproxy\./.test(text(own(json, 'err_trace')) ?? '');
  return evidenceOf({
    ...exchange,
    row: 'access.caddy-error',
    part: 'fault',
    message,
    failure: upstream ? failure : undefined,
  });
}

function caddy(json: JsonObject, {zone}: Frame): Omit<Exchange, 'row'> | undefined {
  const request = own(json, 'request');
  if (!isObject(request) || own(request, 'method') !== 'POST') return undefined;
  const target = text(own(request, 'uri'));
  const client = text(own(request, 'client_ip')) ?? text(own(request, 'remote_ip'));
  const seconds = own(json, 'duration');
  if (target === undefined || client === undefined) return undefined;
  return {
    target,
    client,
    scheme: own(request, 'tls') === undefined ? 'http' : 'https',
    host: text(own(request, 'host')),
    status: own(json, 'status'),
    at: timeOf(own(json, 'ts'), zone),
    ms: typeof seconds === 'number' ? seconds * S : undefined,
    requestHeaders: own(request, 'headers'),
    proxy: 'caddy',
  };
}
