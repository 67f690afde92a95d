import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';
import validate from '../schema/validate.js';
import {type CliResult, callmill, scratch, summaryOf} from './support-cli.ts';
import {accountProblem, countLines, recordsOf, run} from './support-run.ts';

const call = (message: string): string =>
  JSON.stringify({
    timestamp: 1_795_423_595_123,
    request_id: 'req_011CSHoEeqs5C35K2UUqR7Fy',
    http_status_code: 429,
    error_type: 'rate_limit_error',
    error_message: message,
    model: 'claude-sonnet-4-5',
  });
const GOOD = call('slow down');
const DEPTH = 100_000;
const open = (text: string, times = DEPTH): string => text.repeat(times);

const CASES: readonly {readonly name: string; readonly bytes: Buffer | string; readonly records?: number}[] = [
  {name: 'nothing', bytes: '', records: 0},
  {name: 'one line end', bytes: '\n', records: 0},
  {
    name: 'broken UTF-8 around a call',
    bytes: Buffer.concat([
      Buffer.from([0xff, 0xfe, 0xc0, 0xaf, 0x0a]),
      Buffer.from(`${GOOD}\n`),
      Buffer.from([0xed, 0xa0, 0x80]),
    ]),
    records: 1,
  },
  {
    name: 'broken UTF-8 inside a call',
    bytes: Buffer.concat([
      Buffer.from('{"http_status_code":429,"error_type":"rate_limit_error","model":"claude-x","error_message":"'),
      Buffer.from([0xff, 0xc3, 0x28, 0xf0, 0x9f]),
      Buffer.from('"}\n'),
    ]),
    records: 1,
  },
  {name: 'NUL everywhere', bytes: `\0\0${GOOD}\n\0\n${GOOD.replace('slow', '\\u0000slow')}\n`},
  {name: 'UTF-16', bytes: Buffer.from(`${GOOD}\n${GOOD}\n`, 'utf16le')},
  {name: 'a BOM before the call', bytes: `\ufeff${GOOD}\n`, records: 1},
  {name: 'BOMs before every line', bytes: `\ufeff${GOOD}\n\ufeff${GOOD}\n`},
  {name: 'old Mac line ends', bytes: `${GOOD}\r${GOOD}\r`},
  {name: 'brackets, one line', bytes: `${open('[')}\n${GOOD}\n`, records: 1},
  {name: 'braces, one line', bytes: `${open('{')}\n${GOOD}\n`, records: 1},
  {name: 'nested objects, one line', bytes: `${open('{"error":')}1${open('}')} claude\n${GOOD}\n`, records: 1},
  {
    name: 'a deep field',
    bytes: `{"http_status_code":500,"model":"claude-x","error_message":"m","error":${open('[')}${open(']')}}\n`,
    records: 1,
  },
  {
    name: 'a deep error object',
    bytes: `{"http_status_code":500,"model":"claude-x","error_message":"m","error":${open('{"error":')}1${open('}')}}\n`,
    records: 1,
  },
  {
    name: 'a deep request body',
    bytes: `{"http_status_code":500,"model":"claude-x","error_message":"m","request":{"model":"claude-x","max_tokens":1,"messages":${open('[')}${open(']')}}}\n`,
    records: 1,
  },
  {
    name: 'deep request headers',
    bytes: `{"http_status_code":500,"model":"claude-x","error_message":"m","request_headers":{"a":${open('[')}${open(']')}}}\n`,
    records: 1,
  },
  {
    name: 'deep custom headers and attempts',
    bytes: `{"http_status_code":500,"model":"claude-x","error_message":"m","custom_headers":{"a":${open('[')}${open(']')}},"request_attempts_log":[{"attempt":1,"layer":"sdk","x":${open('[')}${open(']')}}]}\n`,
    records: 1,
  },
  {
    name: 'a deep Python literal',
    bytes: `ERROR:app:Error code: 429 - ${open("{'error': ")}1${open('}')}\nRequest options: {'url': '/v1/messages', 'json_data': ${open('[')}\n${GOOD}\n`,
  },
  {name: 'a deep inspected object', bytes: `[log_a9000c] sending request ${open('{ a: ')}\n${GOOD}\n`},
  {name: 'a deep error text', bytes: `Error: 429 ${open('{"error":{"message":"')}\n${GOOD}\n`},
  {
    name: 'a deep header block',
    bytes: `HTTP Response: POST https://api.anthropic.com/v1/messages "429 x" Headers(${open('(')}\n`,
  },
  {
    name: 'a deep envelope',
    bytes: `${JSON.stringify({log: `${open('{"log":')}\n`, stream: 'stderr', time: '2026-11-23T08:46:35.1Z'})}\n`,
  },
  {
    name: 'our own record, deep',
    bytes: `{"spec":"1","timestamp":1,"trace_id":"t","request_id":"r","http_status_code":500,"error_type":"api_error","error_message":"m","model":"m","endpoint":"e","client_sdk_version":"v","sdk_language_runtime":"r","request_attempts_log":[{"attempt":1,"layer":"sdk","x":${open('[')}${open(']')}}],"source":{"dialect":"x","y":${open('[')}${open(']')}}}\n`,
  },
  {
    name: 'hostile keys',
    bytes: `{"__proto__":{"model":"claude-evil","polluted":1},"constructor":{"prototype":{"polluted":1}},"http_status_code":500,"model":"claude-x","error_message":"m","toString":1,"hasOwnProperty":2}\n{"http_status_code":500,"model":"claude-x","error":{"__proto__":{"polluted":1},"message":"m"},"headers":{"__proto__":"x","retry-after":"1"}}\n`,
    records: 2,
  },
  {name: 'lone surrogates', bytes: `${call('x').replace('"x"', '"\\ud800 and \\udfff"')}\n`, records: 1},
  {name: '10,000 open brackets over many lines', bytes: `${'{\n[\n'.repeat(5000)}${GOOD}\n`},
  {
    name: '10,000 indented open brackets under a call',
    bytes: `[log_a9000c] sending request {\n${'  a: {\n'.repeat(10_000)}${GOOD}\n`,
  },
  {
    name: 'endless indented lines',
    bytes: `ERROR:anthropic:Claude call failed\n${'    at x\n'.repeat(30_000)}${GOOD}\n`,
  },
  {
    name: 'endless indented lines, long ones',
    bytes: `ERROR:anthropic:Claude call failed\n${`    ${'x'.repeat(5000)}\n`.repeat(2000)}${GOOD}\n`,
  },
  {
    name: 'an endless traceback',
    bytes: `Traceback (most recent call last):\n${'  File "x"\n'.repeat(30_000)}anthropic.RateLimitError: Error code: 429\n${GOOD}\n`,
  },
  {
    name: 'endless blank lines',
    bytes: `ERROR:anthropic:Claude call failed\n${'\n'.repeat(30_000)}${GOOD}\n`,
    records: 2,
  },
  {name: '50,000 lines of one byte', bytes: '{\n'.repeat(50_000)},
  {
    name: 'parts without an end',
    bytes: `${JSON.stringify({log: 'x'.repeat(16_384), stream: 'stderr', time: '2026-11-23T08:46:35.1Z'})}\n`.repeat(
      1500,
    ),
  },
  {
    name: 'parts of many sources',
    bytes: Array.from({length: 5000}, (_, i) => `2026-11-23T08:46:35.${i}23456789Z stderr P claude ${i}\n`).join(''),
  },
  {
    name: 'requests without answers',
    bytes: Array.from(
      {length: 4000},
      (_, i) =>
        `[log_${(i + 0x100000).toString(16)}] sending request { url: 'https://api.anthropic.com/v1/messages' }\n`,
    ).join(''),
  },
  {name: 'noise', bytes: noise(300_000)},
  {
    name: 'noise with line ends and keywords',
    bytes: Buffer.concat(
      Array.from({length: 300}, (_, i) =>
        Buffer.concat([noise(200, i + 3), Buffer.from('\nclaude anthropic http_status_code [log_ Error code: 429 {')]),
      ),
    ),
  },
  {
    name: 'quotes and backslashes',
    bytes: `Error code: 429 - ${'\\"'.repeat(100_000)}\nError code: 429 - {'${"\\'".repeat(100_000)}\n{"claude":"${'\\\\'.repeat(100_000)}\n`,
  },
  {
    name: 'words that almost match',
    bytes: `${'Error code: '.repeat(20_000)}\n${'{"type":"error",'.repeat(20_000)}\n${'HTTP Request: POST '.repeat(20_000)}\n${'[log_a9000c] '.repeat(20_000)}\n${'anthropic.'.repeat(20_000)}\n`,
  },
  {
    name: 'numbers out of range',
    bytes: `{"http_status_code":1e999,"model":"claude-x","error_message":"m","response_time_ms":1e300,"retry_count":-1,"max_tokens":1e400,"timestamp":9e99,"temperature":1e999,"output_tokens":-5}\n{"http_status_code":500,"model":"claude-x","error_message":"m","timestamp":-1,"retry_count":1e300,"latency_s":1e305,"input_tokens":0.5}\n`,
    records: 2,
  },
];

