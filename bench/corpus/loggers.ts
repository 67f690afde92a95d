import {canaryKey, drawFailure, iso, user, type World} from './facts.ts';
import {dumps, repr} from './python.ts';
import {base62, hexDigits, type Random} from './random.ts';
import {messages} from './records.ts';

const pythonLoggers = ['claude_client', 'app.llm', 'worker.batch'];
const sdkClasses: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  403: 'PermissionDeniedError',
  404: 'NotFoundError',
  429: 'RateLimitError',
};

type Failure = ReturnType<typeof drawFailure>;

/** `logger.error({err, reqParams}, …)` in a Node service with pino's standard serializer. */
export function pino(world: World): string {
  const {random} = world;
  const failure = drawFailure(world);
  const type = sdkClasses[failure.status] ?? 'InternalServerError';
  return JSON.stringify({
    level: 50,
    time: failure.at,
    pid: random.int(10, 9_999),
    hostname: `api-${random.characters(hexDigits, 10)}`,
    trace_id: failure.traceId,
    reqParams: {
      model: failure.model,
      max_tokens: 1024,
      stream: random.chance(0.5),
      messages: random.chance(0.4) ? messages(world) : undefined,
    },
    err: {
      type,
      message: `${failure.status} ${JSON.stringify(body(failure))}`,
      stack: stack(random, type, failure.status),
      status: failure.status,
      headers: headers(random, failure),
      requestID: failure.requestId,
      error: body(failure),
    },
    responseTime: failure.durationMs,
    apiKey: random.chance(0.1) ? canaryKey(random) : undefined,
    msg: 'Claude API call failed',
  });
}

/** python-json-logger with the fields given as `extra`, one in five with its traceback. */
export function pythonJson(world: World): string {
  const {random} = world;
  const failure = drawFailure(world);
  return dumps({
    asctime: pythonTime(failure.at),
    name: random.pick(pythonLoggers),
    levelname: 'ERROR',
    message: 'Claude API call failed',
    trace_id: failure.traceId,
    request_id: failure.requestId,
    http_status_code: failure.status,
    error_type: failure.errorType,
    error_message: failure.errorMessage,
    model: failure.model,
    endpoint: failure.endpoint,
    response_time_ms: failure.durationMs,
    user_id: random.chance(0.2) ? user(random) : undefined,
    exc_info: random.chance(0.2) ? traceback(random, failure) : undefined,
  });
}

/** The plain text most Python services write: `str()` of the SDK's exception. */
export function pythonText(world: World): string {
  const {random} = world;
  const failure = drawFailure(world);
  const sent = random.chance(0.1) ? ` headers=${repr({'x-api-key': canaryKey(random)})}` : '';
  const where = `${pythonTime(failure.at)} ERROR [${random.pick(pythonLoggers)}] [trace_id=${failure.traceId}]`;
  return `${where} call failed after ${failure.durationMs}ms: ${exception(failure)}${sent}`;
}

/** Docker's json-file driver around another line. */
export function docker({random, time}: World, line: string): string {
  const nanoseconds = iso(time).replace('Z', `${random.characters('0123456789', 6)}Z`);
  return JSON.stringify({log: `${line}\n`, stream: random.chance(0.7) ? 'stderr' : 'stdout', time: nanoseconds});
}

/** new-api: the access line, the channel's error, and the line its error table gets. */
export function gin(world: World): string {
  const {random} = world;
  const {at, status, model, durationMs, ...failure} = drawFailure(world);
  const message = failure.errorMessage.replaceAll('\n', ' ');
  const [day, clock] = iso(at).slice(0, 19).replaceAll('-', '/').split('T');
  const id = `${`${day}${clock}`.replace(/\D/g, '')}${random.characters('0123456789', 9)}${random.characters(base62, 8)}`;
  const stamp = `${day} - ${clock} | ${id} |`;
  const seconds = (durationMs / 1000).toFixed(6);
  const channel = random.int(1, 90);
  return random.pick([
    `[GIN] ${stamp} ${status} | ${seconds.padStart(12)}s | ${address(random).padStart(15)} |    POST /v1/messages`,
    `[ERR] ${stamp} channel error (channel #${channel}, status code: ${status}): ${message} `,
    `[INFO] ${stamp} record error log: userId=${random.int(1, 999)}, channelId=${channel}, modelName=${model}, ` +
      `tokenName=default, content=status_code=${status}, ${message}`,
  ]);
}

