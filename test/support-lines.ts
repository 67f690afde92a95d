/** fast-check arbitraries for log lines that look like calls and hold anything. */
import fc from 'fast-check';
import {ERROR_TYPES} from '../src/spec/error-types.ts';
import {FIELD_NAMES, FIELDS} from '../src/spec/fields.ts';

const CONTROLS = [
  '\u0000',
  '\u0007',
  '\t',
  '\n',
  '\r',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u009b31m',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u200b',
];
const HALVES = ['\ud800', '\udfff', '\udc00\ud800'];
const WORDS = [
  'sk-ant-',
  'Error code: 429 - ',
  '{"type":"error","error":{"type":"overloaded_error","message":"x"}}',
  "{'type': 'error', 'error': {'type': 'api_error', 'message': 'y'}}",
  'req_011CSHoEeqs5C35K2UUqR7Fy',
  'unknown',
  '[REDACTED:bearer]',
  '…',
  'claude',
  'jane@example.org',
  'password=',
  'https://u:p@api.anthropic.com/v1/messages?key=1',
  '漢字',
  '😀',
  'null',
  '0',
  '%73%6b',
  '\\u0073',
];

const part = fc.oneof(
  {weight: 4, arbitrary: fc.string({maxLength: 12})},
  {weight: 3, arbitrary: fc.constantFrom(...WORDS)},
  {weight: 2, arbitrary: fc.constantFrom(...CONTROLS)},
  {weight: 1, arbitrary: fc.constantFrom(...HALVES)},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 12})},
);

/** Any text, controls and halves of characters included; now and then longer than any field. */
export const anyText = fc.oneof(
  {weight: 8, arbitrary: fc.array(part, {maxLength: 5}).map((parts) => parts.join(''))},
  {
    weight: 1,
    arbitrary: fc
      .tuple(part, fc.integer({min: 200, max: 3000}))
      .map(([text, times]) => `${text}x`.repeat(times).slice(0, 5000)),
  },
);

const anyNumber = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    -1,
    1,
    99,
    100,
    200,
    429,
    529,
    599,
    600,
    1e21,
    -1e21,
    1e308,
    5e-324,
    0.1,
    2 ** 53,
    -(2 ** 53),
    Number.MAX_SAFE_INTEGER,
    1_795_423_595_123,
    1_795_423_595,
  ),
  fc.integer(),
  fc.double({noNaN: true, noDefaultInfinity: true}),
);

const HOSTILE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', 'length'];
const NESTED_KEYS = [
  'error',
  'message',
  'type',
  'request_id',
  'status',
  'code',
  'headers',
  'body',
  'metadata',
  'user_id',
  'content',
  'name',
  'tools',
  'messages',
  'usage',
  'output_tokens',
  'model',
];

const {value: anyValue} = fc.letrec<{value: unknown}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 3, depthSize: 'small'},
    {weight: 5, arbitrary: anyText},
    {weight: 3, arbitrary: anyNumber},
    {weight: 1, arbitrary: fc.constantFrom(true, false, null)},
    {weight: 1, arbitrary: fc.array(tie('value'), {maxLength: 4})},
    {
      weight: 2,
      arbitrary: fc
        .array(
          fc.tuple(fc.oneof(fc.constantFrom(...NESTED_KEYS), fc.constantFrom(...HOSTILE_KEYS), anyText), tie('value')),
          {maxLength: 5},
        )
        // Own properties all of them, `__proto__` too.
        .map((entries) => Object.fromEntries(entries)),
    },
  ),
}));

const OTHER_NAMES = [
  'timestamp',
  'ts',
  'time',
  '@timestamp',
  'level',
  'msg',
  'message',
  'traceId',
  'trace.id',
  'traceparent',
  'correlation_id',
  'requestID',
  'status',
  'status_code',
  'statusCode',
  'code',
  'err',
  'error',
  'stack',
  'exc_info',
  'url',
  'sdk_version',
  'api_key',
  'x-api-key',
  'messages',
  'tools',
  'max_tokens',
  'latency_ms',
  'duration_s',
  'retries',
  'stream',
  'completion_tokens',
  'request',
  'response',
  'request_headers',
  'response_headers',
  'headers',
  'context',
  'meta',
  'pid',
  'hostname',
  'name',
  'v',
  'user_agent',
  'reqId',
];