function noise(length: number, seed = 1): Buffer {
  let state = seed;
  const bytes = Buffer.alloc(length);
  for (let i = 0; i < length; i++) {
    state = (state * 48271) % 2147483647;
    bytes[i] = state >> 7;
  }
  return bytes;
}

for (const {name, bytes, records} of CASES) {
  test(`hostile: ${name}`, {timeout: 60_000}, () => {
    const input = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
    const out = run(input);
    assert.equal(accountProblem(out.account, countLines(input)), undefined);
    if (records !== undefined) assert.equal(out.records.length, records);
    for (const record of out.records)
      assert.ok(validate(record), `${JSON.stringify(validate.errors?.[0])} ${JSON.stringify(record).slice(0, 400)}`);
    assert.equal(({} as {polluted?: unknown}).polluted, undefined, 'a prototype was polluted');
    assert.equal(
      out.records.some(({model}) => model === 'claude-evil'),
      false,
      'an inherited name was read',
    );
    const again = run(out.text).text;
    assert.ok(again === out.text, 'a second run changed the records');
  });
}

/** No stack, no source path, nothing but lines that say where they come from. */
function assertQuiet({stderr}: CliResult): void {
  assert.doesNotMatch(stderr, /\n\s+at |node:internal|\.js:\d+|Error:|Warning/);
}

