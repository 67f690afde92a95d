/** Secrets that are none, and the line shapes in which they are planted. Every word is put together here. */
import {createHash} from 'node:crypto';
import {inspect} from 'node:util';

const KEY_KINDS: Readonly<
  Record<string, (random: (length: number) => string) => readonly [prefix: string, body: string]>
> = {
  anthropicApi: (r) => ['sk-ant-' + 'api03-', `${r(93)}AA`],
  anthropicAdmin: (r) => ['sk-ant-' + 'admin01-', `${r(93)}AA`],
  anthropicOauth: (r) => ['sk-ant-' + 'oat01-', `${r(93)}AA`],
  anthropicBare: (r) => ['sk-ant-', r(40)],
  openai: (r) => ['sk-', r(48)],
  openaiProject: (r) => ['sk-' + 'proj-', r(120)],
  openrouter: (r) => ['sk-or-' + 'v1-', hex(r, 64)],
  litellm: (r) => ['sk-', `a1_${r(24)}9`],
  relay: (r) => ['cr' + '_', hex(r, 64)],
  google: (r) => ['AI' + 'za', r(35)],
  groq: (r) => ['gsk' + '_', r(52)],
  xai: (r) => ['xai' + '-', r(80)],
  huggingface: (r) => ['hf' + '_', r(34)],
  perplexity: (r) => ['pplx' + '-', r(48)],
  github: (r) => ['ghp' + '_', r(36)],
  slack: (r) => ['xoxb' + '-', r(48)],
  awsAccess: (r) => ['AK' + 'IA', hex(r, 16).toUpperCase()],
  bedrock: (r) => ['AB' + 'SK', r(110)],
  jwt: (r) => ['eyJ' + 'hbGciOiJIUzI1NiJ9.eyJzdWIi', `OiI${r(20)}.${r(43)}`],
};

export const kinds: readonly string[] = Object.keys(KEY_KINDS);
/** Nothing but its place gives it away. */
export const OPAQUE = 'opaque';

const hex = (r: (length: number) => string, length: number): string =>
  createHash('sha512').update(r(40)).digest('hex').slice(0, length);

interface Secret {
  readonly value: string;
  /** The part that no output may show; a mask shows the first 8 and the last 4 at most. */
  readonly body: string;
}

function secretOf(kind: string, seed: string): Secret {
  const random = (length: number): string => {
    let text = '';
    for (let i = 0; text.length < length; i++)
      text += createHash('sha256')
        .update(`${seed} ${kind} ${i}`)
        .digest('base64')
        .replace(/[^A-Za-z0-9]/g, '');
    return text.slice(0, length);
  };
  const [prefix, body] = KEY_KINDS[kind]?.(random) ?? ['', random(40)];
  return {value: prefix + body, body};
}

const WINDOW = 12;
/** True when a piece of the secret is in the text that is longer than any mask shows. */
export function leaks(text: string, {body}: Secret): boolean {
  for (let at = 0; at + WINDOW <= body.length; at += 3) if (text.includes(body.slice(at, at + WINDOW))) return true;
  return false;
}

/** The same for many secrets in a long text: every piece of every secret is looked up, not searched for. */
export function createLeakFinder<T>(secrets: Iterable<readonly [T, Secret]>): (text: string) => Set<T> {
  const pieces = new Map<string, T>();
  for (const [owner, {body}] of secrets)
    for (let at = 0; at + WINDOW <= body.length; at++) pieces.set(body.slice(at, at + WINDOW), owner);
  return (text) => {
    const found = new Set<T>();
    for (let at = 0; at + WINDOW <= text.length; at += 3) {
      const owner = pieces.get(text.slice(at, at + WINDOW));
      if (owner !== undefined) found.add(owner);
    }
    return found;
  };
}

/** What a shape asks for: secrets by slot, and the content of a call. */
export interface Plant {
  /** A key that its form gives away, or the harmless word. */
  readonly key: (slot: string, harmless: string) => string;
  /** The same in a place that is secret whatever stands there: also a secret without any form. */
  readonly cred: (slot: string, harmless: string) => string;
  readonly prompt: string;
  readonly answer: string;
  readonly tool: string;
  readonly user: string;
}

export interface Planted {
  readonly lines: readonly string[];
  readonly secrets: ReadonlyMap<string, Secret>;
}

