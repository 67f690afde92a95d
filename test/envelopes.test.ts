import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Unwrapped, Wrapped} from '../src/envelopes/define.ts';
import {envelopes, unwrapOnce} from '../src/envelopes/index.ts';
import {placeOfFile} from '../src/envelopes/place.ts';
import {parentOf, traceIdIn, traceIdOf} from '../src/envelopes/trace.ts';
import {parseObject} from '../src/util/json.ts';

const folder = new URL('../src/envelopes/', import.meta.url);
const utc = () => 0;

function wrapped(text: string): Wrapped {
  return {text, json: text.startsWith('{') ? parseObject(text) : undefined};
}

function unwrap(text: string): {id: string; inner: Unwrapped} {
  const found = unwrapOnce(wrapped(text), utc);
  assert.ok(found, `nothing claims ${text}`);
  return {id: found.envelope.id, inner: found.inner};
}

for (const envelope of envelopes) {
  test(`${envelope.id}: examples`, () => {
    assert.ok(envelope.examples.length >= 2);
    for (const [line, inner] of envelope.examples) {
      const found = unwrap(line);
      assert.deepEqual({id: found.id, text: found.inner.text}, {id: envelope.id, text: inner}, line);
      assert.equal(wrapped(line).json === undefined ? 'text' : 'json', envelope.shape, line);
    }
  });

  test(`${envelope.id}: near misses`, () => {
    assert.ok(envelope.near.length >= 1);
    for (const [line, why] of envelope.near) {
      assert.equal(envelope.unwrap(wrapped(line), utc), undefined, `${line}: ${why}`);
    }
  });
}

test('the index lists every envelope of the folder once', async () => {
  const ids: string[] = [];
  for (const file of readdirSync(folder)) {
    if (file === 'index.ts') continue;
    const exported = Object.values(await import(new URL(file, folder).href));
    const found = exported.filter((value) => typeof value === 'object' && value !== null && 'unwrap' in value);
    assert.ok(found.length <= 1, file);
    if (found.length === 1) ids.push(file.replace('.ts', ''));
  }
  assert.deepEqual(envelopes.map(({id}) => id).sort(), ids.sort());
});

const PLAIN = [
  '{"timestamp":1795423595123,"trace_id":"a1","error_type":"api_error","request_id":"req_1","status":529}',
  '{"spec":"1","timestamp":1795423595123,"trace_id":"a1","error_message":"Overloaded","source":{"host":"reed-2"}}',
  '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_1"}',
  '{"message":"Internal Server Error","code":"api_error","modelId":"claude-sonnet-4-5"}',
  '{}',
  '',
  'Traceback (most recent call last):',
  '    at Heron.land (heron.js:3:7)',
  '[log_c135c6] connection failed - retrying, 1 attempts remaining',
  'Error code: 529 - {"type":"error"}',
  'anthropic.InternalServerError: Error code: 529',
  'API Error (529 {"type":"error"}) · Retrying in 4 seconds… (attempt 4/10)',
  '--> POST https://api.anthropic.com/v1/messages (137-byte body)',
  '2026-11-23 08:46:35',
  'INFO:     127.0.0.1:60342 - "POST /v1/messages HTTP/1.1" 400 Bad Request',
  '198.51.100.34 - - [08/Apr/2026:20:24:55 +0000] "POST /v1/messages HTTP/1.1" 502 150',
];

test('what carries no sign of a collector or logger is left alone', () => {
  for (const line of PLAIN) assert.equal(unwrapOnce(wrapped(line), utc)?.envelope.id, undefined, line);
});

/** The way the engine goes: text that stands alone is asked again. */
function unwrapAll(line: string): {ids: string[]; text: string; contexts: unknown[]} {
  const ids: string[] = [];
  const contexts: unknown[] = [];
  let entry = wrapped(line);
  for (let depth = 0; depth < 5; depth++) {
    const found = unwrapOnce(entry, utc);
    if (found === undefined) break;
    ids.push(found.envelope.id);
    contexts.push({...found.inner.context, ...found.inner.source, part: found.inner.part});
    entry = found.inner.json ? {text: found.inner.text, json: undefined} : wrapped(found.inner.text);
    if (found.inner.json) break;
  }
  return {ids, text: entry.text, contexts};
}

