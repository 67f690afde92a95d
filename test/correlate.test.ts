import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createNormaliser} from '../src/engine/index.ts';
import type {CallRecord} from '../src/spec/types.ts';
import {accountProblem, run, utc} from './support-run.ts';

type Wanted = Partial<Record<keyof CallRecord, unknown>>;

interface Scenario {
  readonly name: string;
  readonly lines: readonly string[];
  /** One entry for each record, in order; only the fields that are named are compared. */
  readonly records: readonly Wanted[];
  readonly unfinished?: number;
}

const URL_ = 'https://api.anthropic.com/v1/messages';
const ID = (n: number): string => `req_011CSHoEeqs5C35K2UUqR7F${n}`;
const START = Date.UTC(2026, 10, 24, 13, 28, 29);
const stamp = (ms: number): string => new Date(START + ms).toISOString();

/** Python's logging; `ms` from the start. */
const py = (ms: number, level: string, logger: string, text: string, thread = 'MainThread'): string =>
  `${stamp(ms).slice(0, 19).replace('T', ' ')},${stamp(ms).slice(20, 23)} ${level} [${thread}] ${logger}: ${text}`;
const options = (key: string, model = 'claude-sonnet-4-5', more = ''): string =>
  `Request options: {'method': 'post', 'url': '/v1/messages', 'idempotency_key': '${key}', 'json_data': {'model': '${model}', 'max_tokens': 9, 'messages': [{'role': 'user', 'content': 'x'}]${more}}}`;
const answered = (status: string): string => `HTTP Request: POST ${URL_} "HTTP/1.1 ${status}"`;
const headers = (status: string, id: string): string =>
  `HTTP Response: POST ${URL_} "${status}" Headers({'request-id': '${id}', 'content-type': 'application/json'})`;
const retrying = (seconds: string): string => `Retrying request to /v1/messages in ${seconds} seconds`;
const pyError = (status: number, type: string, message: string, id: string): string =>
  `Error code: ${status} - {'type': 'error', 'error': {'type': '${type}', 'message': '${message}'}, 'request_id': '${id}'}`;

const sdk = 'anthropic._base_client';
const debugOf = (ms: number, key: string, status: string, id: string, thread?: string): string[] => [
  py(ms, 'DEBUG', sdk, options(key), thread),
  py(ms + 100, 'INFO', 'httpx', answered(status), thread),
  py(ms + 100, 'DEBUG', sdk, headers(status, id), thread),
];

/** pino around the TypeScript SDK's lines. */
const pino = (ms: number, msg: string, more: object = {}): string =>
  JSON.stringify({level: 30, time: START + ms, pid: 7, hostname: 'app-1', ...more, msg});
const ts = (log: string, id: string | undefined, rest: string, first?: string): string =>
  `[${log}${first === undefined ? '' : `, retryOf: ${first}`}${id === undefined ? '' : `, request-id: "${id}"`}] ${rest}`;
const failed = (status: number, ms: number, left: number): string =>
  `post ${URL_} failed with status ${status} in ${ms}ms - ${left > 0 ? `retrying, ${left} attempts remaining` : 'error; no more retries left'}`;
const succeeded = (ms: number): string => `post ${URL_} succeeded with status 200 in ${ms}ms`;

const docker = (line: string, more: object = {}): string =>
  JSON.stringify({log: `${line}\n`, stream: 'stderr', time: stamp(0), ...more});
const compose = (container: string, line: string): string => `${container}  | ${line}`;

const app = (more: object): string =>
  JSON.stringify({
    timestamp: START,
    request_id: ID(1),
    http_status_code: 429,
    error_type: 'rate_limit_error',
    error_message: 'slow down',
    model: 'claude-sonnet-4-5',
    ...more,
  });

/** nginx in front, with the id of the answer or without, and with its own. */
const access = (ms: number, status: number, id: string | undefined, own = ''): string =>
  JSON.stringify({
    time_iso8601: stamp(ms),
    remote_addr: '203.0.113.7',
    request: 'POST /v1/messages HTTP/1.1',
    status: String(status),
    body_bytes_sent: '130',
    upstream_status: String(status),
    upstream_request_id: id ?? '',
    request_id: own,
  });