test('cli: all of it in one file', () => {
  using dir = scratch();
  const bytes = Buffer.concat(CASES.flatMap(({bytes}) => [Buffer.from(bytes as string), Buffer.from('\n')]));
  const result = callmill([
    dir.write('all.log', bytes),
    '--summary',
    'json',
    '--rejects',
    dir.path('rejects'),
    '--passthrough',
    dir.path('left'),
  ]);
  assert.equal(result.code, 0, result.stderr.slice(0, 500));
  assertQuiet(result);
  const account = summaryOf(result);
  assert.equal(accountProblem(account as never, countLines(bytes)), undefined);
  assert.equal(recordsOf(result.stdout).length, account.records);
});

test('cli: a line of 100 MB', {timeout: 120_000}, () => {
  using dir = scratch();
  const size = 100 << 20;
  const long = Buffer.alloc(size, 'x');
  long.write('{"model":"claude-x","http_status_code":429,"error_message":"');
  const file = dir.write(
    'long.log',
    Buffer.concat([Buffer.from(`${GOOD}\n`), long, Buffer.from(`\n${GOOD.replace('7Fy', '7Fz')}\n`)]),
  );
  const result = callmill([file, '--summary', 'json', '--rejects', dir.path('rejects')], undefined, 100_000);
  assert.equal(result.code, 0, result.stderr.slice(0, 500));
  assertQuiet(result);
  const account = summaryOf(result);
  assert.equal(account.lines, 3);
  assert.equal(account.records, 2);
  assert.equal(account.oversize, 1);
  assert.equal(account.oversize_bytes, size - (16 << 20));
  assert.equal(account.rejected, 1);
  const reject = JSON.parse(dir.read('rejects'));
  assert.deepEqual([reject.reason, reject.line, reject.file], ['too long', 2, file]);
  assert.ok(reject.excerpt.length <= 300);
});

test('cli: truncated JSON that looks like a call goes to the rejects, with its reason and its line', () => {
  using dir = scratch();
  const input = `plain line\n${GOOD}\n${GOOD.slice(0, -20)}\n{"level":"info","msg":"no call`;
  const result = callmill(['--rejects', dir.path('rejects'), '--summary', 'json'], input);
  assert.equal(result.code, 0);
  const rejects = dir
    .read('rejects')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    rejects.map(({reason, line}) => [reason, line]),
    [['broken JSON', 3]],
  );
  assert.ok(GOOD.startsWith(rejects[0].excerpt.slice(0, 60)));
  const {lines, rejected, not_calls, in_records} = summaryOf(result);
  assert.deepEqual({lines, rejected, not_calls, in_records}, {lines: 4, rejected: 1, not_calls: 2, in_records: 1});
});

test('cli: gzip cut short: the readable part is done, one clear line, exit 3', () => {
  using dir = scratch();
  const lines = Array.from({length: 4000}, (_, i) =>
    call(`no. ${i} ${Math.sin(i)}`).replace('7Fy', `${1111 + i}`.replaceAll('0', 'z')),
  );
  const packed = gzipSync(`${lines.join('\n')}\n`);
  const result = callmill([
    dir.write('cut.log.gz', packed.subarray(0, packed.length >> 1)),
    dir.write('good.log', `${GOOD}\n`),
    '--summary',
    'json',
  ]);
  assert.equal(result.code, 3);
  assertQuiet(result);
  const account = summaryOf(result);
  const [said, ...more] = result.stderr.trim().split('\n').slice(0, -1);
  assert.match(said ?? '', /^callmill: .*cut\.log\.gz: gzip data ends early$/);
  assert.deepEqual(more, []);
  const records = recordsOf(result.stdout);
  assert.ok(records.length > 1000 && records.length < 4000, `${records.length} records`);
  assert.equal(accountProblem(account as never, account.lines as number), undefined);
  assert.equal(
    records.filter((record) => record.error_message === 'slow down').length,
    1,
    'the file behind it is read',
  );
});

