/** The JavaScript clients, read from their sources and from the logs by eye. */
import {apiErrors, type Doubt, type Mention, type Row, successes, unanswered} from './row.ts';

const traced = ['pino', 'winston'] as const;
const alone = ['alone'] as const;
const exchange = ['http_status_code', 'error_type', 'error_message', 'request_id', 'error_param'];
const request = ['model', 'endpoint', 'max_tokens_requested', 'temperature', 'stream_mode'];
const content = ['messages_count', 'tools_count', 'tool_names', 'content_types_in_messages', 'request_body_hash'];
const retries = ['retry_count', 'retry_reason', 'request_attempts_log'];
const streamEnd = ['http_status_code', 'stream_mode', 'stream_error_occurred'];
const retriedToTheEnd = ['rate-limited', 'bad-gateway', 'refused'] as const;
const failing = [...apiErrors, 'bad-gateway', 'sse-error', 'stream-cut', 'timeout', 'refused'] as const;

/** All that the Vercel AI SDK says is in its errors; of a call that went well it says nothing. */
const aiSdk: readonly Row[] = [
  ...(
    [
      {loggers: ['console', 'winston'], rounds: [1]},
      {loggers: ['pino'], rounds: [1, 2]},
    ] as const
  ).flatMap((where): Row[] => [
    {
      sdk: 'ai-sdk',
      ...where,
      scenarios: apiErrors,
      shows: [...exchange, ...request],
      why: 'the error has the request, the status, the headers and the body of the answer',
    },
    {
      sdk: 'ai-sdk',
      ...where,
      scenarios: retriedToTheEnd,
      shows: [...request, ...retries],
      why: '`errors` has the error of each attempt, `lastError` that of the last',
    },
    {sdk: 'ai-sdk', ...where, scenarios: ['bad-gateway'], shows: ['http_status_code'], why: 'statusCode'},
    {
      sdk: 'ai-sdk',
      ...where,
      scenarios: unanswered,
      shows: ['error_type', 'http_status_code'],
      why: '`Cannot connect to API`, or the TimeoutError of the signal: no answer, so no status',
    },
    {
      sdk: 'ai-sdk',
      ...where,
      scenarios: ['stream-cut'],
      shows: [...request, ...streamEnd, 'error_type', 'request_id'],
      why: 'statusCode 200, `stream: true` in the request, and no body: `Failed to process successful response`',
    },
  ]),
  {
    sdk: 'ai-sdk',
    loggers: ['pino'],
    scenarios: [...apiErrors, 'bad-gateway', 'refused', 'stream-cut'],
    shows: content,
    why: 'a JSON logger writes the whole request',
  },
  {
    sdk: 'ai-sdk',
    loggers: ['winston'],
    rounds: [1],
    scenarios: [...apiErrors, 'bad-gateway', 'refused', 'stream-cut'],
    shows: content,
    why: 'a JSON logger writes the whole request',
  },
  {
    sdk: 'ai-sdk',
    loggers: ['console', 'winston'],
    rounds: [2],
    scenarios: apiErrors,
    shows: ['error_message'],
    why: 'the message alone',
  },
  {
    sdk: 'ai-sdk',
    loggers: ['console', 'winston'],
    rounds: [2],
    scenarios: ['rate-limited'],
    shows: ['retry_count'],
    why: '`Failed after 3 attempts. Last error: …`',
  },
  {
    sdk: 'ai-sdk',
    loggers: ['winston'],
    rounds: [2],
    scenarios: ['bad-gateway'],
    shows: ['retry_count'],
    why: '`Failed after 3 attempts. Last error: …`',
  },
  {
    sdk: 'ai-sdk',
    loggers: ['console'],
    modes: alone,
    rounds: [2],
    scenarios: ['bad-gateway'],
    shows: ['retry_count'],
    why: '`Failed after 3 attempts. Last error: …`',
  },
  {
    sdk: 'ai-sdk',
    loggers: ['winston'],
    rounds: [2],
    scenarios: ['refused'],
    shows: ['retry_count', 'retry_reason', 'error_type', 'http_status_code'],
    why: '`Failed after 3 attempts. Last error: Cannot connect to API`',
  },
  {
    sdk: 'ai-sdk',
    loggers: ['console'],
    modes: alone,
    rounds: [2],
    scenarios: ['refused'],
    shows: ['retry_count', 'retry_reason', 'error_type', 'http_status_code'],
    why: '`Failed after 3 attempts. Last error: Cannot connect to API`',
  },
  {
    sdk: 'ai-sdk',
    loggers: ['console'],
    modes: alone,
    rounds: [2],
    scenarios: ['timeout'],
    shows: ['error_type', 'http_status_code'],
    why: '`TimeoutError: The operation was aborted due to timeout`',
  },
  {
    sdk: 'ai-sdk',
    loggers: ['console'],
    scenarios: ['sse-error'],
    shows: ['error_type', 'error_message'],
    why: 'the error is the event of the stream',
  },
  {
    sdk: 'ai-sdk',
    from: '7',
    loggers: ['console'],
    scenarios: ['sse-error'],
    shows: streamEnd,
    why: '`AI_StreamProviderError`: the stream had begun with 200',
  },
  {
    sdk: 'ai-sdk',
    below: '7',
    loggers: ['console'],
    rounds: [2],
    scenarios: ['sse-error'],
    shows: streamEnd,
    why: 'streamText prints the event with nothing before it',
  },
  {
    sdk: 'ai-sdk',
    from: '7',
    loggers: traced,
    rounds: [1],
    scenarios: ['sse-error'],
    shows: [...streamEnd, 'error_message'],
    why: 'the error is the event of the stream, which began with 200; pino loses its type',
  },
  {
    sdk: 'ai-sdk',
    loggers: traced,
    rounds: [2],
    scenarios: ['sse-error'],
    shows: [...streamEnd, 'error_type', 'error_message'],
    why: 'streamText prints the event with console.error',
  },
];

