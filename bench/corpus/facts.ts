import type {Prose} from './prose.ts';
import {base58, base62, hexDigits, type Random} from './random.ts';

/** What a made-up call was; each kind of line then prints it in its own way. */
export interface Facts {
  readonly at: number;
  readonly traceId: string;
  readonly requestId: string;
  readonly status: number;
  readonly errorType: string | null;
  readonly errorMessage: string | null;
  readonly model: string;
  readonly endpoint: string;
  readonly sdk: string;
  readonly runtime: string;
  readonly durationMs: number;
}

/** What the writers of lines draw from. `time` moves on with every call. */
export interface World {
  readonly random: Random;
  readonly prose: Prose;
  time: number;
}

type Outcome = readonly [weight: number, status: number, type: string | null, message: string | null];

const outcomes: readonly Outcome[] = [
  [12, 200, null, null],
  [
    20,
    429,
    'rate_limit_error',
    'This request would exceed the rate limit for your organization of 80,000 input tokens per minute',
  ],
  [18, 529, 'overloaded_error', 'Overloaded'],
  [15, 400, 'invalid_request_error', 'messages.2.content.0: text content blocks must be non-empty'],
  [8, 500, 'api_error', 'Internal server error'],
  [6, 401, 'authentication_error', 'invalid x-api-key'],
  [4, 504, 'timeout_error', 'Request timed out.'],
  [4, 200, 'stream_interrupted', 'connection closed unexpectedly after 7 chunks'],
  [3, 403, 'permission_error', 'Your API key does not have permission to use the specified resource'],
  [2, 404, 'not_found_error', 'model: claude-sonnet-0'],
  [2, 413, 'request_too_large', 'Request exceeds the maximum size'],
  [4, 503, 'new_api_error', '当前分组 vip 下对于模型无可用渠道'],
  [2, 502, 'bad_response_status_code', 'bad response status code 502'],
];
const models = [
  'claude-sonnet-4-20250514',
  'claude-3-7-sonnet-20250219',
  'claude-opus-4-1-20250805',
  'claude-3-5-haiku-20241022',
];
const endpoints = [
  'https://api.anthropic.com/v1/messages',
  'https://api.anthropic.com/v1/messages?beta=true',
  'https://relay.example.com/v1/messages',
  'https://llm-gateway.example.net:8443/anthropic/v1/messages',
];
const sdks = [
  ['anthropic-sdk-python==0.39.0', 'Python 3.11.5'],
  ['anthropic-sdk-python==0.52.2', 'Python 3.12.4'],
  ['anthropic-sdk-typescript==0.32.1', 'Node.js 20.11.1'],
  ['anthropic-sdk-go==1.4.0', 'Go 1.23.4'],
] as const;
const services = ['checkout', 'chat', 'nightly_batch', 'support_bot', 'search'];

const everyOutcome = outcomes.flatMap((outcome) => Array<Outcome>(outcome[0]).fill(outcome));
const everyFailure = everyOutcome.filter((outcome) => outcome[2] !== null);

/** A call as it may end. */
export function drawCall(world: World): Facts {
  return draw(world, world.random.pick(everyOutcome));
}

/** A call that failed: the loggers below are only asked to print those. */
export function drawFailure(world: World): Facts & {readonly errorType: string; readonly errorMessage: string} {
  const [weight, status, type, message] = world.random.pick(everyFailure);
  const facts = draw(world, [weight, status, type, message]);
  return {...facts, errorType: type ?? '', errorMessage: facts.errorMessage ?? ''};
}

/**
 * A key no vendor issued, whole only at run time, so that secret scanners find none in the sources. `CANARY` in the
 * output of a run means that a key came through.
 */
export function canaryKey(random: Random): string {
  return ['sk', 'ant', 'api03', `${random.characters(base62, 8)}CANARY${random.characters(base62, 79)}AA`].join('-');
}

export function user(random: Random): string {
  return `user${random.int(1, 40_000)}@example.com`;
}

export function digest(random: Random): string {
  return `sha256:${random.characters(hexDigits, 64)}`;
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}

function draw(world: World, [, status, errorType, message]: Outcome): Facts {
  const {random} = world;
  world.time += random.int(1, 60);
  const [sdk, runtime] = random.pick(sdks);
  const day = iso(world.time).slice(0, 10).replaceAll('-', '');
  return {
    at: world.time,
    traceId: `${random.pick(services)}_${day}_user${random.int(1, 40_000)}_call${random.int(1, 9)}`,
    requestId: random.chance(0.95) ? `req_011C${random.characters(base58, 20)}` : 'unknown',
    status,
    errorType,
    errorMessage: message && random.chance(0.15) ? `${message}: ${world.prose(random.int(40, 320))}` : message,
    model: random.pick(models),
    endpoint: random.pick(endpoints),
    sdk,
    runtime,
    durationMs: random.int(40, 30_000),
  };
}
