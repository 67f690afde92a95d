/** Python, read from the SDK's sources (0.28.1, 0.57.1, 2.13.0) and from the logs by eye. */
import {
  answered,
  apiErrors,
  everything,
  failures,
  type Mention,
  type Row,
  retried,
  successes,
  unanswered,
} from './row.ts';

const sdk = 'python';
const loud = ['info', 'debug'] as const;

export const pythonRows: readonly Row[] = [
  {
    sdk,
    scenarios: apiErrors,
    shows: ['http_status_code', 'error_type', 'error_message', 'request_id', 'error_param'],
    why: 'the error text `Error code: N - {…}` has the status and the body, which names type, message and request id',
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
    scenarios: ['bad-gateway'],
    shows: ['http_status_code'],
    why: "the error text is the proxy's page alone, whose title begins with the status",
  },
  {
    sdk,
    scenarios: ['stream-cut'],
    shows: ['error_type'],
    why: '`peer closed connection without sending complete message body` is what httpx says of a body that broke off',
  },
  {
    sdk,
    scenarios: ['stream-cut'],
    loggers: ['json'],
    shows: ['stream_mode', 'stream_error_occurred'],
    why: "the traceback goes through the SDK's _streaming.py",
  },
  {
    sdk,
    scenarios: ['stream-cut'],
    loggers: ['plain'],
    rounds: [1],
    shows: ['stream_mode', 'stream_error_occurred'],
    why: "the traceback goes through the SDK's _streaming.py",
  },
  {
    sdk,
    scenarios: ['timeout'],
    shows: ['error_type', 'http_status_code'],
    why: "`Request timed out` is the SDK's own text; no answer, so no status",
  },
  {
    sdk,
    scenarios: ['refused'],
    shows: ['error_type', 'http_status_code'],
    why: "`Connection error.` is the SDK's own text; no answer, so no status",
  },
  {sdk, loggers: ['json'], scenarios: failures, shows: ['trace_id'], why: 'the application adds its trace id'},
  {
    sdk,
    levels: loud,
    scenarios: answered,
    shows: ['endpoint', 'http_status_code'],
    why: 'the HTTP client\'s line `HTTP Request: POST URL "HTTP/1.1 N …"`, on the same thread as what follows',
  },
  {
    sdk,
    levels: loud,
    scenarios: successes,
    shows: ['error_type', 'error_message'],
    why: 'status 200, and the thread goes on without a failure',
  },
  {
    sdk,
    levels: loud,
    scenarios: retried,
    shows: ['retry_count', 'retry_reason'],
    why: "between the HTTP client's lines of one thread stands `Retrying request to …`",
  },
  {
    sdk,
    levels: loud,
    scenarios: unanswered,
    shows: ['retry_count'],
    why: '`Retrying request to …` stands twice on the thread before the failure (it names a path, not the URL)',
  },
  {
    sdk,
    levels: ['debug'],
    scenarios: everything,
    shows: [
      'model',
      'messages_count',
      'tools_count',
      'tool_names',
      'max_tokens_requested',
      'temperature',
      'stream_mode',
      'content_types_in_messages',
      'user_id_hash',
      'endpoint',
    ],
    why: '`Request options: {…}` has the whole body, `Sending HTTP Request` the URL',
  },
  {
    sdk,
    levels: ['debug'],
    scenarios: answered,
    shows: ['request_id'],
    why: "`HTTP Response: …` and httpcore's line show the response headers",
  },
  {
    sdk,
    levels: ['debug'],
    scenarios: unanswered,
    shows: ['retry_reason'],
    why: '`Encountered …` with its traceback says why each attempt failed',
  },
  {
    sdk,
    levels: ['debug'],
    scenarios: ['stream-cut'],
    shows: ['stream_error_occurred'],
    why: 'the body says stream, and the answer broke off after its headers',
  },
];

export const pythonMentions: readonly Mention[] = [
  {
    sdk,
    scenarios: ['malformed'],
    why: 'only a JSON decoding error of the standard library: no status, no id, no type',
  },
];