const langchain: readonly Row[] = [
  {
    sdk: 'langchain',
    scenarios: apiErrors,
    shows: exchange,
    why: 'the error text `N {…}` of the SDK below has the status and the body',
  },
  {
    sdk: 'langchain',
    scenarios: [...successes, ...apiErrors, 'bad-gateway', 'sse-error', 'stream-cut'],
    shows: ['endpoint', 'http_status_code', 'request_id'],
    why: "the SDK's line `[log_…] post URL … with status N`",
  },
  {sdk: 'langchain', scenarios: successes, shows: ['error_type', 'error_message'], why: 'the line says `succeeded`'},
  {
    sdk: 'langchain',
    scenarios: unanswered,
    shows: ['error_type', 'http_status_code'],
    why: '`connection timed out` or `connection failed`',
  },
  {
    sdk: 'langchain',
    scenarios: ['sse-error'],
    shows: [...streamEnd, 'error_type', 'error_message'],
    why: 'an error text that is the bare body comes only from an event of a stream that began with 200',
  },
  {sdk: 'langchain', scenarios: ['stream-cut'], shows: ['error_type'], why: 'status 200, and then `terminated`'},
  {
    sdk: 'langchain',
    levels: ['debug'],
    scenarios: [...successes, ...failing],
    shows: [...request, 'client_sdk_version', 'sdk_language_runtime'],
    why: '`sending request {…}` has the top of the body and the request headers',
  },
  {
    sdk: 'langchain',
    levels: ['debug'],
    scenarios: ['ok'],
    shows: ['output_tokens', 'input_tokens'],
    why: '`response parsed {…}` has the usage',
  },
];

/** Since some 7.x the SDK prints no body, so no model: that Claude was asked shows in the id of the answer alone. */
const openai: readonly Row[] = [
  {
    sdk: 'openai',
    scenarios: [...successes, ...apiErrors],
    shows: ['http_status_code', 'request_id', 'endpoint'],
    why: '`response start {…}` and `response error {…}` have the status and the headers of the answer',
  },
  {sdk: 'openai', scenarios: successes, shows: ['error_type', 'error_message'], why: 'status 200 and no error'},
  {
    sdk: 'openai',
    scenarios: ['rate-limited-then-ok', 'rate-limited'],
    shows: retries,
    why: '`retryOf` ties the attempts together',
  },
  {
    sdk: 'openai',
    rounds: [1],
    scenarios: apiErrors,
    shows: ['error_type', 'error_message', 'error_param'],
    why: 'the error has the type and the words of the body',
  },
  {
    sdk: 'openai',
    modes: alone,
    rounds: [2],
    scenarios: apiErrors,
    shows: ['error_message'],
    why: 'the text `N words` right behind the line about the same call',
  },
  {sdk: 'openai', rounds: [1], scenarios: ['bad-gateway'], shows: ['http_status_code'], why: 'the status and the page'},
  {
    sdk: 'openai',
    rounds: [1],
    scenarios: unanswered,
    shows: ['error_type', 'http_status_code'],
    why: '`Request timed out.` and `Connection error.`, said by the application about Claude',
  },
];