const TRACEBACK = (id: string): string[] => [
  'Traceback (most recent call last):',
  '  File "/srv/app/.venv/lib/python3.11/site-packages/anthropic/_base_client.py", line 1102, in request',
  '    raise self._make_status_error_from_response(err.response) from None',
  `anthropic.RateLimitError: ${pyError(429, 'rate_limit_error', 'slow down', id)}`,
];

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'proxy: its line comes before the SDK has shown the id',
    lines: [
      access(90, 429, ID(1)),
      ...debugOf(0, 'stainless-python-retry-1', '429 Too Many Requests', ID(1)),
      py(110, 'INFO', sdk, retrying('0.4')),
      py(500, 'DEBUG', sdk, options('stainless-python-retry-1')),
      access(590, 200, ID(2)),
      py(600, 'INFO', 'httpx', answered('200 OK')),
      py(600, 'DEBUG', sdk, headers('200 OK', ID(2))),
    ],
    records: [{request_id: ID(2), http_status_code: 200, retry_count: 1, client_ip: '203.0.113.7'}],
  },
  {
    name: 'proxy: its line comes after the error of the application',
    lines: [
      py(100, 'INFO', 'httpx', answered('429 Too Many Requests')),
      py(110, 'ERROR', 'orders', pyError(429, 'rate_limit_error', 'slow down', ID(1))),
      access(90, 429, ID(1)),
    ],
    records: [{request_id: ID(1), error_type: 'rate_limit_error', client_ip: '203.0.113.7'}],
  },
  {
    name: 'proxy: no id, no merging',
    lines: [
      py(100, 'INFO', 'httpx', answered('429 Too Many Requests')),
      access(90, 429, undefined),
      py(110, 'ERROR', 'orders', pyError(429, 'rate_limit_error', 'slow down', ID(1))),
    ],
    records: [
      {request_id: ID(1), error_type: 'rate_limit_error', client_ip: undefined},
      {request_id: 'unknown', error_type: 'unknown_error_type', client_ip: '203.0.113.7'},
    ],
  },
  {
    name: 'proxy: a relay gave its own id to both',
    lines: [
      app({request_id: '2f0d8d0d59860f4fc0337c596cf03f6e'}),
      access(90, 429, undefined, '2f0d8d0d59860f4fc0337c596cf03f6e'),
    ],
    records: [{request_id: '2f0d8d0d59860f4fc0337c596cf03f6e', model: 'claude-sonnet-4-5', client_ip: '203.0.113.7'}],
  },
  {
    name: 'proxy: two behind each other see one exchange',
    lines: [
      access(90, 429, ID(1)),
      `<134>1 ${stamp(95)} edge-1 haproxy 7 - - 203.0.113.7:53930 [24/Nov/2026:13:28:29.010] claude api/s1 0/0/3/6/85 429 654 - - ---- 2/2/1/1/0 0/0 {${ID(1)}} "POST /v1/messages HTTP/1.1"`,
    ],
    records: [{request_id: ID(1), http_status_code: 429}],
  },
  {
    name: 'TypeScript: a retryOf chain is one call',
    lines: [
      pino(0, ts('log_aaaaaa', ID(1), failed(429, 40, 2))),
      pino(500, ts('log_bbbbbb', ID(2), failed(529, 50, 1), 'log_aaaaaa')),
      pino(1000, ts('log_cccccc', ID(3), succeeded(60), 'log_aaaaaa')),
    ],
    records: [
      {
        request_id: ID(3),
        http_status_code: 200,
        error_type: null,
        error_message: null,
        retry_count: 2,
        retry_reason: '529_overloaded',
        timestamp: START + 1000,
      },
    ],
  },
  {
    name: 'TypeScript: a chain that fails in the end',
    lines: [
      pino(0, ts('log_aaaaaa', ID(1), failed(529, 40, 1))),
      pino(900, ts('log_bbbbbb', ID(2), failed(529, 50, 0), 'log_aaaaaa')),
    ],
    records: [{request_id: ID(2), http_status_code: 529, retry_count: 1, retry_reason: '529_overloaded'}],
  },
  {
    name: 'TypeScript: two chains that take turns stay two',
    lines: [
      pino(0, ts('log_aaaaaa', ID(1), failed(429, 40, 1))),
      pino(10, ts('log_bbbbbb', ID(2), failed(529, 50, 1))),
      pino(500, ts('log_cccccc', ID(3), succeeded(60), 'log_bbbbbb')),
      pino(600, ts('log_dddddd', ID(4), failed(429, 60, 0), 'log_aaaaaa')),
    ],
    records: [
      {request_id: ID(3), http_status_code: 200, retry_count: 1, retry_reason: '529_overloaded'},
      {request_id: ID(4), http_status_code: 429, retry_count: 1, retry_reason: '429_rate_limit'},
    ],
  },
  {
    name: 'Python: the idempotency key holds the attempts together',
    lines: [
      ...debugOf(0, 'key-1', '429 Too Many Requests', ID(1)),
      py(110, 'INFO', sdk, retrying('0.4')),
      ...debugOf(500, 'key-1', '200 OK', ID(2)),
    ],
    records: [
      {
        request_id: ID(2),
        http_status_code: 200,
        error_type: null,
        retry_count: 1,
        retry_reason: '429_rate_limit',
        response_time_ms: 600,
        model: 'claude-sonnet-4-5',
      },
    ],
  },
  {
    name: 'Python: two keys at once, one lane',
    lines: [
      py(0, 'DEBUG', sdk, options('key-1', 'claude-opus-4-1')),
      py(5, 'DEBUG', sdk, options('key-2', 'claude-haiku-4-5')),
      py(100, 'DEBUG', sdk, headers('429 Too Many Requests', ID(1))),
      py(110, 'DEBUG', sdk, headers('200 OK', ID(2))),
      py(120, 'ERROR', 'app', `Claude call failed: ${pyError(429, 'rate_limit_error', 'slow down', ID(1))}`),
    ],
    // Neither answer says whose it is, so each stands for itself.
    records: [
      {request_id: ID(1), http_status_code: 429, error_message: 'slow down'},
      {request_id: ID(2), http_status_code: 200, error_type: null},
    ],
    unfinished: 2,
  },
  {
    name: "Python at INFO: the same logger's retry line in between",
    lines: [
      py(0, 'INFO', 'httpx', answered('529 ')),
      py(1, 'INFO', sdk, retrying('0.4')),
      py(500, 'INFO', 'httpx', answered('529 ')),
      py(501, 'INFO', sdk, retrying('0.9')),
      py(1500, 'INFO', 'httpx', answered('200 OK')),
    ],
    records: [
      {
        http_status_code: 200,
        error_type: null,
        retry_count: 2,
        retry_reason: '529_overloaded',
        timestamp: START + 1500,
      },
    ],
  },
  {
    name: 'Python at INFO: neighbours without a retry line are two calls',
    lines: [py(0, 'INFO', 'httpx', answered('529 ')), py(500, 'INFO', 'httpx', answered('200 OK'))],
    records: [{http_status_code: 529}, {http_status_code: 200}],
  },
  {
    name: "SDK lines, the application's error line and the traceback are one record",
    lines: [
      ...debugOf(0, 'key-1', '429 Too Many Requests', ID(1)),
      py(120, 'ERROR', 'orders', 'Claude call failed'),
      ...TRACEBACK(ID(1)),
    ],
    records: [
      {
        request_id: ID(1),
        http_status_code: 429,
        error_type: 'rate_limit_error',
        error_message: 'slow down',
        sdk_language_runtime: 'Python 3.11',
        model: 'claude-sonnet-4-5',
      },
    ],
  },
  {
    name: "the application's JSON line and the SDK's lines are one record",
    lines: [...debugOf(0, 'key-1', '429 Too Many Requests', ID(1)), app({trace_id: 't-9', business_module: 'orders'})],
    records: [
      {request_id: ID(1), trace_id: 't-9', business_module: 'orders', max_tokens_requested: 9, http_status_code: 429},
    ],
  },
  {
    name: 'a line said twice within the window is one record',
    lines: [app({}), app({}), app({error_message: 'slow down, again'})],
    records: [{request_id: ID(1), error_message: 'slow down'}],
  },
  {
    name: 'a line said again after its record left is no second record',
    lines: [app({}), app({timestamp: START + 60_000, request_id: ID(2)}), app({timestamp: START + 61_000})],
    records: [{request_id: ID(1)}, {request_id: ID(2)}],
  },
  {
    name: 'two ids are two calls, alike as they are',
    lines: [app({}), app({request_id: ID(2)})],
    records: [{request_id: ID(1)}, {request_id: ID(2)}],
  },
  {
    name: "ids of another shape than Claude's join nothing",
    lines: [app({request_id: '17', trace_id: 'a'}), app({request_id: '17', trace_id: 'b'})],
    records: [
      {request_id: '17', trace_id: 'a'},
      {request_id: '17', trace_id: 'b'},
    ],
  },
  {
    name: 'two threads at once',
    lines: [
      py(0, 'INFO', 'httpx', answered('529 '), 'Thread-1 (run)'),
      py(1, 'INFO', 'httpx', answered('429 Too Many Requests'), 'Thread-2 (run)'),
      py(2, 'INFO', sdk, retrying('0.4'), 'Thread-1 (run)'),
      py(3, 'INFO', sdk, retrying('0.4'), 'Thread-2 (run)'),
      py(500, 'INFO', 'httpx', answered('200 OK'), 'Thread-2 (run)'),
      py(600, 'INFO', 'httpx', answered('529 '), 'Thread-1 (run)'),
      py(
        601,
        'ERROR',
        'app',
        `Claude call failed: ${pyError(529, 'overloaded_error', 'Overloaded', ID(5))}`,
        'Thread-1 (run)',
      ),
    ],
    records: [
      {http_status_code: 200, retry_count: 1, retry_reason: '429_rate_limit'},
      {http_status_code: 529, retry_count: 1, retry_reason: '529_overloaded', request_id: ID(5)},
    ],
  },
  {
    name: 'two containers at once',
    lines: [
      compose('api-1', py(0, 'INFO', 'httpx', answered('429 Too Many Requests'))),
      compose('api-2', py(1, 'INFO', 'httpx', answered('429 Too Many Requests'))),
      compose('api-2', py(2, 'ERROR', 'app', `Claude call failed: ${pyError(429, 'rate_limit_error', 'two', ID(2))}`)),
      compose('api-1', py(3, 'ERROR', 'app', `Claude call failed: ${pyError(429, 'rate_limit_error', 'one', ID(1))}`)),
    ],
    records: [
      {request_id: ID(1), error_message: 'one'},
      {request_id: ID(2), error_message: 'two'},
    ],
  },
  {
    name: 'two traces at once',
    lines: [
      pino(0, answered('429 Too Many Requests'), {trace_id: 'a'}),
      pino(1, answered('429 Too Many Requests'), {trace_id: 'b'}),
      pino(2, `Claude call failed: ${pyError(429, 'rate_limit_error', 'one', ID(1))}`, {trace_id: 'a'}),
      pino(3, `Claude call failed: ${pyError(429, 'rate_limit_error', 'two', ID(2))}`, {trace_id: 'b'}),
    ],
    records: [
      {trace_id: 'a', error_message: 'one'},
      {trace_id: 'b', error_message: 'two'},
    ],
  },
  {
    name: 'attempts keep their own status, id, time and reason',
    lines: [
      pino(0, ts('log_aaaaaa', ID(1), failed(429, 40, 2))),
      pino(500, ts('log_bbbbbb', undefined, 'connection failed - retrying, 1 attempts remaining')),
      pino(1000, ts('log_cccccc', ID(3), failed(500, 60, 0), 'log_aaaaaa')),
    ],
    records: [
      {
        request_id: ID(3),
        http_status_code: 500,
        retry_count: 2,
        request_attempts_log: [
          {
            attempt: 1,
            timestamp: START,
            request_id: ID(1),
            http_status_code: 429,
            error_type: 'rate_limit_error',
            reason: '429_rate_limit',
            duration_ms: 40,
            layer: 'sdk',
          },
          {
            attempt: 2,
            timestamp: START + 500,
            error_type: 'connection_error',
            reason: 'connection_error',
            layer: 'sdk',
          },
          {
            attempt: 3,
            timestamp: START + 1000,
            request_id: ID(3),
            http_status_code: 500,
            error_type: 'api_error',
            reason: '5xx_server_error',
            duration_ms: 60,
            layer: 'sdk',
          },
        ],
      },
    ],
  },
  {
    name: 'the time of a call goes from the first request to the last answer',
    lines: [
      pino(1000, ts('log_aaaaaa', ID(1), failed(529, 300, 1))),
      pino(2500, ts('log_bbbbbb', ID(2), succeeded(400), 'log_aaaaaa')),
    ],
    records: [{response_time_ms: 1800, timestamp: START + 2500}],
  },
  {
    name: 'one attempt: its own time',
    lines: [pino(1000, ts('log_aaaaaa', ID(1), succeeded(321)))],
    records: [{response_time_ms: 321, http_status_code: 200, request_id: ID(1)}],
  },
  {
    name: 'what the application measured wins',
    lines: [...debugOf(0, 'key-1', '429 Too Many Requests', ID(1)), app({response_time_ms: 4321})],
    records: [{response_time_ms: 4321}],
  },
  {
    name: 'a request without an outcome is no record',
    lines: [py(0, 'DEBUG', sdk, options('key-1')), py(5, 'INFO', 'app', 'still here')],
    records: [],
    unfinished: 1,
  },
  {
    name: 'a request without an outcome beside one with an outcome',
    lines: [
      py(0, 'DEBUG', sdk, options('key-1'), 'Thread-1 (run)'),
      ...debugOf(10, 'key-2', '200 OK', ID(2), 'Thread-2 (run)'),
    ],
    records: [{request_id: ID(2)}],
    unfinished: 1,
  },
  {
    name: 'no answer at all: a timeout has no status',
    lines: [
      py(0, 'DEBUG', sdk, options('key-1')),
      py(9000, 'ERROR', 'app', 'Claude call failed: anthropic.APITimeoutError: Request timed out.'),
    ],
    records: [{http_status_code: null, error_type: 'timeout', response_time_ms: 9000}],
  },
  {
    name: 'a long call: the answer comes after the window',
    lines: [py(0, 'DEBUG', sdk, options('key-1')), py(240_000, 'INFO', 'httpx', answered('200 OK'))],
    records: [{http_status_code: 200, response_time_ms: 240_000, model: 'claude-sonnet-4-5'}],
  },
  {
    name: 'a retry after a long retry-after',
    lines: [
      py(0, 'INFO', 'httpx', answered('429 Too Many Requests')),
      py(1, 'INFO', sdk, retrying('60.0')),
      py(61_000, 'INFO', 'httpx', answered('200 OK')),
    ],
    records: [{http_status_code: 200, retry_count: 1, retry_reason: '429_rate_limit'}],
  },
  {
    name: 'an error line long after the window belongs to another call',
    lines: [
      py(0, 'INFO', 'httpx', answered('429 Too Many Requests')),
      py(1_000_000, 'INFO', 'httpx', answered('429 Too Many Requests')),
    ],
    records: [{timestamp: START}, {timestamp: START + 1_000_000}],
  },
  {
    name: 'an error of another model does not join',
    lines: [
      ...debugOf(0, 'key-1', '429 Too Many Requests', ID(1)),
      app({request_id: 'unknown', model: 'claude-opus-4-1'}),
    ],
    records: [
      {request_id: ID(1), model: 'claude-sonnet-4-5'},
      {request_id: 'unknown', model: 'claude-opus-4-1'},
    ],
  },
  {
    name: 'an error of another status does not join',
    lines: [
      py(0, 'INFO', 'httpx', answered('429 Too Many Requests')),
      py(5, 'ERROR', 'app', `Claude call failed: ${pyError(529, 'overloaded_error', 'Overloaded', ID(2))}`),
    ],
    records: [{http_status_code: 429}, {http_status_code: 529, request_id: ID(2)}],
  },
  {
    name: 'a stream that broke after 200',
    lines: [
      py(0, 'DEBUG', sdk, options('key-1', 'claude-sonnet-4-5', ", 'stream': True")),
      py(100, 'DEBUG', sdk, headers('200 OK', ID(1))),
      py(
        900,
        'ERROR',
        'app',
        "Claude call failed: anthropic.APIStatusError: {'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Overloaded'}}",
      ),
    ],
    records: [
      {
        http_status_code: 200,
        error_type: 'overloaded_error',
        stream_mode: true,
        stream_error_occurred: true,
        request_id: ID(1),
      },
    ],
  },
  {
    name: 'lines of a call in docker, one record',
    lines: [...debugOf(0, 'key-1', '429 Too Many Requests', ID(1)), ...TRACEBACK(ID(1))].map((line) => docker(line)),
    records: [{request_id: ID(1), error_type: 'rate_limit_error', http_status_code: 429}],
  },
];

