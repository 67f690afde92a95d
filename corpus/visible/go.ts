/** Go, read from the SDK's sources (1.12.0, 1.84.0) and from the logs by eye. */
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
} from './row.ts';

const sdk = 'go';
const structured = ['slog-text', 'slog-json', 'zap', 'zerolog', 'logrus'] as const;
const request = [
  'model',
  'messages_count',
  'tools_count',
  'tool_names',
  'max_tokens_requested',
  'temperature',
  'stream_mode',
  'content_types_in_messages',
  'user_id_hash',
  'client_sdk_version',
  'sdk_language_runtime',
];

export const goRows: readonly Row[] = [
  {
    sdk,
    scenarios: apiErrors,
    shows: ['http_status_code', 'error_type', 'error_message', 'request_id', 'error_param', 'endpoint'],
    why: 'the error text `POST "URL": N Words (Request-ID: …) {…}` has all of them',
  },
  {
    sdk,
    scenarios: ['bad-gateway'],
    shows: ['http_status_code', 'endpoint'],
    why: 'the error text `POST "URL": 502 Bad Gateway` has the status; what follows is a page, or nothing',
  },
  {
    sdk,
    from: '1.38',
    scenarios: ['sse-error'],
    shows: [
      'http_status_code',
      'error_type',
      'error_message',
      'request_id',
      'endpoint',
      'stream_mode',
      'stream_error_occurred',
    ],
    why: 'a status of 200 before the body of an error comes only from an error event of a stream',
  },
  {
    sdk,
    below: '1.38',
    scenarios: ['sse-error'],
    shows: ['http_status_code', 'error_type', 'error_message', 'stream_mode', 'stream_error_occurred'],
    why: '`received error while streaming: {…}`: the stream had begun with 200',
  },
  {
    sdk,
    below: '1.38',
    rounds: [1],
    scenarios: ['sse-error'],
    shows: ['request_id'],
    why: "the event's body names the request id",
  },
  {
    sdk,
    scenarios: ['stream-cut'],
    shows: ['error_type'],
    why: '`unexpected EOF` alone is what the SDK hands on when a stream breaks off; elsewhere it says what it was reading',
  },
  {
    sdk,
    scenarios: ['timeout'],
    shows: ['error_type', 'http_status_code'],
    why: '`context deadline exceeded`; no answer, so no status',
  },
  {
    sdk,
    scenarios: ['refused'],
    shows: ['error_type', 'http_status_code', 'endpoint'],
    why: '`Post "URL": dial tcp …: connection refused`; no answer, so no status',
  },
  {sdk, loggers: structured, scenarios: failures, shows: ['trace_id'], why: 'the application adds its trace id'},
  {
    sdk,
    levels: ['default'],
    loggers: ['plain'],
    rounds: [1],
    scenarios: [...apiErrors, 'bad-gateway'],
    shows: request,
    why: 'the dump of the request stands above the error, with its headers and body',
  },
  {
    sdk,
    levels: ['default'],
    loggers: ['plain'],
    from: '1.38',
    rounds: [1],
    scenarios: ['sse-error'],
    shows: request,
    why: 'the dump of the request stands above the error, with its headers and body',
  },
  {
    sdk,
    levels: ['debug'],
    scenarios: everything,
    shows: [...request, 'endpoint'],
    why: '`Request Content:` has the whole request',
  },
  {
    sdk,
    levels: ['debug'],
    scenarios: answered.filter((name) => name !== 'stream-cut'),
    shows: ['request_id', 'http_status_code'],
    why: '`Response Content:` has status and headers; of a stream that is cut nothing is dumped',
  },
  {
    sdk,
    levels: ['debug'],
    scenarios: successes,
    shows: ['error_type', 'error_message', 'output_tokens', 'input_tokens', 'response_content_types'],
    why: 'status 200, and the answer with its tokens',
  },
  {
    sdk,
    levels: ['debug'],
    scenarios: [...retried, 'timeout', 'refused'],
    shows: ['retry_count', 'retry_reason'],
    why: 'X-Stainless-Retry-Count counts the attempts, each of which is dumped',
  },
];

/** Without a page or an id, what was sent cannot be told from what eight others sent. */
export const goDoubts: readonly Doubt[] = [
  {
    sdk,
    levels: ['debug'],
    modes: ['eight'],
    scenarios: everything,
    keeps: [
      'http_status_code',
      'error_type',
      'error_message',
      'error_param',
      'request_id',
      'output_tokens',
      'input_tokens',
      'response_content_types',
      'stream_error_occurred',
    ],
    why: 'the dumps of eight calls are mixed, and nothing in a request names its answer',
  },
];

export const goMentions: readonly Mention[] = [
  {
    sdk,
    scenarios: ['malformed'],
    why: '`error parsing response json: …` tells of no status, no id, no type',
  },
];