const axiosEnds = ['bad-param', 'rate-limited', 'bad-gateway', 'timeout', 'refused'] as const;
const axios: readonly Row[] = [
  {
    sdk: 'axios',
    rounds: [1],
    scenarios: axiosEnds,
    shows: [...request, ...content, 'client_sdk_version', 'api_key_prefix'],
    why: '`config` has the request as it was sent, with its headers',
  },
  {
    sdk: 'axios',
    loggers: ['pino'],
    rounds: [2],
    scenarios: axiosEnds,
    shows: [...request, ...content, 'client_sdk_version', 'api_key_prefix'],
    why: '`config` has the request as it was sent, with its headers',
  },
  {
    sdk: 'axios',
    rounds: [1],
    scenarios: ['bad-param', 'rate-limited'],
    shows: ['http_status_code', 'request_id'],
    why: 'the status, and the headers of the answer',
  },
  {
    sdk: 'axios',
    loggers: ['pino'],
    scenarios: ['bad-param', 'rate-limited'],
    shows: exchange,
    why: 'a JSON logger writes the whole answer',
  },
  {
    sdk: 'axios',
    loggers: ['winston'],
    rounds: [1],
    scenarios: ['bad-param', 'rate-limited'],
    shows: exchange,
    why: 'a JSON logger writes the whole answer',
  },
  {
    sdk: 'axios',
    rounds: [1],
    scenarios: ['bad-gateway'],
    shows: ['http_status_code'],
    why: '`Request failed with status code N`',
  },
  {
    sdk: 'axios',
    loggers: ['pino'],
    scenarios: ['bad-gateway'],
    shows: ['http_status_code'],
    why: '`Request failed with status code N`',
  },
  {
    sdk: 'axios',
    loggers: ['console'],
    modes: alone,
    rounds: [2],
    scenarios: ['bad-param', 'rate-limited', 'bad-gateway'],
    shows: ['http_status_code'],
    why: '`Request failed with status code N`',
  },
  {
    sdk: 'axios',
    loggers: ['pino'],
    scenarios: unanswered,
    shows: ['error_type', 'http_status_code'],
    why: 'the code of the error, and no answer',
  },
  {
    sdk: 'axios',
    loggers: ['console', 'winston'],
    rounds: [1],
    scenarios: unanswered,
    shows: ['error_type', 'http_status_code'],
    why: 'the code of the error, and no answer',
  },
  {
    sdk: 'axios',
    loggers: ['console'],
    modes: alone,
    rounds: [2],
    scenarios: unanswered,
    shows: ['error_type', 'http_status_code'],
    why: '`AxiosError: timeout of …` and `AxiosError: connect ECONNREFUSED`',
  },
];

const fetchRows: readonly Row[] = [
  {
    sdk: 'fetch',
    scenarios: apiErrors,
    shows: exchange,
    why: 'the application puts the status and the body into its error',
  },
  {sdk: 'fetch', scenarios: ['bad-gateway'], shows: ['http_status_code'], why: 'the status and the page'},
  {
    sdk: 'fetch',
    scenarios: ['rate-limited-then-ok'],
    shows: exchange,
    why: 'nobody tries again: the application puts the status and the body into its error',
  },
  {
    sdk: 'fetch',
    rounds: [1],
    scenarios: unanswered,
    shows: ['error_type', 'http_status_code'],
    why: '`fetch failed` with its cause, and the TimeoutError of the signal',
  },
  {
    sdk: 'fetch',
    modes: alone,
    rounds: [2],
    scenarios: unanswered,
    shows: ['error_type', 'http_status_code'],
    why: '`TypeError: fetch failed` and `TimeoutError`',
  },
  {
    sdk: 'fetch',
    levels: ['debug'],
    scenarios: ['ok', ...apiErrors, 'rate-limited-then-ok', 'bad-gateway'],
    shows: ['http_status_code', 'endpoint'],
    why: "undici's `received response to POST URL - HTTP N`",
  },
];

const traces: readonly Row[] = (['ai-sdk', 'openai', 'axios'] as const).map((sdk) => ({
  sdk,
  loggers: traced,
  scenarios: failing.filter((name) => name !== 'sse-error'),
  shows: ['trace_id'],
  why: 'the child logger adds the trace id',
}));

export const javascriptRows: readonly Row[] = [...aiSdk, ...langchain, ...openai, ...axios, ...fetchRows, ...traces];

export const javascriptDoubts: readonly Doubt[] = [
  {
    sdk: 'langchain',
    levels: ['debug'],
    modes: ['eight'],
    scenarios: ['stream-cut', ...unanswered],
    keeps: request,
    why: "eight calls at once: nothing ties the failure's text to the SDK's line about the same call",
  },
];

export const javascriptMentions: readonly Mention[] = [
  ...(['ai-sdk', 'axios', 'fetch', 'openai'] as const).map((sdk) => ({
    sdk,
    scenarios: failing,
    why: 'a sentence that says no more than that it failed, or the same sentence as the other call of its kind',
  })),
];
