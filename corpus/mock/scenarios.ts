/** What the mock answers, as data; ids and the headers every answer has are added by the server. */
import type {ScenarioName} from '../plan.ts';

export type Answer =
  | {readonly kind: 'message'}
  | {readonly kind: 'stream'; readonly end: 'complete' | 'error-event' | 'cut'}
  | ApiError
  | {readonly kind: 'html'; readonly status: number; readonly reason: string}
  | {readonly kind: 'silence'}
  | {readonly kind: 'not-json'};

export interface ApiError {
  readonly kind: 'error';
  readonly status: number;
  readonly reason: string;
  readonly type: string;
  /** One per round, so that no two failing calls say the same. */
  readonly messages: readonly [string, string];
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Scenario {
  readonly fails: Answer;
  /** Set when the SDK's retries help: after as many failures as the round's number comes this. */
  readonly afterwards?: Answer;
}

const rateLimits = {
  'anthropic-ratelimit-requests-limit': '50',
  'anthropic-ratelimit-requests-remaining': '0',
  'anthropic-ratelimit-requests-reset': '2026-11-24T14:00:00Z',
  'anthropic-ratelimit-tokens-limit': '40000',
  'anthropic-ratelimit-tokens-remaining': '0',
  'anthropic-ratelimit-tokens-reset': '2026-11-24T14:00:00Z',
};
/** Both forms: the official SDKs read the milliseconds first, which keeps a capture quick. */
const comeBackSoon = {'retry-after': '1', 'retry-after-ms': '40', 'x-should-retry': 'true'};
const neverRetry = {'x-should-retry': 'false'};

const message: Answer = {kind: 'message'};

const rateLimit: ApiError = {
  kind: 'error',
  status: 429,
  reason: 'Too Many Requests',
  type: 'rate_limit_error',
  messages: [
    "This request would exceed your organization's rate limit of 50 requests per minute.",
    'Number of request tokens has exceeded your per-minute rate limit.',
  ],
  headers: {...rateLimits, ...comeBackSoon},
};

const overloaded: ApiError = {
  // The real server sends no reason phrase with 529.
  kind: 'error',
  status: 529,
  reason: '',
  type: 'overloaded_error',
  messages: ['Overloaded', 'Overloaded'],
  headers: comeBackSoon,
};

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  ok: {fails: message},
  'ok-stream': {fails: {kind: 'stream', end: 'complete'}},
  'bad-param': {
    fails: clientError(400, 'Bad Request', 'invalid_request_error', [
      'messages.1.content.0.text: text content blocks must be non-empty',
      'tools.0.custom.input_schema: JSON schema is invalid. It must match JSON Schema draft 2020-12',
    ]),
  },
  unauthorized: {
    fails: clientError(401, 'Unauthorized', 'authentication_error', ['invalid x-api-key', 'API key is expired']),
  },
  forbidden: {
    fails: clientError(403, 'Forbidden', 'permission_error', [
      'Your API key does not have permission to use the specified resource.',
      'This organization has been disabled: it\'s "on hold" until 1 January.',
    ]),
  },
  'not-found': {
    fails: clientError(404, 'Not Found', 'not_found_error', [
      'model: claude-sonnet-9-0',
      'The requested resource could not be found.',
    ]),
  },
  'too-large': {
    fails: clientError(413, 'Payload Too Large', 'request_too_large', [
      'Request exceeds the maximum size',
      'Request exceeds the maximum allowed number of bytes.',
    ]),
  },
  'rate-limited-then-ok': {fails: rateLimit, afterwards: message},
  'rate-limited': {fails: rateLimit},
  'server-error': {
    fails: {
      kind: 'error',
      status: 500,
      reason: 'Internal Server Error',
      type: 'api_error',
      messages: ['Internal server error', 'An unexpected error has occurred internal to our systems.'],
      headers: {'retry-after-ms': '40'},
    },
  },
  'overloaded-then-ok': {fails: overloaded, afterwards: message},
  'bad-gateway': {fails: {kind: 'html', status: 502, reason: 'Bad Gateway'}},
  'sse-error': {fails: {kind: 'stream', end: 'error-event'}},
  'stream-cut': {fails: {kind: 'stream', end: 'cut'}},
  timeout: {fails: {kind: 'silence'}},
  refused: {fails: {kind: 'silence'}},
  malformed: {fails: {kind: 'not-json'}},
};

/** The answer to one attempt (from 1); `round` is the how-manieth call of this scenario it is. */
export function answerFor(name: ScenarioName, round: number, attempt: number): Answer {
  const scenario = scenarios[name];
  return scenario.afterwards !== undefined && attempt > round ? scenario.afterwards : scenario.fails;
}

function clientError(status: number, reason: string, type: string, messages: readonly [string, string]): ApiError {
  return {kind: 'error', status, reason, type, messages, headers: neverRetry};
}