for (const {name, lines, records, unfinished = 0} of SCENARIOS) {
  test(`correlate: ${name}`, () => {
    const input = `${lines.join('\n')}\n`;
    const out = run(input);
    const byId = (a: CallRecord, b: CallRecord): number =>
      a.request_id.localeCompare(b.request_id) || a.timestamp - b.timestamp;
    const got =
      out.records.length > 1 && records.every(({request_id}) => request_id !== undefined)
        ? [...out.records].sort(byId)
        : out.records;
    assert.equal(got.length, records.length, JSON.stringify(got, undefined, 1));
    for (const [i, want] of records.entries()) {
      const seen = Object.fromEntries(Object.keys(want).map((field) => [field, got[i]?.[field as keyof CallRecord]]));
      assert.deepEqual(seen, want);
    }
    assert.equal(out.account.unfinished, unfinished);
    assert.equal(accountProblem(out.account, lines.length), undefined);
  });
}

test('two files at once are never merged', () => {
  const one = py(0, 'INFO', 'httpx', answered('429 Too Many Requests'));
  const two = py(1, 'ERROR', 'app', `Claude call failed: ${pyError(429, 'rate_limit_error', 'slow down', ID(1))}`);
  assert.equal(run(`${one}\n${two}\n`).records.length, 1, 'in one file they are one call');
  const engine = createNormaliser({
    now: () => 0,
    zone: utc,
    zoneAssumed: false,
    only: 'all',
    userId: 'hash',
    keepHeaders: [],
    correlateWindow: 5000,
  });
  const records = [
    ...engine.push({text: one, file: 'a.log', number: 1}),
    ...engine.push({text: two, file: 'b.log', number: 1}),
    ...engine.end(),
  ];
  assert.deepEqual(records.map(({source}) => source?.file).sort(), ['a.log', 'b.log']);
});

