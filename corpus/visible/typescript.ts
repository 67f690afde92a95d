/** TypeScript, read from the SDK's sources (0.36.3, 0.50.4, 1.13.0) and from the logs by eye. */
import {
  answered,
  apiErrors,
  type Doubt,
  everything,
  failures,
  type Mention,
  type Row,
  retried,
  successes,
  unanswered,
} from './row.ts';

const sdk = 'typescript';
/** The rewrite of 0.50 brought the logger option and log ids. */
export const rewrite = '0.50';
const loud = ['info', 'debug'] as const;
const traced = ['pino', 'winston'] as const;

/** What the application's own line about the failure shows, at every level. */
const applicationRows: readonly Row[] = [
  {
    sdk,
    scenarios: apiErrors,
    shows: ['http_status_code', 'error_type', 'error_message', 'request_id', 'error_param'],
    why: 'the error text `N {…}` has the status and the body, which names type, message and request id',
  },
  {
    sdk,
    scenarios: ['sse-error'],
    shows: ['http_status_code', 'error_type', 'error_message', 'stream_mode', 'stream_error_occurred'],
    why: 'an error text that is the bare body comes only from an error event of a stream that began with 200',
  },
  {
    sdk,
    scenarios: ['sse-error'],
    rounds: [1],
    shows: ['request_id'],
    why: "the event's body names the request id",
  },
  {
    sdk,
    from: rewrite,
    scenarios: ['sse-error'],
    loggers: ['pino'],
    shows: ['request_id'],
    why: 'pino writes the whole error, and its requestID comes from the header',
  },
  {sdk, scenarios: ['bad-gateway'], shows: ['http_status_code'], why: 'the error text is the status and a page'},
  {
    sdk,
    below: rewrite,
    scenarios: ['stream-cut'],
    shows: ['error_type'],
    why: '`Premature close` is what node-fetch says of a body that broke off',
  },
  {
    sdk,
    from: rewrite,
    scenarios: ['stream-cut'],
    rounds: [1],
    shows: ['error_type'],
    why:
      "`terminated` out of undici's Fetch.onAborted, or its SocketError: the body of an answer broke off; " +
      'no frame of the SDK says that it was a stream',
  },
  {
    sdk,
    scenarios: ['stream-cut'],
    loggers: ['pino'],
    rounds: [2],
    shows: ['error_type', 'stream_mode', 'stream_error_occurred'],
    why: "pino writes the stack, which begins in the SDK's MessageStream, and the causes",
  },
  {
    sdk,
    scenarios: ['timeout'],
    shows: ['error_type', 'http_status_code'],
    why: "`Request timed out.` is the SDK's own text; no answer, so no status",
  },
  {
    sdk,
    scenarios: ['refused'],
    shows: ['error_type', 'http_status_code'],
    why: "`Connection error.` is the SDK's own text; no answer, so no status",
  },
  {
    sdk,
    below: rewrite,
    scenarios: ['refused'],
    rounds: [1],
    shows: ['endpoint'],
    why: "the cause is node-fetch's error, which names the URL",
  },
  {
    sdk,
    below: rewrite,
    scenarios: ['refused'],
    loggers: ['pino'],
    shows: ['endpoint'],
    why: "pino adds the cause's text, which names the URL",
  },
  {
    sdk,
    below: rewrite,
    scenarios: ['malformed'],
    shows: ['endpoint'],
    why: "node-fetch's `invalid json response body at URL`",
  },
  {sdk, loggers: traced, scenarios: failures, shows: ['trace_id'], why: 'the child logger adds the trace id'},
];