export const content = {
  prompt: 'heath ' + 'pewter ' + 'cadenza',
  answer: 'thistle ' + 'brazier ' + 'rondo',
  tool: 'alder ' + 'punt ' + 'astrolabe',
  user: 'user-' + 'beck' + '-7204',
} as const;

/** Builds a shape with a secret of one kind in the slots that are asked for; in every slot when none is named. */
export function plant(shape: Shape, kind: string | undefined, only?: string): Planted {
  const secrets = new Map<string, Secret>();
  const place = (slot: string, harmless: string, named: boolean): string => {
    if (kind === undefined || (kind === OPAQUE && !named) || (only !== undefined && slot !== only)) return harmless;
    const secret = secretOf(kind, `${shape.name} ${slot}`);
    secrets.set(slot, secret);
    return secret.value;
  };
  const lines = shape.lines({
    key: (slot, harmless) => place(slot, harmless, false),
    cred: (slot, harmless) => place(slot, harmless, true),
    ...content,
  });
  return {lines: lines.flatMap((line) => line.split('\n')), secrets};
}

export interface Shape {
  readonly name: string;
  readonly lines: (plant: Plant) => readonly string[];
  /** Set for shapes that make no record. */
  readonly silent?: true;
}

const URL_ = 'https://api.anthropic.com/v1/messages';
const ID = 'req_011CSHoEeqs5C35K2UUqR7Fy';
const MODEL = 'claude-sonnet-4-5';
const json = (value: unknown): string => JSON.stringify(value);

/** A Python literal of plain data. */
function python(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([name, item]) => `${python(name)}: ${python(item)}`)
      .join(', ')}}`;
  }
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `'${value}'` : value === null ? 'None' : String(value);
}

const bodyOf = (p: Plant, slot: string) => ({
  model: p.key(`${slot} model`, MODEL),
  max_tokens: 64,
  system: `Be brief. ${p.prompt}`,
  messages: [
    {role: 'user', content: `${p.prompt} ${p.key(`${slot} message`, '')}`},
    {role: 'assistant', content: [{type: 'text', text: p.answer}]},
  ],
  tools: [
    {
      name: p.key(`${slot} tool name`, 'look_up'),
      description: p.tool,
      input_schema: {type: 'object', properties: {id: {description: p.tool}}},
    },
  ],
  metadata: {user_id: p.user},
});

const errorBody = (p: Plant, slot: string) => ({
  type: 'error',
  error: {
    type: 'invalid_request_error',
    message: `bad value ${p.key(`${slot} message`, 'x')} in call`,
    param: p.key(`${slot} param`, 'messages.0'),
    details: {error_code: p.key(`${slot} code`, 'bad_value')},
  },
  request_id: p.key(`${slot} request_id`, ID),
});

const requestHeaders = (p: Plant) => ({
  'x-api-key': p.cred('x-api-key', '***'),
  authorization: `Bearer ${p.cred('authorization', 'token')}`,
  'proxy-authorization': `Basic ${Buffer.from(`user:${p.cred('proxy-authorization', 'none')}`).toString('base64')}`,
  'x-goog-api-key': p.cred('x-goog-api-key', 'none'),
  cookie: `sessionKey=${p.cred('cookie', 'none')}`,
  'user-agent': p.key('user-agent', 'Anthropic/Python 0.57.1'),
  'x-stainless-package-version': p.key('package-version', '0.57.1'),
  'x-stainless-runtime-version': p.key('runtime-version', '3.11.5'),
  [p.key('header name', 'x-custom')]: p.key('header value', 'blue'),
});

const responseHeaders = (p: Plant) => ({
  'request-id': p.key('request-id', ID),
  'x-request-id': p.key('x-request-id', 'relay-17'),
  'retry-after': p.key('retry-after', '30'),
  'set-cookie': `__cf_bm=${p.cred('set-cookie', 'none')}; path=/`,
  'anthropic-ratelimit-requests-reset': p.key('ratelimit', '2026-11-24T14:00:00Z'),
  [`anthropic-ratelimit-${p.key('kept header name', 'x')}`]: '1',
});

const endpointOf = (p: Plant) =>
  `https://bot:${p.cred('basic auth', 'pw')}@api.anthropic.com/v1/messages?key=${p.cred('query key', '1')}&beta=${p.key('query value', 'true')}`;

