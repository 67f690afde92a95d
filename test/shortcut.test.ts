import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import fc from 'fast-check';
import {encode} from '../src/engine/encode.ts';
import {createNormaliser} from '../src/engine/normalise.ts';
import {zoneOf} from '../src/util/time.ts';

/** Both ways through the engine must give the same bytes; the long way is the reference. */
function output(lines: readonly string[], longWay: boolean): {text: string; plain: number} {
  const normaliser = createNormaliser({
    now: () => 0,
    zone: zoneOf('UTC') as () => number,
    zoneAssumed: false,
    only: 'all',
    userId: 'hash',
    keepHeaders: [],
    correlateWindow: 5000,
    longWay,
  });
  let text = '';
  let plain = 0;
  for (const [i, line] of lines.entries()) {
    const records = normaliser.push({text: line, number: i + 1});
    plain += records.length;
    for (const record of records) text += encode(record);
  }
  for (const record of normaliser.end()) text += encode(record);
  return {text: `${text}${JSON.stringify(normaliser.account)}`, plain};
}

const corpus = (kind: string): string[] =>
  execFileSync(process.execPath, ['--import', 'tsx', 'bench/generate.ts', '3000000', kind, '7'], {
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .toString()
    .split('\n')
    .filter(Boolean);

for (const kind of ['raw', 'canon', 'mixed']) {
  test(`shortcut: ${kind} lines give the same bytes as the long way`, () => {
    const lines = corpus(kind);
    assert.equal(output(lines, false).text, output(lines, true).text);
  });
}

const BASE = {
  timestamp: 1795423595123,
  trace_id: 'order_20261123_call3',
  request_id: 'req_011CSHoEeqs5C35K2UUqR7Fy',
  http_status_code: 429,
  error_type: 'rate_limit_error',
  error_message: 'This request would exceed the rate limit',
  model: 'claude-sonnet-4-5',
  endpoint: 'https://api.anthropic.com/v1/messages',
  client_sdk_version: 'anthropic-sdk-python==0.57.1',
  sdk_language_runtime: 'Python 3.11.5',
};

const NAMES = [
  ...Object.keys(BASE),
  'status_code',
  'latency_ms',
  'response_time_ms',
  'api_key',
  'api_key_prefix',
  'user_id',
  'messages',
  'tools',
  'response',
  'retry_count',
  'retry_reason',
  'temperature',
  'stream_mode',
  'error_param',
  'messages_count',
  'level',
  'message',
  'msg',
  'time',
  'err',
  'spec',
  'extra',
  'note',
  '__proto__',
  'constructor',
  'custom_headers',
  'content_types_in_messages',
  'output_tokens',
  'stream_error_occurred',
  'request_attempts_log',
  'max_tokens',
  'stream',
  'log',
  'code',
];
const VALUES = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    1,
    2,
    200,
    429,
    529,
    1795423595123,
    1e21,
    -1,
    0.5,
    '',
    'unknown',
    'None',
    'claude-opus-4-1',
    'gpt-4o',
    'error',
    'api_error',
    '429 {"type":"error"}',
    'a "quoted" value\n',
    'é漢字',
    '\u0000',
    '\\',
    '{}',
    [],
    {},
    [{role: 'user', content: 'x'.repeat(300)}],
    [{role: 'user', content: [{type: 'image', source: {type: 'base64', data: 'y'.repeat(400)}}]}],
    [{name: 'get_weather', description: 'z'.repeat(200)}],
    {content: [{type: 'text', text: 'w'.repeat(200)}], usage: {output_tokens: 3}},
    {error: {type: 'api_error', message: 'm'}},
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  ),
  fc.jsonValue({maxDepth: 2}),
);
const ENTRY = fc.array(fc.tuple(fc.constantFrom(...NAMES), VALUES), {maxLength: 6});

const RUNS = 3000;
/** Found by this test before: a plain line between two others that could be one call. */
const FOUND: [[string, unknown][][], string][] = [
  [[[['request_id', []]], [], [['message', '429 {"type":"error"}']]], ''],
  [
    [
      [['request_id', []]],
      [],
      [
        ['message', '429 {"type":"error"}'],
        ['trace_id', null],
        ['request_id', null],
      ],
    ],
    '',
  ],
];

test('shortcut: any change to a plain line gives the same bytes as the long way', () => {
  fc.assert(
    fc.property(fc.array(ENTRY, {minLength: 1, maxLength: 3}), fc.constantFrom('', ' '), (entries, space) => {
      const lines = entries.map((changes, i) => {
        const entry = new Map<string, unknown>(Object.entries({...BASE, request_id: `${BASE.request_id}${'ABC'[i]}`}));
        for (const [name, value] of changes) entry.set(name, value);
        return `{${[...entry].map(([name, value]) => `${JSON.stringify(name)}:${space}${JSON.stringify(value)}`).join(`,${space}`)}}`;
      });
      assert.equal(output(lines, false).text, output(lines, true).text);
    }),
    {numRuns: RUNS, examples: FOUND},
  );
});

test('shortcut: any cut or splice of a plain line gives the same bytes as the long way', () => {
  const line = JSON.stringify({
    ...BASE,
    api_key: 'not-a-key-at-all',
    messages: [{role: 'user', content: 'hello'}],
    note: 'a "b" \\ c',
  });
  fc.assert(
    fc.property(
      fc.nat(line.length),
      fc.nat(6),
      fc.constantFrom('', '"', '{', '}', ',', ':', '\\', ' ', 'x', '1', '\u0001', '[', ']'),
      (at, length, piece) => {
        const broken = line.slice(0, at) + piece + line.slice(at + length);
        assert.equal(output([broken, line], false).text, output([broken, line], true).text);
      },
    ),
    {numRuns: RUNS},
  );
});

test('shortcut: the plain line of the test does take it', () => {
  assert.equal(output([JSON.stringify(BASE)], false).plain, 1);
});