test('docker around pino', () => {
  const log = JSON.stringify({level: 50, time: 1795423595000, pid: 412, hostname: 'reed-2', msg: 'failed'});
  const found = unwrapAll(JSON.stringify({log: `${log}\n`, stream: 'stdout', time: '2026-11-23T08:46:36Z'}));
  assert.deepEqual(found.ids, ['docker', 'pino']);
  assert.equal(found.text, 'failed');
  assert.deepEqual(found.contexts, [
    {at: Date.UTC(2026, 10, 23, 8, 46, 36), stream: 'stdout', part: 'last'},
    {at: 1795423595000, level: 'error', pid: '412', host: 'reed-2', part: undefined},
  ]);
});

test('cri around Python logging', () => {
  const found = unwrapAll(
    '2026-11-23T08:46:43.5Z stderr F 2026-11-23 08:46:42,774 - httpx - INFO - HTTP Request: POST',
  );
  assert.deepEqual(found.ids, ['cri', 'python-logging']);
  assert.equal(found.text, 'HTTP Request: POST');
  assert.deepEqual(found.contexts[1], {
    at: Date.UTC(2026, 10, 23, 8, 46, 42, 774),
    zoneless: true,
    level: 'info',
    logger: 'httpx',
    part: undefined,
  });
});

test('fluent-bit around plain text', () => {
  const found = unwrapAll('{"date":1795423794.5,"stream":"stderr","_p":"F","log":"API Error: Connection error"}');
  assert.deepEqual([found.ids, found.text], [['fluent-bit'], 'API Error: Connection error']);
  assert.deepEqual(found.contexts, [{at: 1795423794500, stream: 'stderr', part: undefined}]);
});

test('a logger hands on its object, a transport does not', () => {
  for (const {shape, heads, examples} of envelopes.filter((one) => one.shape === 'json')) {
    for (const [line] of examples)
      assert.equal(unwrap(line).inner.json !== undefined, heads === true, `${shape}: ${line}`);
  }
});

