import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type Json, own, parse, text as textOf} from '../../util/json.ts';
import {timeOf} from '../../util/time.ts';
import {defineDialect} from '../define.ts';

/** Cloudflare's AI gateway: one row for each request, from its API or through Logpush. */
export default defineDialect({
  id: 'cloudflare-ai-gateway',
  title: 'Cloudflare AI Gateway',
  origin: 'cloudflare/workerd types AiGatewayLog; developers.cloudflare.com/api ai_gateway logs; not run',
  keywords: ['tokens_in'],
  rows: [{id: 'cfaig.row', title: 'a row of the log', names: ['tokens_in'], read: readRow}],
});

function readRow({json, zone}: Frame): Evidence | undefined {
  if (json === undefined || own(json, 'provider') === undefined || own(json, 'status_code') === undefined)
    return undefined;
  const provider = textOf(own(json, 'provider')) ?? '';
  const model = textOf(own(json, 'model'));
  if (!/anthropic|claude/i.test(`${provider} ${model ?? ''}`)) return undefined;
  const at = timeOf(own(json, 'created_at'), zone)?.at;
  const duration = own(json, 'duration');
  const body = objectOf(own(json, 'request'));
  const answer = objectOf(own(json, 'response'));
  return {
    row: 'cfaig.row',
    phase: 'end',
    at,
    status: own(json, 'status_code'),
    ...(body && {requestBody: body}),
    ...(answer && {responseBody: answer}),
    ids: {body: textOf(own(json, 'id'))},
    ...(typeof duration === 'number' && {totalMs: duration}),
    stated: {
      ...emptyDraft(),
      model,
      endpoint: pathOf(own(json, 'path')),
      proxy_used: 'cloudflare-ai-gateway',
      input_tokens: count(own(json, 'tokens_in')),
      output_tokens: own(json, 'success') === false ? undefined : count(own(json, 'tokens_out')),
    },
  };
}

/** Bodies are kept as text, or left out. */
function objectOf(value: Json | undefined) {
  const read = typeof value === 'string' ? parse(value) : value;
  return isObject(read) ? read : undefined;
}

const pathOf = (value: Json | undefined): string | undefined => {
  const path = textOf(value);
  return path === undefined ? undefined : path.startsWith('/') ? path : `/${path}`;
};

const count = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