/** The SDK's own lines since the rewrite. */
const loggerRows: readonly Row[] = [
  {
    sdk,
    from: rewrite,
    levels: loud,
    scenarios: answered,
    shows: ['endpoint', 'http_status_code', 'request_id'],
    why: 'the line `[log_…] post URL … with status N`, with the request id where the answer had one',
  },
  {
    sdk,
    from: rewrite,
    levels: loud,
    scenarios: successes,
    shows: ['error_type', 'error_message'],
    why: 'the line says `succeeded`',
  },
  {
    sdk,
    from: rewrite,
    levels: loud,
    scenarios: retried,
    shows: ['retry_count', 'retry_reason'],
    why: '`retryOf` ties the attempts together, each with its status',
  },
  {
    sdk,
    from: rewrite,
    levels: loud,
    scenarios: unanswered,
    shows: ['retry_count', 'retry_reason'],
    why: '`connection timed out` or `connection failed` once per attempt, with the number of attempts remaining',
  },
  {
    sdk,
    from: rewrite,
    levels: loud,
    loggers: traced,
    scenarios: everything,
    shows: ['trace_id'],
    why: 'the SDK writes through the child logger of the call',
  },
  {
    sdk,
    from: rewrite,
    levels: loud,
    scenarios: ['stream-cut'],
    shows: ['error_type'],
    why: 'the line says status 200, and then the call failed with `terminated`: the body broke off',
  },
  {
    sdk,
    from: rewrite,
    levels: ['debug'],
    loggers: ['console', 'winston'],
    scenarios: everything,
    shows: [
      'model',
      'max_tokens_requested',
      'temperature',
      'stream_mode',
      'endpoint',
      'client_sdk_version',
      'sdk_language_runtime',
    ],
    why: '`sending request {…}` has the top of the body and the request headers',
  },
  {
    sdk,
    from: rewrite,
    levels: ['debug'],
    loggers: ['winston'],
    scenarios: everything,
    shows: ['messages_count', 'tools_count', 'tool_names', 'content_types_in_messages', 'user_id_hash'],
    why: 'winston writes the whole body',
  },
  {
    sdk,
    from: rewrite,
    levels: ['debug'],
    loggers: ['console', 'winston'],
    scenarios: ['ok', 'rate-limited-then-ok', 'overloaded-then-ok'],
    shows: ['output_tokens', 'input_tokens'],
    why: '`response parsed {…}` has the usage',
  },
  {
    sdk,
    from: rewrite,
    levels: ['debug'],
    loggers: ['winston'],
    scenarios: ['ok', 'rate-limited-then-ok', 'overloaded-then-ok'],
    shows: ['response_content_types'],
    why: 'winston writes the whole answer',
  },
  {
    sdk,
    from: rewrite,
    levels: ['debug'],
    loggers: ['console', 'winston'],
    scenarios: ['stream-cut'],
    shows: ['stream_error_occurred'],
    why: 'the request said stream, and the answer broke off after status 200',
  },
];

export const typescriptRows: readonly Row[] = [...applicationRows, ...loggerRows];

export const eight = ['eight'] as const;
export const untied =
  "eight calls at once: nothing ties the failure's text to the SDK's line about the same call; " +
  "the fields are those of the SDK's line, and the text may make a record of its own";

/** What the lines of the request and the head of its answer say, whatever became of the stream. */
const requestAndHead: Doubt['keeps'] = [
  'http_status_code',
  'endpoint',
  'request_id',
  'model',
  'max_tokens_requested',
  'temperature',
  'stream_mode',
  'client_sdk_version',
  'sdk_language_runtime',
];

/** The first that matches counts. */
export const typescriptDoubts: readonly Doubt[] = [
  {
    sdk,
    from: rewrite,
    levels: loud,
    loggers: ['console'],
    modes: eight,
    scenarios: ['stream-cut', 'malformed'],
    keeps: requestAndHead,
    why: untied,
  },
  {
    sdk,
    from: rewrite,
    levels: ['info'],
    loggers: ['console'],
    modes: eight,
    scenarios: ['sse-error'],
    rounds: [2],
    keeps: ['http_status_code', 'endpoint', 'request_id'],
    why: untied,
  },
  {
    sdk,
    from: rewrite,
    levels: ['debug'],
    loggers: ['console'],
    modes: eight,
    scenarios: ['sse-error'],
    rounds: [2],
    keeps: requestAndHead,
    why: untied,
  },
  {
    sdk,
    from: rewrite,
    levels: loud,
    loggers: ['console'],
    modes: eight,
    scenarios: ['bad-gateway'],
    keeps: [
      'http_status_code',
      'endpoint',
      'retry_count',
      'retry_reason',
      'model',
      'max_tokens_requested',
      'temperature',
      'stream_mode',
      'client_sdk_version',
      'sdk_language_runtime',
    ],
    why: 'eight calls at once: two calls fail with the same page and no id; which text belongs to which is unknown',
  },
  {
    sdk,
    from: rewrite,
    levels: ['info'],
    loggers: ['console'],
    modes: eight,
    scenarios: unanswered,
    keeps: ['error_type', 'http_status_code'],
    why: 'eight calls at once: these lines have neither retryOf nor URL, so the attempts of two calls mix',
  },
];

export const typescriptMentions: readonly Mention[] = [
  {
    sdk,
    from: rewrite,
    scenarios: ['malformed'],
    why: 'only a SyntaxError of JSON.parse: no status, no id, no type',
  },
  {
    sdk,
    from: rewrite,
    scenarios: ['stream-cut'],
    loggers: ['console'],
    rounds: [2],
    why: 'only the word `terminated`: no status, no id, no sign of a stream',
  },
];