const at = '2026-11-24 13:28:29,267';
const pyLine = (level: string, logger: string, text: string): string =>
  `${at} ${level} [MainThread] ${logger}: ${text}`;

const traceback = (p: Plant) => [
  'Traceback (most recent call last):',
  '  File "/srv/app/app.py", line 51, in run_call',
  `    client = Anthropic(api_key="${p.cred('traceback api_key', 'none')}")`,
  '  File "/srv/app/.venv/lib/python3.11/site-packages/anthropic/_base_client.py", line 1102, in request',
  '    raise self._make_status_error_from_response(err.response) from None',
  `anthropic.BadRequestError: Error code: 400 - ${python(errorBody(p, 'traceback'))}`,
];

const nodeError = (p: Plant) => ({
  type: 'BadRequestError',
  name: 'Error',
  message: `400 ${json(errorBody(p, 'err.message'))}`,
  stack: `BadRequestError: 400 ${json(errorBody(p, 'err.stack'))}\n    at send (file:///srv/app/node_modules/@anthropic-ai/sdk/client.mjs:478:36)\n    key ${p.key('stack', 'x')}`,
  status: 400,
  headers: {...responseHeaders(p), 'x-api-key': p.cred('err.headers x-api-key', 'none')},
  requestID: p.key('err.requestID', ID),
  error: errorBody(p, 'err.error'),
  errorCode: p.key('err.errorCode', 'bad'),
  cause: {message: `connect to ${endpointOf(p)}`},
  config: {body: bodyOf(p, 'err.config'), apiKey: p.cred('err.config apiKey', 'none')},
});

/** console.log of an object, nested as deep as the SDK prints. */
const inspected = (value: unknown): string => inspect(value, {depth: 6, breakLength: 80});

