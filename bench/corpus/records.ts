import {canaryKey, digest, drawCall, type Facts, user, type World} from './facts.ts';
import {dumps} from './python.ts';
import {base62, hexDigits, type Random} from './random.ts';

const toolNames = ['get_weather', 'lookup_order', 'run_sql', 'search_documents'];
const official = /^(?!new_api_error|bad_response)/;
const retryReasons: Readonly<Record<number, string>> = {
  429: '429_rate_limit',
  500: '5xx_server_error',
  504: '5xx_server_error',
  529: '529_overloaded',
};

/** A record as the mill itself writes it: nothing to change, nothing to hide. */
export function canonical(world: World): string {
  const {random} = world;
  const facts = drawCall(world);
  const known = facts.errorType === null || official.test(facts.errorType);
  const reason = retryReasons[facts.status];
  const retries = reason === undefined ? 0 : random.int(0, 3);
  return JSON.stringify({
    ...head(facts),
    error_type: known ? facts.errorType : 'unknown_error_type',
    ...tail(facts),
    api_key_prefix: `sk-ant-a${'*'.repeat(16)}${random.characters(base62, 4)}`,
    messages_count: random.int(1, 12),
    tools_count: random.int(0, 4),
    ...settings(random),
    response_time_ms: facts.durationMs,
    retry_count: retries,
    retry_reason: retries > 0 ? reason : undefined,
    request_headers_hash: random.chance(0.6) ? digest(random) : undefined,
    request_body_hash: random.chance(0.6) ? digest(random) : undefined,
    stream_mode: random.chance(0.5),
    content_types_in_messages: random.chance(0.8) ? ['text'] : ['text', 'image_base64'],
    user_id_hash: digest(random),
    custom_headers: facts.status === 429 ? {'retry-after': String(random.int(1, 60))} : undefined,
    error_type_original: known ? undefined : facts.errorType,
    fingerprint: facts.errorType === null ? undefined : `v1:${random.characters(hexDigits, 16)}`,
    source: {dialect: 'canonical', line: random.int(1, 90_000)},
    spec: '1',
  });
}

/**
 * The same names, with everything in it that must not leave: key, prompts, tool schemas, user, sometimes the answer.
 * Half is printed by Python, half by Node.
 */
export function raw(world: World): string {
  const {random} = world;
  const facts = drawCall(world);
  const record = {
    ...head(facts, random.chance(0.3) ? 'status_code' : 'http_status_code'),
    error_type: facts.errorType,
    ...tail(facts),
    ...settings(random),
    [random.chance(0.2) ? 'latency_ms' : 'response_time_ms']: facts.durationMs,
    retry_count: random.int(0, 3),
    stream_mode: random.chance(0.5),
    api_key: canaryKey(random),
    messages: messages(world),
    tools: random.chance(0.35) ? tools(world) : undefined,
    user_id: user(random),
    response: random.chance(0.1) ? response(world) : undefined,
  };
  return random.chance(0.5) ? dumps(record) : JSON.stringify(record);
}

/** A conversation. One in 250 carries a whole document: the lines that show what long lines cost. */
export function messages(world: World) {
  const {random, prose} = world;
  const total = random.chance(0.004) ? random.int(30_000, 60_000) : random.length(560, 0.85, 30, 4_600);
  const turns = random.int(1, 4);
  return Array.from({length: turns}, (_, turn) => {
    const text = prose(Math.max(12, Math.round(total / turns)));
    return {role: turn % 2 === 0 ? 'user' : 'assistant', content: random.chance(0.3) ? blocks(random, text) : text};
  });
}

function head(facts: Facts, statusName = 'http_status_code') {
  return {timestamp: facts.at, trace_id: facts.traceId, request_id: facts.requestId, [statusName]: facts.status};
}

function tail(facts: Facts) {
  return {
    error_message: facts.errorMessage,
    model: facts.model,
    endpoint: facts.endpoint,
    client_sdk_version: facts.sdk,
    sdk_language_runtime: facts.runtime,
  };
}

function settings(random: Random) {
  return {max_tokens_requested: random.pick([256, 1024, 4096, 8192]), temperature: random.pick([0, 0.2, 0.7, 1])};
}

function blocks(random: Random, text: string) {
  const data = random.characters(base62, 240);
  const image = {type: 'image', source: {type: 'base64', media_type: 'image/png', data}};
  return random.chance(0.15) ? [{type: 'text', text}, image] : [{type: 'text', text}];
}

function tools({random, prose}: World) {
  return Array.from({length: random.int(1, 3)}, () => ({
    name: random.pick(toolNames),
    description: prose(70),
    input_schema: {
      type: 'object',
      properties: {query: {type: 'string', description: prose(40)}, limit: {type: 'integer'}},
      required: ['query'],
    },
  }));
}

function response({random, prose}: World) {
  return {
    content: [{type: 'text', text: prose(random.length(300, 0.8, 20, 3_000))}],
    usage: {input_tokens: random.int(10, 9_000), output_tokens: random.int(1, 900)},
  };
}