const FACTS: readonly (readonly [line: string, facts: object])[] = [
  [
    '{ "msg": " x", "rawmsg": "x", "timereported": "2026-11-23T08:46:35+00:00", "hostname": "reed-2", "syslogtag": "heron[412]:", "pri": "11", "programname": "heron", "procid": "412" }',
    {at: Date.UTC(2026, 10, 23, 8, 46, 35), host: 'reed-2', tag: 'heron', pid: '412', level: 'error'},
  ],
  [
    '{"PROGRAM":"heron","PRIORITY":"err","PID":"412","MESSAGE":"x","ISODATE":"2026-11-23T08:46:35+00:00","HOST":"reed-2"}',
    {at: Date.UTC(2026, 10, 23, 8, 46, 35), host: 'reed-2', tag: 'heron', pid: '412', level: 'err'},
  ],
  [
    '{"topic":"heron-logs","partition":1,"offset":77,"tstype":"create","ts":1795423595123,"key":null,"payload":"x"}',
    {at: 1795423595123, tag: 'heron-logs'},
  ],
  [
    '{"labels":{"app":"heron","pod":"heron-0","namespace":"marsh","container":"api"},"line":"x","timestamp":"2026-11-23T08:46:35Z"}',
    {at: Date.UTC(2026, 10, 23, 8, 46, 35), pod: 'heron-0', namespace: 'marsh', container: 'api', tag: 'heron'},
  ],
  ['2026-11-23T08:46:35Z {app="heron", pod="heron-0"} x', {at: Date.UTC(2026, 10, 23, 8, 46, 35), pod: 'heron-0'}],
  ['2026-11-23T08:46:35.5+00:00 app[web.1]: x', {tag: 'app', container: 'web.1', host: undefined}],
  [
    '83 <190>1 2026-11-23T08:46:35+00:00 host app worker.2 - x',
    {level: 'info', container: 'worker.2', host: undefined},
  ],
  ['[pod/heron-7d9f8b6c5-x2vqp/api] x', {pod: 'heron-7d9f8b6c5-x2vqp', container: 'api', namespace: undefined}],
  ['marsh heron-7d9f8b6c5-x2vqp api X', {pod: 'heron-7d9f8b6c5-x2vqp', container: 'api', namespace: 'marsh'}],
  [
    '{"message":"x","nodeName":"reed-2","namespace":"marsh","podName":"heron-0","containerName":"api"}',
    {host: 'reed-2', namespace: 'marsh', pod: 'heron-0', container: 'api'},
  ],
  [
    '{"container_id":"2c1f","container_name":"/heron","source":"stdout","log":"x","partial_message":"true","partial_last":"false"}',
    {container: 'heron', stream: 'stdout', part: 'more'},
  ],
  ['2026-11-23 08:46:35.123456789 +0000 docker.heron: {"log":"x"}', {tag: 'docker.heron'}],
  [
    '{"@timestamp":"2026-11-23T08:46:35Z","message":"x","host":{"name":"reed-2"},"log":{"file":{"path":"/var/log/heron.log"}},"agent":{"type":"filebeat"}}',
    {host: 'reed-2', file: '/var/log/heron.log'},
  ],
  [
    '{"@timestamp":"2026-11-23T08:46:35Z","log.level":"ERROR","message":"x","ecs.version":"1.2.0","log.logger":"heron.Nest","trace.id":"4bf9"}',
    {level: 'error', logger: 'heron.Nest', traceId: '4bf9'},
  ],
  [
    '{"version":"1.1","host":"reed-2","short_message":"x","timestamp":1795423595.123,"level":3,"_container_name":"heron"}',
    {at: 1795423595123, level: 'error', host: 'reed-2', container: 'heron'},
  ],
  [
    '{"message":"x","status":"error","timestamp":1795423595123,"hostname":"reed-2","service":"heron","ddtags":"kube_namespace:marsh,pod_name:heron-0"}',
    {at: 1795423595123, host: 'reed-2', namespace: 'marsh', pod: 'heron-0', tag: 'heron'},
  ],
  [
    'Mon 2026-11-23 08:46:35 UTC reed-2 heron.service[412]: x',
    {at: Date.UTC(2026, 10, 23, 8, 46, 35), zoneless: undefined, unit: 'heron.service', pid: '412'},
  ],
  ['Nov 23 08:46:35.123456 reed-2 heron[412]: x', {at: undefined, host: 'reed-2', tag: 'heron'}],
  ['1795423595.123456 reed-2 heron[412]: x', {at: 1795423595123, host: 'reed-2'}],
  [
    `{"date":1.5,"log":"x","stream":"stdout","file":"/var/log/containers/heron-0_marsh_api-${'0a'.repeat(32)}.log"}`,
    {pod: 'heron-0', namespace: 'marsh', container: 'api'},
  ],
  ['{"log":"half","stream":"stdout","time":"2026-11-23T08:46:36Z"}', {part: 'more'}],
  ['2026-11-23T08:46:36Z stdout P half', {part: 'more', stream: 'stdout'}],
  [`{"date":1.5,"stream":"stdout","log":"${'x'.repeat(16384)}"}`, {part: 'more'}],
  [`{"date":1.5,"stream":"stdout","_p":"P","log":"${'x'.repeat(16384)}"}`, {part: undefined}],
  ['{"MESSAGE":"x","__CURSOR":"s","CONTAINER_PARTIAL_ID":"1","CONTAINER_PARTIAL_MESSAGE":"true"}', {part: 'more'}],
  ['{"MESSAGE":"x","__REALTIME_TIMESTAMP":"1795423595123456","PRIORITY":"3"}', {at: 1795423595123, level: 'error'}],
  [
    '<11>Nov 23 08:46:35 reed-2 heron[412]: x',
    {at: undefined, level: 'error', host: 'reed-2', tag: 'heron', pid: '412'},
  ],
  ['<30>Nov 23 08:46:35 heron[412]: x', {host: undefined, tag: 'heron', pid: '412'}],
  [
    '<11>1 2026-11-23T08:46:35Z reed-2 - - - - x',
    {at: Date.UTC(2026, 10, 23, 8, 46, 35), host: 'reed-2', tag: undefined},
  ],
  [
    'heron_api.1.qp8x2mv7k1zt4n9c0w3b5d6fa@reed-2 | x',
    {container: 'heron_api.1.qp8x2mv7k1zt4n9c0w3b5d6fa', host: 'reed-2'},
  ],
  ['[2026-11-23 08:46:35 - httpx:1025 - INFO] x', {logger: 'httpx', level: 'info', zoneless: true}],
  [
    '2026-11-23 08:46:42,774 ERROR [ThreadPoolExecutor-0_3] heron: x',
    {thread: 'ThreadPoolExecutor-0_3', logger: 'heron'},
  ],
  ['2026-11-23 08:46:42,774 ERROR [heron] [trace_id=4bf9 span_id=0] x', {traceId: '4bf9', logger: 'heron'}],
  ['2026-11-23 08:46:42,774 ERROR [7713] [asyncio_0] x', {pid: '7713', thread: 'asyncio_0'}],
  ['2026-11-23 08:46:42,774 | warning | heron | x', {level: 'warning', logger: 'heron'}],
  ['[2026-11-23 08:46:35,123: WARNING/ForkPoolWorker-8] x', {level: 'warning', thread: 'ForkPoolWorker-8'}],
  [
    '2026-11-23 08:46:42.8 INFO [Dummy-2] [_client.py:1025] c23cb653133fa7faacca4a17e4e4a020 - x',
    {thread: 'Dummy-2', traceId: 'c23cb653133fa7faacca4a17e4e4a020'},
  ],
  [
    '{"message":"x","levelname":"INFO","threadName":"MainThread","taskName":"Task-7","process":412}',
    {thread: 'Task-7', pid: '412'},
  ],
];

