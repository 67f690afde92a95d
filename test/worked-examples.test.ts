import assert from 'node:assert/strict';
import {test} from 'node:test';
import validate from '../schema/validate.js';
import {plain, run} from './support/run.ts';

/** What a line says, and what the record adds to it; a field that is given keeps its value. */
interface Worked {
  readonly title: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly added: Readonly<Record<string, unknown>>;
}

const OFFICIAL = 'https://api.anthropic.com/v1/messages';
const UNSAID = {
  trace_id: 'unknown',
  request_id: 'unknown',
  model: 'unknown',
  endpoint: 'unknown',
  client_sdk_version: 'unknown',
  sdk_language_runtime: 'unknown',
};
const HASH_OF_HEADERS = `sha256:${'4e'.repeat(32)}`;
const HASH_OF_BODY = `sha256:${'5f'.repeat(32)}`;

const worked: readonly Worked[] = [
  {
    title: '1: 400, a parameter check failed',
    given: {
      timestamp: 1767225600123,
      trace_id: 'order_20260101_call1',
      request_id: 'req_011CWtHZ2hWbVKTqK3mVxM9a',
      http_status_code: 400,
      error_type: 'invalid_request_error',
      error_message: 'messages: text content blocks must be non-empty',
      model: 'claude-sonnet-4-5',
      endpoint: OFFICIAL,
      client_sdk_version: 'anthropic-sdk-python==0.28.0',
      sdk_language_runtime: 'Python 3.11.5',
      messages_count: 2,
      tools_count: 0,
      response_time_ms: 145,
      error_param: 'messages.1.content.0.text',
    },
    added: {},
  },
  {
    title: '2: 401, with which key',
    given: {
      timestamp: 1767225601123,
      request_id: 'req_011CWtHZ2hWbVKTqK3mVxM9b',
      http_status_code: 401,
      error_type: 'authentication_error',
      error_message: 'Invalid authentication token',
      api_key_prefix: 'sk-ant-a****************W6sD',
      response_time_ms: 89,
    },
    added: {...UNSAID},
  },
  {
    title: '3: 429 after two retries',
    given: {
      timestamp: 1767225602123,
      trace_id: 'order_20260101_call3',
      http_status_code: 429,
      error_type: 'rate_limit_error',
      error_message: 'Rate limit exceeded: 10000 requests per minute',
      model: 'claude-sonnet-4-5',
      response_time_ms: 250,
      retry_count: 2,
      retry_reason: '429_rate_limit',
      stream_mode: false,
      custom_headers: {'retry-after': '60'},
    },
    added: {...UNSAID},
  },
  {
    title: '3 likewise: 529 after two retries',
    given: {
      timestamp: 1767225602623,
      http_status_code: 529,
      error_type: 'overloaded_error',
      error_message: 'Overloaded',
      model: 'claude-sonnet-4-5',
      response_time_ms: 250,
      retry_count: 2,
      retry_reason: '529_overloaded',
      stream_mode: false,
      custom_headers: {'retry-after': '60'},
    },
    added: {...UNSAID},
  },
  {
    title: '4: 500 behind a proxy',
    given: {
      timestamp: 1767225603123,
      http_status_code: 500,
      error_type: 'internal_server_error',
      error_message: 'Internal server error',
      endpoint: 'https://claude.relay.example/v1/messages',
      response_time_ms: 30000,
      retry_count: 3,
      retry_reason: '5xx_server_error',
      proxy_used: 'nginx_reverse_proxy',
    },
    added: {...UNSAID},
  },
  {
    title: '5: 200, but the stream broke',
    given: {
      timestamp: 1767225604123,
      request_id: 'req_011CWtHZ2hWbVKTqK3mVxM9e',
      http_status_code: 200,
      error_type: 'stream_interrupted',
      error_message: 'connection closed unexpectedly after 5 chunks',
      model: 'claude-sonnet-4-5',
      response_time_ms: 3200,
      stream_mode: true,
      custom_headers: {connection: 'closed'},
      stream_chunks_received: 5,
      stream_error_occurred: true,
    },
    added: {...UNSAID},
  },
  {
    title: '6: the full template, of a call that went well',
    given: {
      timestamp: 1767225605123,
      trace_id: 'order_20260101_call6',
      request_id: 'req_011CWtHZ2hWbVKTqK3mVxM9f',
      http_status_code: 200,
      error_type: null,
      error_message: null,
      model: 'claude-sonnet-4-5',
      endpoint: OFFICIAL,
      client_sdk_version: 'anthropic-sdk-typescript==0.60.0',
      sdk_language_runtime: 'Node.js 18.16.0',
      api_key_prefix: 'sk-ant-a****************W6sD',
      messages_count: 1,
      tools_count: 0,
      max_tokens_requested: 1024,
      temperature: 0.8,
      response_time_ms: 1800,
      retry_count: 0,
      request_headers_hash: HASH_OF_HEADERS,
      request_body_hash: HASH_OF_BODY,
      stream_mode: false,
      content_types_in_messages: ['text'],
    },
    added: {},
  },
  {
    title: '7: a fault in a tool schema',
    given: {
      timestamp: 1767225606123,
      http_status_code: 400,
      error_type: 'invalid_request_error',
      error_message: 'tools.0.function.parameters: must be a dict',
      model: 'claude-sonnet-4-5',
      endpoint: OFFICIAL,
      tools_count: 3,
      error_param: 'tools.0.function.parameters',
    },
    added: {...UNSAID},
  },
  {
    title: '8: a stream that was cut early, its type left out',
    given: {
      timestamp: 1767225607123,
      http_status_code: 200,
      model: 'claude-sonnet-4-5',
      response_time_ms: 2100,
      stream_mode: true,
      stream_chunks_received: 5,
      stream_error_occurred: true,
    },
    // SPEC 3.3: a stream that broke after 200 is stream_interrupted when no event names the type.
    added: {...UNSAID, error_type: 'stream_interrupted', error_message: null},
  },
];

for (const {title, given, added} of worked) {
  test(`worked example ${title}`, () => {
    const first = run(`${JSON.stringify(given)}\n`);
    assert.equal(first.records.length, 1);
    const {source, spec, fingerprint, ...record} = plain(first.records[0]) as Record<string, unknown>;
    assert.deepEqual(record, {...added, ...given});
    assert.deepEqual(source, {dialect: 'app-json', line: 1});
    assert.equal(spec, '1');
    assert.equal(fingerprint !== undefined, record.error_type !== null);
    assert.ok(validate(plain(first.records[0])), JSON.stringify(validate.errors));
    assert.equal(run(first.ndjson).ndjson, first.ndjson, 'a second run changes nothing');
  });
}