test('a line in two parts is read whole, wherever it was cut', () => {
  const line = py(0, 'ERROR', 'app', `Claude call failed: ${pyError(429, 'rate_limit_error', 'slow down', ID(1))}`);
  const cri = (text: string, tag: string): string => `${stamp(0).replace('Z', '000000Z')} stderr ${tag} ${text}`;
  const wanted = run(`${cri(line, 'F')}\n`).records;
  assert.equal(wanted.length, 1);
  for (let at = 1; at < line.length; at++) {
    const out = run(`${cri(line.slice(0, at), 'P')}\n${cri(line.slice(at), 'F')}\n`);
    assert.deepEqual(out.records, wanted, `cut at ${at}: ${line.slice(at - 10, at)}|${line.slice(at, at + 10)}`);
    assert.equal(accountProblem(out.account, 2), undefined);
  }
});

test('a keyword in two parts', () => {
  // The only words of the line that say what it is are cut in two.
  const text = 'Request timed out.';
  for (let at = 1; at < text.length; at++) {
    const cut = run(`${stamp(0)} stderr P ${text.slice(0, at)}\n${stamp(0)} stderr F ${text.slice(at)}\n`);
    assert.equal(cut.records.length, 1, `cut at ${at}: ${text.slice(at - 10, at)}|${text.slice(at, at + 10)}`);
  }
});

test('the window is honoured', () => {
  const lines = [
    py(0, 'INFO', 'httpx', answered('429 Too Many Requests')),
    py(3000, 'ERROR', 'app', `Claude call failed: ${pyError(429, 'rate_limit_error', 'slow down', ID(1))}`),
  ];
  assert.equal(run(`${lines.join('\n')}\n`, {correlateWindow: 5000}).records.length, 1);
});

test('a thousand calls at once, by their keys', () => {
  const starts = Array.from({length: 1000}, (_, i) => py(i, 'DEBUG', sdk, options(`key-${i}`)));
  const again = Array.from({length: 1000}, (_, i) => ts(`log_${(i + 0x100000).toString(16)}`, undefined, succeeded(5)));
  const out = run(`${[...starts, ...again].join('\n')}\n`);
  assert.equal(out.account.records, 1000);
  assert.equal(accountProblem(out.account, 2000), undefined);
});