test('cli: gzip that is none, and an empty gzip', () => {
  using dir = scratch();
  const broken = callmill([
    dir.write('broken.gz', Buffer.concat([Buffer.from([0x1f, 0x8b]), noise(500)])),
    dir.write('good.log', `${GOOD}\n`),
  ]);
  assert.equal(broken.code, 3);
  assert.match(broken.stderr, /^callmill: .*broken\.gz: broken gzip data\n$/);
  assert.equal(recordsOf(broken.stdout).length, 1);
  const empty = callmill([
    dir.write('empty.gz', gzipSync('')),
    dir.write('two.gz', Buffer.concat([gzipSync(`${GOOD}\n`), gzipSync(`${GOOD.replace('7Fy', '7Fz')}\n`)])),
  ]);
  assert.deepEqual([empty.code, empty.stderr, recordsOf(empty.stdout).length], [0, '', 2]);
});

test('cli: empty, missing, a directory, and one that is fine', () => {
  using dir = scratch();
  const result = callmill([
    dir.write('empty.log', ''),
    dir.path('missing.log'),
    dir.path(''),
    dir.write('good.log', `${GOOD}\n`),
    '--summary',
    'json',
  ]);
  assert.equal(result.code, 3);
  assertQuiet(result);
  const said = result.stderr.trim().split('\n').slice(0, -1);
  assert.equal(said.length, 2);
  assert.match(said[0] ?? '', /missing\.log: no such file$/);
  assert.match(said[1] ?? '', /: is a directory$/);
  assert.equal(recordsOf(result.stdout).length, 1);
  const {lines, records} = summaryOf(result);
  assert.deepEqual({lines, records}, {lines: 1, records: 1});
});

test('cli: an empty pipe', () => {
  const result = callmill(['--summary', 'json'], '');
  assert.deepEqual([result.code, result.stdout], [0, '']);
  assert.equal(summaryOf(result).lines, 0);
});

test('cli: one JSON document that breaks off, and one that is no list of calls', () => {
  using dir = scratch();
  const result = callmill([
    dir.write('list.json', `[\n${GOOD},\n${GOOD.replace('7Fy', '7Fz')},\n{"mod`),
    '--summary',
    'json',
  ]);
  assert.equal(result.code, 3);
  assertQuiet(result);
  assert.equal(recordsOf(result.stdout).length, 2);
  const deep = callmill([dir.write('deep.json', `[\n{"model":"claude-x","error":${open('[')}`), '--summary', 'json']);
  assertQuiet(deep);
  assert.ok(deep.code === 3 || deep.code === 0, `exit ${deep.code}`);
});

test('cli: many short parts without an end', () => {
  using dir = scratch();
  const file = dir.write('parts.log', `${'2026-11-23T08:46:35.123456789Z stderr P x\n'.repeat(100_000)}${GOOD}\n`);
  const result = callmill([file, '--summary', 'json'], undefined, 20_000);
  assert.equal(result.code, 0, 'no end within 20 s');
  assert.equal(summaryOf(result).lines, 100_001);
});

test('cli: an output that takes nothing is exit 4 and one line; records still leave when only a side file is full', () => {
  if (!existsSync('/dev/full')) return;
  using dir = scratch();
  const file = dir.write('app.log', `${'no call\n'.repeat(20_000)}${GOOD}\n`);
  const full = callmill([file], undefined, 20_000, '/dev/full');
  assert.equal(full.code, 4);
  assert.match(full.stderr, /^callmill: stdout: [^\n]*\n$/);
  const side = callmill([file, '--passthrough', '/dev/full'], undefined, 20_000);
  assert.match(side.stderr, /^callmill: [^\n]*\n$/);
  assert.doesNotMatch(side.stderr, /internal error/);
  assert.equal(side.code, 4);
});

test('cli: wrong use is one line and exit 2', () => {
  for (const args of [
    ['--only', 'x'],
    ['--nothing'],
    ['--tz', 'Mars/Base'],
    ['--max-line-bytes', '0'],
    ['--max-line-bytes', '-1'],
    ['--format', 'x\u001b[31m'],
    ['--summary'],
    ['--rejects', '/nowhere/at/all', '-'],
  ]) {
    const result = callmill(args);
    assert.equal(result.code, 2, args.join(' '));
    assert.match(result.stderr, /^callmill: [^\n\u001b]*\n$/, args.join(' '));
    assert.equal(result.stdout, '');
  }
});