test('what the wrapping knew', () => {
  for (const [line, facts] of FACTS) {
    const {inner} = unwrap(line);
    const known: Record<string, unknown> = {...inner.context, ...inner.source, part: inner.part};
    for (const [name, value] of Object.entries(facts))
      assert.equal(known[name], value, `${name} of ${line.slice(0, 120)}`);
  }
});

/** Python messages that look like one more part of the prefix. */
const MESSAGES = [
  'Error code: 529 - {"type":"error"}',
  'request_id: req_1',
  'anthropic.APIStatusError: Error code: 529',
  '2 retries left',
  'messages.1.content: text is empty - really',
  '[log_c135c6] connection failed - retrying',
  'api.anthropic.com answered 529',
  'Claude call failed',
  'Retrying request to /v1/messages in 0.437589 seconds',
  '400 - {"type":"error"}',
  'https://api.anthropic.com/v1/messages - 529',
];

test('the message stays whole', () => {
  for (const message of MESSAGES) {
    for (const prefix of [
      '2026-11-23 08:46:42,774 ERROR ',
      '2026-11-23 08:46:42,774 - ERROR - ',
      '2026-11-23 08:46:42 [ERROR] ',
    ]) {
      assert.equal(unwrap(prefix + message).inner.text, message, prefix + message);
    }
  }
});

test('what the name of a file of the kubelet says', () => {
  const id = 'a1'.repeat(32);
  const place = {pod: 'heron-7d9f8b6c5-x2vqp', namespace: 'marsh', container: 'api'};
  assert.deepEqual(placeOfFile(`/var/log/containers/heron-7d9f8b6c5-x2vqp_marsh_api-${id}.log`), place);
  assert.deepEqual(placeOfFile(`kube.var.log.containers.heron-7d9f8b6c5-x2vqp_marsh_api-${id}.log`), place);
  assert.deepEqual(
    placeOfFile('/var/log/pods/marsh_heron-7d9f8b6c5-x2vqp_0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0/api/0.log'),
    place,
  );
  assert.equal(placeOfFile('/var/log/heron_marsh_api.log'), undefined);
});

