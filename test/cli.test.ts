import assert from 'node:assert/strict';
import {type ChildProcessWithoutNullStreams, spawn, spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import schema from '../schema/call-record.schema.json' with {type: 'json'};
import {dialects} from '../src/dialects/index.ts';
import {envelopes} from '../src/envelopes/index.ts';
import {ERROR_TYPES} from '../src/spec/error-types.ts';
import {FIELD_NAMES} from '../src/spec/fields.ts';
import {caseNames, openCase} from './support/cases.ts';

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
/** Nothing of this machine's settings; the local zone is UTC. */
const ENV = {TZ: 'UTC'};
const PATIENCE_MS = 20_000;
/** util-linux gives a command a terminal; without it there is none here. */
const TERMINAL = 'script';

const record = (n: number): string =>
  `${JSON.stringify({
    timestamp: 1772445600000 + n,
    trace_id: `t${n}`,
    request_id: 'unknown',
    http_status_code: 200,
    error_type: null,
    error_message: null,
    model: 'claude-sonnet-4-5',
    endpoint: 'unknown',
    client_sdk_version: 'unknown',
    sdk_language_runtime: 'unknown',
    spec: '1',
  })}\n`;

for (const name of caseNames) {
  test(`cli: ${name}`, () => {
    const {args, stdin, out, err, code, after, cwd, remove} = openCase(name);
    try {
      const done = command(args, {input: stdin, cwd});
      assert.equal(done.stderr, err);
      assert.equal(done.stdout, out);
      assert.equal(done.status, code);
      for (const [file, text] of after) assert.equal(readFileSync(join(cwd, file), 'utf8'), text, file);
    } finally {
      remove();
    }
  });
}

test('--help starts with the usage and names every command', () => {
  const {stdout, status} = command(['--help']);
  assert.equal(status, 0);
  assert.match(stdout, /^(?:usage: )?callmill /i);
  for (const word of [
    'normalize',
    'schema',
    'fields',
    'formats',
    'errors',
    'check',
    'diff',
    '--only',
    '--passthrough',
    'Exit codes',
  ]) {
    assert.ok(stdout.includes(word), word);
  }
});

test('schema prints the schema', () => {
  const {stdout, status} = command(['schema']);
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout), schema);
});

test('fields lists every field, in order', () => {
  const names = command(['fields'])
    .stdout.trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  assert.deepEqual(names, [...FIELD_NAMES]);
  assert.deepEqual(Object.keys(JSON.parse(command(['fields', '--json']).stdout)), [...FIELD_NAMES]);
});

test('formats lists every dialect and every envelope', () => {
  const text = command(['formats']).stdout;
  for (const {id, title} of [...dialects, ...envelopes])
    assert.ok(text.includes(`  ${id} `) && text.includes(title), id);
  const json = JSON.parse(command(['formats', '--json']).stdout);
  assert.deepEqual(
    json.dialects.map(({id}: {id: string}) => id),
    dialects.map(({id}) => id),
  );
  assert.deepEqual(
    json.envelopes.map(({id}: {id: string}) => id),
    envelopes.map(({id}) => id),
  );
});

test('errors lists the types, and tells what becomes of one', () => {
  const all = command(['errors']).stdout;
  for (const type of ERROR_TYPES) assert.ok(all.includes(`${type} `), type);
  assert.match(command(['errors', 'upstream_error']).stdout, /-> unknown_error_type: a relay says/);
  assert.match(
    command(['errors', 'heron_api_error']).stdout,
    /^heron_api_error -> unknown_error_type: a relay's own name/,
  );
  assert.match(command(['errors', 'RateLimitError']).stdout, /^RateLimitError -> rate_limit_error/);
  assert.equal(JSON.parse(command(['errors', 'throttlingexception', '--json']).stdout)[0].to, 'rate_limit_error');
});

test('a record of one line leaves before the pipe is closed', {timeout: PATIENCE_MS}, async () => {
  const child = start([]);
  try {
    for (const n of [1, 2]) {
      child.stdin.write(record(n));
      assert.equal(await nextChunk(child), record(n));
    }
    child.stdin.end();
    assert.equal(await exitOf(child), 0);
  } finally {
    child.kill();
  }
});

test('a reader that went away is no failure', {timeout: PATIENCE_MS}, async () => {
  const child = start([]);
  try {
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    // The writer may find the command gone before it has written all.
    child.stdin.on('error', () => {});
    child.stdin.write(record(1));
    await nextChunk(child);
    child.stdout.destroy();
    for (let n = 0; n < 2000; n++) child.stdin.write(record(n));
    child.stdin.end();
    assert.equal(await exitOf(child), 0);
    assert.equal(complaint, '');
  } finally {
    child.kill();
  }
});

test('a terminal as input gets the short help', {skip: !hasScript()}, () => {
  const done = spawnSync(TERMINAL, ['-qec', `'${process.execPath}' '${MAIN}'`, '/dev/null'], {
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
  assert.match(done.stdout, /^usage: callmill /);
  assert.equal(done.status, 2);
});

function hasScript(): boolean {
  return process.platform === 'linux' && spawnSync(TERMINAL, ['--version']).status === 0;
}

function command(args: readonly string[], more: {readonly input?: string; readonly cwd?: string} = {}) {
  return spawnSync(process.execPath, [MAIN, ...args], {
    env: ENV,
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    input: '',
    ...more,
  });
}

function start(args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [MAIN, ...args], {env: ENV});
}

const nextChunk = (child: ChildProcessWithoutNullStreams): Promise<string> =>
  new Promise((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))));

const exitOf = (child: ChildProcessWithoutNullStreams): Promise<number | null> =>
  new Promise((resolve) => child.once('close', resolve));
