import {clientOfAgent} from '../../calls/client.ts';
import type {Evidence, Failure} from '../../calls/evidence.ts';
import {reasonOfStatus} from '../../calls/retries.ts';
import {statusOf} from '../../calls/status.ts';
import {emptyDraft} from '../../spec/types.ts';
import {aboutPath, isClaudeUrl} from '../urls.ts';

/** What one line of a server says about the exchange that it passed on or answered. */
export interface Exchange {
  readonly row: string;
  readonly part?: 'access' | 'fault';
  /** True for a server that writes the line with the head of the answer. */
  readonly early?: boolean;
  /** True for a server that relays run in: a path of anybody's may add to a call that is known to be Claude's. */
  readonly inRelays?: boolean;
  /** As it stands in the request line: mostly a path. */
  readonly target: string;
  readonly scheme?: string | undefined;
  readonly host?: string | undefined;
  /** What the client was answered. */
  readonly status?: unknown;
  /** What the server behind answered, all of them in a list: `502, 200`. */
  readonly upstream?: string | undefined;
  readonly at?: {readonly at: number; readonly zoneless: boolean} | undefined;
  /** ms that the exchange took. */
  readonly ms?: number | undefined;
  readonly client?: string | undefined;
  readonly agent?: string | undefined;
  /** The id that the answer's header held. */
  readonly id?: string | undefined;
  /** The id that the server itself gave. */
  readonly ownId?: string | undefined;
  readonly traceId?: string | undefined;
  /** The server's name, where nobody else prints such a line. */
  readonly proxy?: string | undefined;
  readonly failure?: Failure | undefined;
  readonly message?: string | undefined;
  readonly retries?: number | undefined;
  readonly requestHeaders?: unknown;
  readonly responseHeaders?: unknown;
  readonly apiKey?: string | undefined;
}

/** What a messages API of somebody else answers, but never Claude: it creates nothing and sends nobody elsewhere. */
const OTHER_STATUS = /^(?:1\d\d|20[1-9]|2[1-9]\d|3\d\d)$/;
const MORE_PATH = /\/v1\/(?:messages|complete)\/[^?#]/;
const ABSOLUTE = /^https?:\/\//i;
const OWN_ID = /\breq_(?:bdrk_|vrtx_)?0\d[1-9A-HJ-NP-Za-km-z]{18,64}\b/;
const NONE = /^-?$/;

/** The evidence of such a line; undefined when it was no call to Claude. */
export function evidenceOf(exchange: Exchange): Evidence | undefined {
  const {row, target, part = 'access', at, failure, message} = exchange;
  const status = statusOf(exchange.status);
  const about = exchange.inRelays ? aboutPath(target) : isClaudeUrl(target) ? 'claude' : undefined;
  if (about === undefined || MORE_PATH.test(target)) return undefined;
  if (status === undefined ? failure === undefined : OTHER_STATUS.test(String(status))) return undefined;
  const client = known(exchange.client);
  return {
    row,
    phase: 'end',
    ...(about === 'unknown' && {joinsOnly: true}),
    server: {part, peer: client, ...(exchange.early && {early: true})},
    at: at?.at,
    zoneless: at?.zoneless,
    traceId: known(exchange.traceId),
    url: urlOf(exchange),
    status,
    requestHeaders: exchange.requestHeaders,
    responseHeaders: exchange.responseHeaders,
    elapsedMs: exchange.ms,
    failure: failure === 'stream_interrupted' || (status !== undefined && status < 400) ? undefined : failure,
    stream: failure === 'stream_interrupted' ? {broken: true} : undefined,
    error: message === undefined ? undefined : {message},
    ids: {header: known(exchange.id), body: known(exchange.ownId)},
    sdk: exchange.agent === undefined ? undefined : clientOfAgent(exchange.agent),
    stated: statedOf(exchange, status, client),
  };
}

/** An id of Claude's own shape, wherever the format puts it: only the answer's header can have held it. */
export const ownIdIn = (text: string): string | undefined => OWN_ID.exec(text)?.[0];

/** The address without its port. */
export function addressOf(printed: string): string | undefined {
  if (NONE.test(printed)) return undefined;
  const found = /^\[([\da-fA-F:.]{2,45})\](?::\d{1,5})?$/.exec(printed) ?? /^([^:]{1,253}):\d{1,5}$/.exec(printed);
  return found?.[1] ?? printed;
}

/** Placeholders of the formats are no values. */
export const known = (value: string | undefined): string | undefined =>
  value === undefined || NONE.test(value) ? undefined : value;

function urlOf({target, scheme, host}: Exchange): string {
  if (ABSOLUTE.test(target) || known(scheme) === undefined || known(host) === undefined) return target;
  return `${scheme}://${host}${target}`;
}

function statedOf(exchange: Exchange, status: number | undefined, client: string | undefined) {
  const stated = emptyDraft();
  const tries = exchange.upstream?.split(/ ?[,:] ?/) ?? [];
  const upstream = statusOf(tries.at(-1));
  if (upstream !== undefined && upstream !== status) stated.upstream_status_code = upstream;
  const retries = exchange.retries ?? tries.length - 1;
  if (retries > 0) stated.retry_count = retries;
  if (retries > 0)
    stated.retry_reason = exchange.failure ?? (upstream === undefined ? undefined : reasonOfStatus(upstream));
  stated.client_ip = client;
  stated.proxy_used = exchange.proxy;
  stated.api_key_prefix = known(exchange.apiKey);
  return stated;
}