test('fields that a collector has parsed out of the line go with it', () => {
  const filebeat = unwrap(
    '{"@timestamp":"2026-11-23T08:46:35Z","message":"call failed","http_status_code":529,"agent":{"type":"filebeat"}}',
  );
  assert.deepEqual(filebeat.inner.json, {message: 'call failed', http_status_code: 529});
  const datadog = unwrap(
    '{"_id":"AQ","date":"2026-11-23T08:46:35Z","service":"heron","message":"call failed","attributes":{"http_status_code":529},"tags":[]}',
  );
  assert.deepEqual(datadog.inner.json, {message: 'call failed', http_status_code: 529});
});

test('trace ids', () => {
  const of = (text: string) => traceIdOf(parseObject(text)!);
  assert.equal(of('{"reqId":"req-7","trace_id":"a1"}'), 'a1');
  assert.equal(of('{"trace":{"id":"a2"}}'), 'a2');
  assert.equal(of('{"trace.id":"a3"}'), 'a3');
  assert.equal(of('{"otelTraceID":"0","correlation_id":"a4"}'), 'a4');
  assert.equal(
    of('{"traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}'),
    '4bf92f3577b34da6a3ce929d0e0e4736',
  );
  assert.equal(of('{"reqId":7}'), '7');
  assert.equal(of('{"req_id":"req_1"}'), undefined);
  assert.equal(parentOf('00-00000000000000000000000000000000-00f067aa0ba902b7-01'), undefined);
  assert.equal(traceIdIn('span_id=b traceId=a5'), 'a5');
  assert.equal(traceIdIn('trace_id=None span_id=0'), undefined);
});

test('long hostile lines take no time', () => {
  const parts = ['a=', '[', '] ', 'a.', 'a:', ' - ', '\\"', '#012', 'Thread-', '1', ' ', '[a b="', '\t'];
  const heads = [
    '',
    '2026-11-23 08:46:42,774 - ',
    '<11>1 2026-11-23T08:46:35Z h a - - ',
    '<11>Nov 23 08:46:35 ',
    '[2026-11-23 08:46:35 ',
    'INFO:',
  ];
  const started = performance.now();
  for (const head of heads) {
    for (const part of parts) unwrapOnce({text: head + part.repeat(100_000), json: undefined}, utc);
  }
  assert.ok(performance.now() - started < 2000);
});

const LINES = envelopes.flatMap(({examples}) => examples.map(([line]) => line));

test('any value under any known name is survived', () => {
  const bases = LINES.map(parseObject).filter((base) => base !== undefined);
  const names = [...new Set(bases.flatMap((base) => Object.keys(base)))];
  const property = fc.property(
    fc.constantFrom(...bases),
    fc.dictionary(fc.constantFrom(...names), fc.jsonValue({maxDepth: 3})),
    (base, changes) => {
      const found = unwrapOnce(wrapped(JSON.stringify({...base, ...changes})), utc);
      if (found !== undefined) assert.equal(typeof found.inner.text, 'string');
    },
  );
  fc.assert(property, {numRuns: 2000});
});

test('any text is survived, and a text envelope only ever takes off a head', () => {
  const bases = LINES.filter((line) => !line.startsWith('{'));
  const property = fc.property(fc.constantFrom(...bases), fc.nat(60), fc.string({unit: 'binary'}), (base, at, text) => {
    const line = base.slice(0, at) + text;
    const inner = unwrapOnce({text: line, json: undefined}, utc)?.inner;
    // Pairs are decoded or put together anew, and a column has something to its right.
    if (inner === undefined || inner.json !== undefined || inner.wrap !== undefined || line.includes('#0')) return;
    assert.ok(line.endsWith(inner.text), line);
  });
  fc.assert(property, {numRuns: 2000});
});
