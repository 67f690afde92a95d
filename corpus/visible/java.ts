/** Java, read from the SDK's sources (2.8.1, 3.13.0) and from the logs by eye. */
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

const sdk = 'java';
const loud = ['info', 'debug'] as const;
const withTags = ['logback', 'log4j2'] as const;

export const javaRows: readonly Row[] = [
  {
    sdk,
    scenarios: apiErrors,
    shows: ['http_status_code', 'error_type', 'error_message', 'request_id', 'error_param'],
    why: 'the exception says `N: {…}`: the status and the body, which names type, message and request id',
  },
  {sdk, scenarios: ['bad-gateway'], shows: ['http_status_code'], why: 'the exception says `502: `'},
  {
    sdk,
    scenarios: ['sse-error'],
    shows: ['http_status_code', 'error_type', 'error_message', 'stream_mode', 'stream_error_occurred'],
    why: 'a status of 200 before the body of an error comes only from an error event of a stream',
  },
  {sdk, rounds: [1], scenarios: ['sse-error'], shows: ['request_id'], why: "the event's body names the request id"},
  {
    sdk,
    scenarios: ['stream-cut'],
    shows: ['error_type', 'stream_mode', 'stream_error_occurred'],
    why: '`Stream failed` is what the SDK says of a stream that broke off',
  },
  {
    sdk,
    rounds: [1],
    scenarios: ['timeout', 'refused'],
    shows: ['error_type', 'http_status_code'],
    why: '`Request failed`, and the causes below say why; no answer, so no status',
  },
  {
    sdk,
    loggers: ['logback-json', 'log4j2-json'],
    scenarios: failures,
    shows: ['trace_id'],
    why: 'the application adds its trace id',
  },
  {
    sdk,
    loggers: withTags,
    rounds: [1],
    scenarios: failures.filter((name) => name !== 'malformed'),
    shows: ['client_sdk_version'],
    why: 'the stack names the jar of the SDK behind each line',
  },
  {
    sdk,
    levels: loud,
    scenarios: answered,
    shows: ['endpoint', 'http_status_code'],
    why: '`--> POST URL` and `<-- N`, on the only thread there is',
  },
  {
    sdk,
    levels: loud,
    scenarios: successes,
    shows: ['error_type', 'error_message', 'response_time_ms'],
    why: '`<-- 200 (Nms)`, and no failure follows',
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
      'content_types_in_messages',
      'user_id_hash',
      'endpoint',
      'client_sdk_version',
      'sdk_language_runtime',
    ],
    why: 'below `--> POST URL` stand the headers and the whole body of the request',
  },
  {
    sdk,
    levels: ['debug'],
    scenarios: answered,
    shows: ['request_id'],
    why: 'below `<-- N` stand the headers of the answer',
  },
  {
    sdk,
    levels: ['debug'],
    scenarios: [...retried, ...unanswered],
    shows: ['retry_count', 'retry_reason'],
    why: 'X-Stainless-Retry-Count counts the attempts',
  },
];

export const javaDoubts: readonly Doubt[] = [
  {
    sdk,
    levels: loud,
    modes: ['eight'],
    scenarios: everything,
    keeps: ['http_status_code', 'error_type', 'error_message', 'error_param', 'stream_error_occurred'],
    why: 'the lines of eight calls are mixed, and nothing in them says which answer is whose',
  },
  {
    sdk,
    levels: ['info'],
    modes: ['alone'],
    scenarios: [...retried, ...unanswered],
    keeps: ['http_status_code', 'error_type', 'error_message', 'request_id', 'endpoint'],
    why: 'nothing says that an attempt is the retry of another one',
  },
];

export const javaMentions: readonly Mention[] = [
  {
    sdk,
    scenarios: ['malformed'],
    why: '`Error reading response` tells of no status, no id, no type',
  },
  {
    sdk,
    rounds: [2],
    scenarios: ['timeout', 'refused'],
    why: '`Request failed` without its causes does not say whether it was a timeout',
  },
];
