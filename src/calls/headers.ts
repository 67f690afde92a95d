import type {CallFields} from '../spec/types.ts';
import {canonicalJson, sha256} from '../util/hash.ts';
import type {Headers} from '../util/headers.ts';
import {clientOfHeaders} from './client.ts';

type Facts = Partial<CallFields>;

/** Response headers that explain a failure; `*` ends a prefix. */
const KEPT = ['retry-after', 'retry-after-ms', 'x-should-retry', 'anthropic-ratelimit-*', 'connection', 'cf-ray'];
/** Request headers that say nothing about the request itself, or too much about its sender. */
const NOT_HASHED =
  /^(?:authorization|proxy-authorization|x-api-key|api-key|x-goog-api-key|anthropic-auth-token|cookie|set-cookie|date|traceparent|tracestate|baggage|x-stainless-retry-count|idempotency-key)$|trace|request-id|-date$|^x-amz-(?:date|security-token|content-sha256)$/;
/** What SDKs and gateways print in place of a secret. */
const MASKED = /^[*█.\s]*$|^\[.*\]$|\*{3,}|█/;
/** AWS signs a request and sends no key. */
const SIGNATURE = /^AWS4-/;

/** Which response headers leave in custom_headers: the built-in list and the ones the user named. */
export type KeepHeader = (name: string) => boolean;

/** These hold secrets by their nature: not even the user can keep them. */
const NEVER =
  /^(?:(?:proxy-)?authorization|cookie|set-cookie2?|(?:x-)?(?:goog-)?api-key|anthropic-auth-token|x-amz-security-token)$/;
const MAX_KEPT = 64;

/** Compiles the allow-list once. Names are compared in lower case. */
export function createKeepHeader(more: readonly string[]): KeepHeader {
  const exact = new Set<string>();
  const prefixes: string[] = [];
  for (const name of [...KEPT, ...more].map((n) => n.toLowerCase())) {
    if (name.endsWith('*')) prefixes.push(name.slice(0, -1));
    else exact.add(name);
  }
  return (name) => !NEVER.test(name) && (exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix)));
}

/** What the request headers say: client, key, attempt, stream helper, and their hash. */
export function requestHeaderFacts(headers: Headers): Facts {
  const facts: Facts = {};
  const client = clientOfHeaders(headers);
  if (client.version !== undefined) facts.client_sdk_version = client.version;
  if (client.runtime !== undefined) facts.sdk_language_runtime = client.runtime;
  const key = headers.get('x-api-key') ?? headers.get('api-key') ?? headers.get('authorization');
  if (key !== undefined && !MASKED.test(key) && !SIGNATURE.test(key)) facts.api_key_prefix = key;
  if (headers.get('x-stainless-helper-method') === 'stream') facts.stream_mode = true;
  const retries = Number(headers.get('x-stainless-retry-count'));
  if (Number.isInteger(retries) && retries > 0) facts.retry_count = retries;
  const hashed = headers.entries().filter(([name]) => !NOT_HASHED.test(name));
  if (hashed.length > 0)
    facts.request_headers_hash = `sha256:${sha256(canonicalJson(Object.fromEntries(hashed)) ?? '')}`;
  return facts;
}

/** What the response headers say besides ids: the kept ones, and whether a stream came. */
export function responseHeaderFacts(headers: Headers, keep: KeepHeader): Facts {
  const facts: Facts = {};
  const kept = keptHeaders(headers, keep);
  if (kept) facts.custom_headers = kept;
  if (headers.get('content-type')?.startsWith('text/event-stream')) facts.stream_mode = true;
  return facts;
}

/** The headers that may leave; undefined when none may. */
export function keptHeaders(headers: Headers, keep: KeepHeader): Record<string, string> | undefined {
  const kept = headers.entries().filter(([name]) => keep(name));
  return kept.length > 0 ? Object.fromEntries(kept.slice(0, MAX_KEPT)) : undefined;
}
