/**
 * TypeScript before 0.50 with DEBUG=true: printed with console, whatever the application's logger is, and without any
 * id that would join a request line to its response line.
 */
import {answered, type Doubt, everything, type Row, retried, successes, unanswered} from './row.ts';
import {eight, rewrite, untied} from './typescript.ts';

const sdk = 'typescript';

export const oldDebugRows: readonly Row[] = [
  {
    sdk,
    below: rewrite,
    levels: ['debug'],
    scenarios: everything,
    shows: [
      'model',
      'messages_count',
      'tools_count',
      'max_tokens_requested',
      'temperature',
      'stream_mode',
      'endpoint',
      'user_id_hash',
      'client_sdk_version',
      'sdk_language_runtime',
      'api_key_prefix',
    ],
    why: '`Anthropic:DEBUG:request URL {…} {…}` has the body down to the length of its lists, and all headers',
  },
  {
    sdk,
    below: rewrite,
    levels: ['debug'],
    scenarios: answered.filter((name) => name !== 'malformed'),
    shows: ['http_status_code', 'request_id'],
    why: '`Anthropic:DEBUG:response …` has status and headers (it never comes when the body is no JSON)',
  },
  {
    sdk,
    below: rewrite,
    levels: ['debug'],
    scenarios: successes,
    shows: ['error_type', 'error_message'],
    why: 'response 200, and no failure follows',
  },
  {
    sdk,
    below: rewrite,
    levels: ['debug'],
    scenarios: [...retried, ...unanswered],
    shows: ['retry_count', 'retry_reason'],
    why: 'the same request again with x-stainless-retry-count 1 and 2',
  },
  {
    sdk,
    below: rewrite,
    levels: ['debug'],
    scenarios: ['ok', 'rate-limited-then-ok', 'overloaded-then-ok'],
    shows: ['output_tokens', 'input_tokens', 'response_content_types'],
    why: 'the response line has the whole answer',
  },
  {
    sdk,
    below: rewrite,
    levels: ['debug'],
    scenarios: ['stream-cut'],
    shows: ['stream_error_occurred'],
    why: 'the request said stream, and the answer broke off after status 200',
  },
];

const unnumbered = 'eight calls at once: request lines and response lines have nothing in common; ';

/** The first that matches counts. */
export const oldDebugDoubts: readonly Doubt[] = [
  {
    scenarios: ['ok-stream'],
    keeps: ['http_status_code', 'error_type', 'error_message', 'endpoint', 'request_id'],
    why: `${unnumbered}a response stands for the call`,
  },
  {
    scenarios: successes,
    keeps: [
      'http_status_code',
      'error_type',
      'error_message',
      'endpoint',
      'request_id',
      'model',
      'output_tokens',
      'input_tokens',
      'response_content_types',
    ],
    why: `${unnumbered}a response stands for the call, and names the model`,
  },
  {
    scenarios: ['stream-cut'],
    loggers: ['console'],
    keeps: ['http_status_code', 'endpoint', 'request_id'],
    why: untied,
  },
  {
    scenarios: ['stream-cut'],
    keeps: ['error_type', 'trace_id'],
    why: `${unnumbered}the failure with its trace id stands for the call, its response line may make one more record`,
  },
  {
    scenarios: ['sse-error'],
    loggers: ['console'],
    rounds: [2],
    keeps: ['http_status_code', 'endpoint', 'request_id'],
    why: untied,
  },
  {
    scenarios: ['sse-error'],
    rounds: [2],
    keeps: ['http_status_code', 'error_type', 'error_message', 'stream_mode', 'stream_error_occurred', 'trace_id'],
    why: `${unnumbered}the failure with its trace id stands for the call, its response line may make one more record`,
  },
  {
    scenarios: ['sse-error'],
    keeps: [
      'http_status_code',
      'error_type',
      'error_message',
      'stream_mode',
      'stream_error_occurred',
      'trace_id',
      'request_id',
      'endpoint',
    ],
    why: `${unnumbered}response and failure share the request id, the request has none`,
  },
  {
    scenarios: ['refused'],
    rounds: [1],
    keeps: ['http_status_code', 'error_type', 'trace_id', 'endpoint'],
    why: `${unnumbered}only the failure is certain, and its cause names the URL`,
  },
  {
    scenarios: ['refused'],
    loggers: ['pino'],
    keeps: ['http_status_code', 'error_type', 'trace_id', 'endpoint'],
    why: `${unnumbered}only the failure is certain, and its cause names the URL`,
  },
  {
    scenarios: unanswered,
    keeps: ['http_status_code', 'error_type', 'trace_id'],
    why: `${unnumbered}only the failure is certain`,
  },
  {
    scenarios: everything,
    keeps: ['http_status_code', 'error_type', 'error_message', 'error_param', 'request_id', 'endpoint', 'trace_id'],
    why: `${unnumbered}the last response and the failure are certain`,
  },
].map((doubt) => ({sdk, below: rewrite, levels: ['debug'], modes: eight, ...doubt}) as Doubt);