export const shapes: readonly Shape[] = [
  {
    name: 'python debug lines',
    lines: (p) => [
      pyLine(
        'DEBUG',
        'anthropic._base_client',
        `Request options: ${python({method: 'post', url: '/v1/messages', headers: requestHeaders(p), idempotency_key: p.key('idempotency', 'stainless-python-retry-1'), json_data: bodyOf(p, 'json_data')})}`,
      ),
      pyLine('INFO', 'httpx', `HTTP Request: POST ${endpointOf(p)} "HTTP/1.1 400 Bad Request"`),
      pyLine(
        'DEBUG',
        'anthropic._base_client',
        `HTTP Response: POST ${URL_} "400 Bad Request" Headers(${python(responseHeaders(p))})`,
      ),
      pyLine('ERROR', p.key('logger', 'app'), `Claude call failed ${p.key('words', 'again')}`),
      ...traceback(p),
    ],
  },
  {
    name: 'httpcore lines',
    lines: (p) => [
      pyLine(
        'DEBUG',
        'httpcore.http11',
        `receive_response_headers.complete return_value=(b'HTTP/1.1', 429, b'Too Many Requests', [${Object.entries(
          responseHeaders(p),
        )
          .map(([name, value]) => `(b'${name}', b'${value}')`)
          .join(', ')}])`,
      ),
      pyLine('INFO', 'httpx', `HTTP Request: POST ${URL_} "HTTP/1.1 429 Too Many Requests"`),
      pyLine(
        'DEBUG',
        'httpcore.http11',
        `receive_response_headers.complete return_value=(b'HTTP/1.1', 429, b'Too Many Requests', [(b'x-api-key', b'${p.cred('tuple', 'none')}'), (b'retry-after', b'${p.key('tuple retry-after', '1')}')])`,
      ),
    ],
  },
  {
    name: 'typescript debug blocks',
    lines: (p) => [
      `[log_a9000c] sending request ${inspected({method: 'POST', url: endpointOf(p), options: {method: 'post', path: '/v1/messages', body: bodyOf(p, 'options.body')}, headers: requestHeaders(p)})}`,
      `[log_a9000c, request-id: "${p.key('head id', ID)}"] post ${URL_} failed with status 400 in 3ms - error; not retryable`,
      `[log_a9000c] response error (error; not retryable) ${inspected({url: URL_, status: 400, headers: responseHeaders(p), message: json(errorBody(p, 'details')), durationMs: 3})}`,
      `Claude call failed: BadRequestError: 400 ${json(errorBody(p, 'thrown'))}`,
      `    at send (file:///srv/app/node_modules/@anthropic-ai/sdk/client.mjs:478:36) ${inspected({status: 400, headers: {...responseHeaders(p), 'x-api-key': p.cred('thrown x-api-key', 'none')}, requestID: ID, error: errorBody(p, 'thrown error')})}`,
    ],
  },
  {
    name: 'typescript debug blocks of an answer',
    lines: (p) => [
      `[log_a9000d] sending request ${inspected({method: 'POST', url: URL_, options: {body: bodyOf(p, 'options.body')}, headers: requestHeaders(p)})}`,
      `[log_a9000d, request-id: "${ID}"] post ${URL_} succeeded with status 200 in 3ms`,
      `[log_a9000d] response parsed ${inspected({
        url: URL_,
        status: 200,
        body: {
          id: p.key('message id', 'msg_1'),
          model: MODEL,
          content: [
            {type: 'text', text: `${p.answer} ${p.key('answer', '')}`},
            {type: 'tool_use', name: 'look_up', input: {text: p.tool}},
          ],
          usage: {input_tokens: 1, output_tokens: 2},
        },
        durationMs: 3,
      })}`,
    ],
  },
  {
    name: 'old typescript debug',
    lines: (p) => [
      `Anthropic:DEBUG:request ${URL_} ${inspected({method: 'post', path: '/v1/messages', body: bodyOf(p, 'body')})} ${inspected(requestHeaders(p))}`,
      `Anthropic:DEBUG:response (error; (error; no more retries left)) 400 ${URL_} ${inspected(responseHeaders(p))} undefined`,
      `Claude call failed: BadRequestError: 400 ${json(errorBody(p, 'thrown'))}`,
    ],
  },
  {
    name: 'pino',
    lines: (p) => [
      json({
        level: 50,
        time: 1_795_423_595_123,
        pid: 412,
        hostname: p.key('hostname', 'app-1'),
        name: p.key('name', 'orders'),
        trace_id: p.key('trace_id', 't-1'),
        err: nodeError(p),
        request: bodyOf(p, 'request'),
        msg: `Claude call failed ${p.key('msg', '')}`,
      }),
    ],
  },
  {
    name: 'winston',
    lines: (p) => [
      json({
        ...nodeError(p),
        level: 'error',
        message: `Claude call failed 400 ${json(errorBody(p, 'message'))}`,
        timestamp: '2026-11-24T13:35:08.702Z',
        service: p.key('service', 'orders'),
        trace_id: p.key('trace_id', 't-1'),
      }),
    ],
  },
  {
    name: 'bunyan',
    lines: (p) => [
      json({
        name: p.key('name', 'orders'),
        hostname: 'app-1',
        pid: 412,
        level: 50,
        err: nodeError(p),
        msg: `Claude call failed ${p.key('msg', '')}`,
        time: '2026-11-24T13:35:08.702Z',
        v: 0,
      }),
    ],
  },
  {
    name: 'python-json-logger',
    lines: (p) => [
      json({
        asctime: at,
        levelname: 'ERROR',
        name: p.key('name', 'orders'),
        threadName: 'MainThread',
        message: `Claude call failed ${p.key('message', '')}`,
        exc_info: traceback(p).join('\n'),
        trace_id: p.key('trace_id', 't-1'),
        request: bodyOf(p, 'request'),
      }),
    ],
  },
  {
    name: "application, the field guide's names",
    lines: (p) => [
      json({
        timestamp: 1_795_423_595_123,
        trace_id: p.key('trace_id', 't-1'),
        request_id: p.key('request_id', ID),
        http_status_code: 401,
        error_type: p.key('error_type', 'authentication_error'),
        error_message: `invalid key ${p.key('error_message', 'x')}`,
        model: p.key('model', MODEL),
        endpoint: endpointOf(p),
        client_sdk_version: p.key('client_sdk_version', 'anthropic-sdk-python==0.57.1'),
        sdk_language_runtime: p.key('sdk_language_runtime', 'Python 3.11.5'),
        api_key_prefix: p.cred('api_key_prefix', 'sk-ant-a****************W6sD'),
        request_headers_hash: p.key('request_headers_hash', `sha256:${'0'.repeat(64)}`),
        request_body_hash: p.key('request_body_hash', `sha256:${'0'.repeat(64)}`),
        retry_reason: p.key('retry_reason', '429_rate_limit'),
        content_types_in_messages: ['text', p.key('content_types', 'image')],
        user_id_hash: p.key('user_id_hash', `sha256:${'1'.repeat(64)}`),
        user_id: p.user,
        business_module: p.key('business_module', 'orders'),
        client_ip: p.key('client_ip', '203.0.113.7'),
        proxy_used: `http://proxy:${p.cred('proxy_used', 'pw')}@10.0.0.1:3128`,
        custom_headers: {
          'retry-after': p.key('custom header', '1'),
          [p.key('custom header name', 'x')]: 'v',
          'x-api-key': p.cred('custom x-api-key', 'none'),
        },
        error_param: p.key('error_param', 'messages.0'),
        tool_names: ['a', p.key('tool_names', 'b')],
        error_type_original: p.key('error_type_original', 'x'),
        error_code: p.key('error_code', 'x'),
        relay_request_id: p.key('relay_request_id', 'r-1'),
        request_attempts_log: [
          {
            attempt: 1,
            layer: 'sdk',
            request_id: p.key('attempt id', ID),
            reason: p.key('attempt reason', 'x'),
            [p.key('attempt name', 'y')]: 1,
          },
        ],
        response_content_types: [p.key('response types', 'text')],
        [p.key('object key', 'note')]: p.key('unknown field', 'x'),
        fingerprint: p.key('fingerprint', 'v1:0123456789abcdef'),
        messages: [{role: 'user', content: p.prompt}],
        tools: [{name: 'look_up', description: p.tool}],
        response: {content: [{type: 'text', text: p.answer}]},
      }),
    ],
  },
  {
    name: 'application, other names and nesting',
    lines: (p) => [
      json({
        ts: '2026-11-24T13:35:08Z',
        level: 'ERROR',
        context: {
          traceId: p.key('traceId', 't-1'),
          user_id: p.user,
          api_key: p.cred('api_key', 'none'),
          model_name: p.key('model_name', MODEL),
        },
        url: endpointOf(p),
        status: 500,
        user_agent: p.key('user_agent', 'Anthropic/JS 1.13.0'),
        runtime: p.key('runtime', 'node'),
        error: {message: `failed: ${json(errorBody(p, 'error'))}`, headers: responseHeaders(p)},
        request: {...bodyOf(p, 'request'), headers: requestHeaders(p)},
        response: {
          model: MODEL,
          content: [{type: p.key('block type', 'text'), text: p.answer}],
          usage: {output_tokens: 3},
        },
        response_headers: Object.entries(responseHeaders(p)),
        cookies: `sessionKey=${p.cred('cookies', 'none')}`,
      }),
    ],
  },
  {
    name: 'canonical record',
    lines: (p) => [
      json({
        timestamp: 1_795_423_595_123,
        trace_id: p.key('trace_id', 't-1'),
        request_id: p.key('request_id', ID),
        http_status_code: 401,
        error_type: 'authentication_error',
        error_message: p.key('error_message', 'x'),
        model: p.key('model', MODEL),
        endpoint: endpointOf(p),
        client_sdk_version: p.key('client_sdk_version', 'unknown'),
        sdk_language_runtime: p.key('sdk_language_runtime', 'unknown'),
        api_key_prefix: p.cred('api_key_prefix', 'sk-ant-a****************W6sD'),
        request_headers_hash: p.key('request_headers_hash', `sha256:${'0'.repeat(64)}`),
        request_body_hash: p.key('request_body_hash', `sha256:${'0'.repeat(64)}`),
        user_id_hash: p.key('user_id_hash', `sha256:${'1'.repeat(64)}`),
        user_id: p.user,
        custom_headers: {
          [p.key('custom header name', 'retry-after')]: p.key('custom header', '1'),
          authorization: `Bearer ${p.cred('custom authorization', 'none')}`,
        },
        fingerprint: p.key('fingerprint', 'v1:0123456789abcdef'),
        assumed: [p.key('assumed', 'model')],
        request_attempts_log: [{attempt: 1, layer: 'sdk', request_id: p.key('attempt id', ID), prompt: p.prompt}],
        source: {
          dialect: p.key('dialect', 'app-json'),
          host: p.key('host', 'h'),
          file: p.key('file', 'f'),
          [p.key('source name', 'unit')]: 'u',
          note: p.answer,
        },
        spec: '1',
        messages: [{role: 'user', content: p.prompt}],
        tools: [{name: 'x', description: p.tool}],
      }),
    ],
  },
  {
    name: 'raw bodies and stream events',
    lines: (p) => [
      json(errorBody(p, 'body')),
      `data: ${json(errorBody(p, 'event'))}`,
      `relay said: ${json({error: {message: json(errorBody(p, 'inner')), type: 'new_api_error', code: p.key('relay code', 'x')}})}`,
      `Could not parse message into JSON: ${p.answer} ${p.key('event text', 'x')}`,
    ],
  },
  {
    name: 'percent-encoded and base64 in a message',
    lines: (p) => [
      json({
        http_status_code: 401,
        error_type: 'authentication_error',
        model: MODEL,
        error_message: `refused ${encodeURIComponent(JSON.stringify({'x-api-key': p.cred('once', 'none')}))} ${encodeURIComponent(encodeURIComponent(` authorization=${p.cred('twice', 'none')}`))} ${Buffer.from(`x-api-key: ${p.key('base64', 'none')}`).toString('base64')}`,
      }),
    ],
  },
  {
    name: 'the key cut by the message limit',
    lines: (p) =>
      [1960, 1980, 1990, 1999].map((length, i) =>
        json({
          http_status_code: 400 + i,
          error_type: 'invalid_request_error',
          model: MODEL,
          request_id: `req_011CSHoEeqs5C35K2UUqR7F${i + 1}`,
          error_message: `${'.'.repeat(length)} ${p.key(`at ${length}`, 'x')} end`,
        }),
      ),
  },
  {
    name: 'truncated JSON',
    silent: true,
    lines: (p) => [
      `{"model":"${MODEL}","api_key":"${p.cred('api_key', 'none')}","http_status_code":429,"error_message":"${p.key('error_message', 'x')}","messages":[{"role":"user","content":"cut he`,
    ],
  },
  {
    name: 'truncated JSON, content first',
    silent: true,
    lines: (p) => [
      `{"model":"${MODEL}","user_id":"${p.user}","messages":[{"role":"user","content":"${p.prompt}"}],"http_status_code":429,"error_message":"cut he`,
    ],
  },
  {
    name: 'key at the edge of a reject',
    silent: true,
    lines: (p) => [
      `{"model":"${MODEL}","pad":"${'.'.repeat(120)}","note":"${p.key('edge', 'x')}","http_status_code":429`,
    ],
  },
  {
    name: 'no call at all',
    silent: true,
    lines: (p) => [
      `starting with key ${p.key('words', 'x')}`,
      `curl -H 'x-api-key: ${p.cred('curl', 'none')}' https://example.org/?token=${p.key('query', 'x')}`,
      `anthropic.Anthropic(api_key='${p.cred('python', 'none')}') for /v1/messages claude`,
      json({level: 30, msg: 'configured anthropic', config: {apiKey: p.cred('config', 'none')}}),
    ],
  },
];

export const wrappers: Readonly<Record<string, (line: string) => readonly string[]>> = {
  bare: (line) => [line],
  docker: (line) => [json({log: `${line}\n`, stream: 'stderr', time: '2026-11-23T08:46:35.1Z'})],
  'docker in two parts': (line) =>
    halves(line).map((half, i) =>
      json({log: i === 0 ? half : `${half}\n`, stream: 'stderr', time: '2026-11-23T08:46:35.1Z'}),
    ),
  cri: (line) => [`2026-11-23T08:46:35.123456789Z stderr F ${line}`],
  'cri in two parts': (line) =>
    halves(line).map((half, i) => `2026-11-23T08:46:35.123456789Z stderr ${i === 0 ? 'P' : 'F'} ${half}`),
  journald: (line) => [
    json({MESSAGE: line, __REALTIME_TIMESTAMP: '1795423595123456', _HOSTNAME: 'h', _SYSTEMD_UNIT: 'app.service'}),
  ],
  compose: (line) => [`app-1  | ${line}`],
};

const halves = (line: string): readonly [string, string] => [
  line.slice(0, line.length >> 1),
  line.slice(line.length >> 1),
];
