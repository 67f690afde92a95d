import type {Evidence} from '../../calls/evidence.ts';
import {statusOf} from '../../calls/status.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type Json, type JsonObject, own, parse, text as textOf} from '../../util/json.ts';
import {defineDialect} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

/** Kong's log plugins write one object for each request; its AI proxy adds what it knows of the model. */
export default defineDialect({
  id: 'kong',
  title: 'Kong and its AI proxy',
  origin: 'Kong/kong kong/pdk/log.lua, kong/llm/plugin/shared-filters/serialize-analytics.lua (22246ef); not run',
  keywords: ['upstream_uri'],
  rows: [{id: 'kong.log', title: 'a line of a log plugin', names: ['latencies'], read: readLine}],
});

function readLine({json}: Frame): Evidence | undefined {
  const request = json && own(json, 'request');
  const response = json && own(json, 'response');
  if (!json || !isObject(request) || !isObject(response) || !isObject(own(json, 'latencies'))) return undefined;
  const ai = objectOf(own(objectOf(own(json, 'ai')), 'proxy'));
  const meta = objectOf(own(ai, 'meta'));
  const usage = objectOf(own(ai, 'usage'));
  const model = textOf(own(meta, 'request_model')) ?? textOf(own(meta, 'response_model'));
  const url = textOf(own(request, 'url')) ?? textOf(own(request, 'uri'));
  if (!isClaude(meta, model, url, json)) return undefined;
  const started = own(json, 'started_at');
  const took = own(objectOf(own(json, 'latencies')), 'request');
  const payload = objectOf(own(ai, 'payload'));
  return {
    row: 'kong.log',
    phase: 'end',
    at: typeof started === 'number' && typeof took === 'number' ? started + took : undefined,
    url,
    requestHeaders: own(request, 'headers'),
    ...bodyOf('requestBody', own(payload, 'request')),
    status: own(response, 'status'),
    responseHeaders: own(response, 'headers'),
    ...bodyOf('responseBody', own(payload, 'response')),
    // Kong's own id is no id of Claude's.
    ids: {body: textOf(own(request, 'id'))},
    ...(typeof took === 'number' && {totalMs: took}),
    stated: {
      ...emptyDraft(),
      model,
      proxy_used: 'kong',
      client_ip: textOf(own(json, 'client_ip')),
      upstream_status_code: upstreamOf(own(json, 'upstream_status'), own(response, 'status')),
      input_tokens: count(own(usage, 'prompt_tokens')),
      output_tokens: count(own(usage, 'completion_tokens')),
    },
  };
}

/** The AI proxy names the provider; without it, the path that Kong called does. */
function isClaude(meta: JsonObject, model: string | undefined, url: string | undefined, json: JsonObject): boolean {
  const provider = textOf(own(meta, 'provider_name'));
  if (provider !== undefined && /claude|anthropic/i.test(`${provider} ${model ?? ''}`)) return true;
  if (provider !== undefined) return false;
  const upstream = textOf(own(json, 'upstream_uri'));
  return (upstream !== undefined && isClaudeUrl(upstream)) || (url !== undefined && isClaudeUrl(url));
}

/** Of a list such as `529, 200` the last one answered. */
function upstreamOf(value: Json | undefined, wire: Json | undefined): number | undefined {
  const last = textOf(value)?.split(',').at(-1)?.trim();
  const status = statusOf(last);
  return status === statusOf(wire) ? undefined : status;
}

function bodyOf(name: 'requestBody' | 'responseBody', value: Json | undefined): Partial<Evidence> {
  const read = typeof value === 'string' ? parse(value) : value;
  return isObject(read) ? {[name]: read} : {};
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

const count = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