const name = fc.oneof(
  {weight: 5, arbitrary: fc.constantFrom<string>(...FIELD_NAMES)},
  {weight: 4, arbitrary: fc.constantFrom(...OTHER_NAMES)},
  {weight: 1, arbitrary: fc.constantFrom(...HOSTILE_KEYS)},
);
const entries = fc.array(fc.tuple(name, anyValue), {maxLength: 10});

const SEEN = {
  timestamp: 1_795_423_595_123,
  trace_id: 'order_20261123_call3',
  request_id: 'req_011CSHoEeqs5C35K2UUqR7Fy',
  http_status_code: 429,
  error_type: 'rate_limit_error',
  error_message: 'This request would exceed the rate limit',
  model: 'claude-sonnet-4-5',
  endpoint: 'https://api.anthropic.com/v1/messages',
};
const CANONICAL = Object.fromEntries(FIELD_NAMES.map((field) => [field, FIELDS[field].example]));

/** A line of an application: call facts under the guide's names, some of them anything. */
const structured = fc
  .tuple(fc.constantFrom({}, SEEN, SEEN, {level: 50, time: 1, ...SEEN}), entries)
  .map(([base, more]) => JSON.stringify({...base, ...Object.fromEntries(more)}));

/** Our own record, some fields of it anything. */
const canonical = fc
  .tuple(
    fc.constantFrom(...ERROR_TYPES, null),
    fc.array(fc.tuple(fc.constantFrom<string>(...FIELD_NAMES), anyValue), {maxLength: 5}),
    fc.boolean(),
  )
  .map(([type, more, whole]) => {
    const base = whole ? CANONICAL : {...CANONICAL, trace_id: 'unknown', error_message: null, assumed: undefined};
    return JSON.stringify({...base, error_type: type, ...Object.fromEntries(more)});
  });

/** SDK lines with anything in their open places. */
const printed = fc.tuple(fc.nat(), anyText, anyText).map(([which, a, b]) => {
  const one = a.replace(/\n/g, ' ');
  const two = b.replace(/\n/g, ' ');
  const shapes = [
    `2026-11-24 13:28:29,267 ERROR [MainThread] app: Error code: 429 - {'type': 'error', 'error': {'type': '${one}', 'message': '${two}'}, 'request_id': 'req_011CSHoEeqs5C35K2UUqR7Fy'}`,
    `INFO:httpx:HTTP Request: POST https://api.anthropic.com/v1/messages${one} "HTTP/1.1 529 ${two}"`,
    `HTTP Response: POST https://api.anthropic.com/v1/messages "429 Too Many" Headers({'request-id': '${one}', 'retry-after': '${two}'})`,
    `Request options: {'method': 'post', 'url': '/v1/messages', 'json_data': {'model': '${one}', 'messages': [{'role': 'user', 'content': '${two}'}], 'max_tokens': 1}}`,
    `[log_a9000c, request-id: "${one}"] post https://api.anthropic.com/v1/messages failed with status 500 in 3ms - error; ${two}`,
    `BadRequestError: 400 {"type":"error","error":{"type":"invalid_request_error","message":${JSON.stringify(a)}},"request_id":${JSON.stringify(b)}}`,
    `  at ${one} {`,
    `  status: 429, error: { message: '${two}' } }`,
    'Traceback (most recent call last):',
    `anthropic.RateLimitError: ${one} Error code: 429 - ${two}`,
    `data: {"type":"error","error":{"type":"overloaded_error","message":${JSON.stringify(b)}}}`,
    `${one}{"model":"claude-x","http_status_code":500,"error_type":${JSON.stringify(b)}`,
    one,
  ];
  return shapes[which % shapes.length] as string;
});

const line = fc.oneof(structured, canonical, printed);

/** The same line as collectors and loggers wrap it. */
const wrapped = fc.tuple(line, fc.nat(9), anyText).map(([text, how, more]) => {
  if (how === 0)
    return JSON.stringify({log: `${text}\n`, stream: 'stderr', time: '2026-11-23T08:46:35.1Z', attrs: {tag: more}});
  if (how === 1) return JSON.stringify({MESSAGE: text, __REALTIME_TIMESTAMP: '1795423595123456', _HOSTNAME: more});
  if (how === 2) return `2026-11-23T08:46:35.123456789Z stderr F ${text}`;
  if (how === 3) return JSON.stringify({level: 50, time: 1_795_423_595_123, pid: 1, hostname: more, msg: text});
  if (how === 4) return JSON.stringify({level: 'error', message: text, timestamp: more});
  return text;
});

export const logLines = fc.array(wrapped, {minLength: 1, maxLength: 8});