/** What stands around the calls: health checks, cache lines, stray stack frames, other services. */
export function noise(world: World): string {
  const {random, prose} = world;
  world.time += random.int(1, 60);
  const stamp = pythonTime(world.time);
  return random.pick([
    () => `${stamp} INFO [app.http] GET /healthz 200 ${random.int(1, 9)}ms`,
    () => `${stamp} DEBUG [app.cache] hit key=${random.characters(hexDigits, 24)} bytes=${random.int(1, 9_999)}`,
    () => `    at async Server.<anonymous> (/app/src/server.ts:${random.int(1, 300)}:${random.int(1, 80)})`,
    () =>
      `${address(random)} - - [${iso(world.time)}] "GET /assets/${random.characters(hexDigits, 12)}.js" 200 ${random.int(100, 99_999)}`,
    () => healthCheck(world),
    () => `${stamp} INFO [app.orders] ${prose(random.int(80, 600)).replaceAll('\n', ' ')}`,
  ])();
}

function body({errorType, errorMessage, requestId}: Failure) {
  return {type: 'error', error: {type: errorType, message: errorMessage}, request_id: requestId};
}

function exception(failure: Failure): string {
  return `Error code: ${failure.status} - ${repr(body(failure))}`;
}

function traceback(random: Random, failure: Failure): string {
  const frame = `  File "/app/service/client.py", line ${random.int(10, 300)}, in call\n    return self.client.messages.create(**request)`;
  const name = sdkClasses[failure.status] ?? 'InternalServerError';
  return `Traceback (most recent call last):\n${frame}\nanthropic.${name}: ${exception(failure)}`;
}

function stack(random: Random, type: string, status: number): string {
  const sdk = '/app/node_modules/@anthropic-ai/sdk';
  return [
    `${type}: ${status}`,
    `    at APIError.generate (${sdk}/core/error.js:${random.int(40, 60)}:20)`,
    `    at Anthropic.makeStatusError (${sdk}/client.js:${random.int(150, 190)}:32)`,
    `    at Anthropic.makeRequest (${sdk}/client.js:${random.int(300, 340)}:30)`,
    '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
    `    at async callClaude (/app/src/chat.ts:${random.int(10, 400)}:18)`,
  ].join('\n');
}

function headers(random: Random, {at, requestId, status}: Failure) {
  return {
    date: new Date(at).toUTCString(),
    'content-type': 'application/json',
    'request-id': requestId,
    'x-should-retry': String(random.chance(0.5)),
    'cf-ray': `${random.characters(hexDigits, 16)}-HKG`,
    'retry-after': status === 429 ? String(random.int(1, 60)) : undefined,
    'anthropic-ratelimit-requests-remaining': status === 429 ? '0' : undefined,
  };
}

function healthCheck({random, time}: World): string {
  const hostname = `api-${random.characters(hexDigits, 10)}`;
  const exchange = {req: {method: 'GET', url: '/healthz'}, res: {statusCode: 200}};
  return JSON.stringify({level: 30, time, pid: 12, hostname, ...exchange, msg: 'request completed'});
}

/** From the blocks that are reserved for documentation. */
function address(random: Random): string {
  return `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.int(1, 254)}`;
}

function pythonTime(at: number): string {
  return iso(at).replace('T', ' ').replace('.', ',').slice(0, 23);
}
