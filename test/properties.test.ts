import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import fc from 'fast-check';
import {captures} from '../corpus/score.ts';
import validate from '../schema/validate.js';
import {logLines} from './support-lines.ts';
import {accountProblem, countLines, type Run, run} from './support-run.ts';

/** Raw C0 but the line's end, DEL, C1, line separators, bidi controls. */
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const WORDS = ['trace_id', 'request_id', 'model', 'endpoint', 'client_sdk_version', 'sdk_language_runtime'] as const;

const files = captures().map((name) => ({
  name,
  bytes: readFileSync(new URL(`../corpus/captures/${name}`, import.meta.url)),
}));
const whole = new Map<string, Run>();
const runOf = ({name, bytes}: {name: string; bytes: Buffer}): Run => {
  const known = whole.get(name) ?? run(bytes);
  whole.set(name, known);
  return known;
};

/** The same cuts on every run. */
function* randomCuts(bytes: Buffer, seed: number, largest: number): Generator<Buffer> {
  let state = seed;
  for (let from = 0; from < bytes.length; ) {
    state = (state * 48271) % 2147483647;
    const size = 1 + (state % largest);
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

test('captures: any cut of the bytes gives the same output', () => {
  for (const [i, file] of files.entries()) {
    const cut = run([...randomCuts(file.bytes, i + 7, i % 3 === 0 ? 97 : 4099)]);
    assert.equal(cut.text, runOf(file).text, file.name);
    assert.deepEqual(cut.account, runOf(file).account, file.name);
  }
});

test('captures: a second run changes nothing', () => {
  for (const file of files) {
    const once = runOf(file);
    const twice = run(once.text);
    assert.equal(twice.text, once.text, file.name);
    assert.equal(twice.account.not_calls + twice.account.rejected, 0, file.name);
  }
});

test('captures: every record is valid, nothing in it steers a terminal, the account adds up', () => {
  for (const file of files) {
    const {text, account} = runOf(file);
    assert.equal(problemsOf(text), '', file.name);
    assert.equal(accountProblem(account, countLines(file.bytes)), undefined, file.name);
  }
});

test('captures: --only failures gives the failures of --only all, in order', () => {
  for (const file of files) {
    const all = runOf(file);
    const {text, account} = run(file.bytes, {only: 'failures'});
    assert.equal(text, failuresOf(all), file.name);
    assert.equal(account.held_back + account.records, all.account.records, file.name);
    assert.equal(accountProblem(account, countLines(file.bytes)), undefined, file.name);
  }
});

const AWKWARD = Buffer.from(
  `\ufeff{"timestamp":1795423595123,"trace_id":"größe-漢字-😀","request_id":"req_011CSHoEeqs5C35K2UUqR7Fy","http_status_code":529,"error_type":"overloaded_error","error_message":"Überlastet 😀","model":"claude-sonnet-4-5"}\r\n` +
    `2026-11-24 13:28:29,267 ERROR [MainThread] größe: Claude call failed\r\nTraceback (most recent call last):\r\n  File "/srv/größe.py", line 1, in f\r\n    send()\r\n` +
    `anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': '漢字 😀'}, 'request_id': 'req_011CSHoEeqs5C35K2UUqR7Fz'}\r\n\r\nlone \r in a line\n` +
    `[log_a9000c, request-id: "req_011C5dVDrBKAhW4kbVJkYEsD"] post https://api.anthropic.com/v1/messages succeeded with status 200 in 32ms`,
);

test('awkward cuts: byte by byte, inside the BOM, inside CRLF, inside a character', () => {
  const wanted = run(AWKWARD);
  assert.equal(wanted.records.length, 3);
  const each = Array.from(AWKWARD, (_, i) => AWKWARD.subarray(i, i + 1));
  assert.equal(run(each).text, wanted.text, 'byte by byte');
  for (let at = 0; at <= AWKWARD.length; at++) {
    const cut = run([AWKWARD.subarray(0, at), Buffer.alloc(0), AWKWARD.subarray(at)]);
    assert.equal(cut.text, wanted.text, `cut at ${at}`);
    assert.deepEqual(cut.account, wanted.account, `cut at ${at}`);
  }
});

test('CRLF and LF give the same records', () => {
  for (const file of files.filter((_, i) => i % 7 === 0)) {
    const crlf = run(Buffer.from(file.bytes.toString('utf8').replace(/\r?\n/g, '\r\n')));
    assert.equal(crlf.text, runOf(file).text, file.name);
  }
});

const bytesOf = (lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\n')}\n`);

test('generated lines: valid, harmless and all counted', () => {
  let records = 0;
  fc.assert(
    fc.property(logLines, (lines) => {
      const bytes = bytesOf(lines);
      const {text, account} = run(bytes);
      records += account.records;
      assert.equal(problemsOf(text), '');
      assert.equal(accountProblem(account, countLines(bytes)), undefined);
    }),
    {numRuns: 1500},
  );
  assert.ok(records > 1500, `too few records to mean much: ${records}`);
});

test('generated lines: what nothing tells is "unknown", never an empty text', () => {
  fc.assert(
    fc.property(logLines, (lines) => {
      for (const record of run(bytesOf(lines)).records) {
        for (const name of WORDS) assert.notEqual(record[name], '', name);
      }
    }),
    {numRuns: 1000},
  );
});

test('generated lines: a second run changes nothing', () => {
  fc.assert(
    fc.property(logLines, (lines) => {
      const once = run(bytesOf(lines)).text;
      assert.equal(run(once).text, once);
    }),
    {numRuns: 1500},
  );
});

test('generated lines: any cut gives the same output', () => {
  fc.assert(
    fc.property(logLines, fc.array(fc.nat(), {maxLength: 10}), (lines, places) => {
      const bytes = bytesOf(lines);
      const at = [...new Set(places.map((place) => place % bytes.length))].sort((a, b) => a - b);
      const chunks = [0, ...at].map((from, i) => bytes.subarray(from, at[i] ?? bytes.length));
      const wanted = run(bytes);
      const got = run(chunks);
      assert.equal(got.text, wanted.text);
      assert.deepEqual(got.account, wanted.account);
    }),
    {numRuns: 400},
  );
});

test('generated lines: --only failures gives the failures of --only all, in order', () => {
  fc.assert(
    fc.property(logLines, (lines) => {
      const bytes = bytesOf(lines);
      assert.equal(run(bytes, {only: 'failures'}).text, failuresOf(run(bytes)));
    }),
    {numRuns: 400},
  );
});

test('bytes that are no text at all: never a throw, every line counted', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({maxLength: 80}), {maxLength: 6}), (parts) => {
      const bytes = Buffer.concat(
        parts.flatMap((bits) => [Buffer.from('{"http_status_code":429,"model":"claude-'), bits, Buffer.from('"}\n')]),
      );
      const {text, account} = run(bytes);
      assert.equal(problemsOf(text), '');
      assert.equal(accountProblem(account, countLines(bytes)), undefined);
    }),
    {numRuns: 300},
  );
});

const failuresOf = ({text}: Run): string =>
  text
    .split('\n')
    .filter((line) => line !== '' && JSON.parse(line).error_type !== null)
    .map((line) => `${line}\n`)
    .join('');

/** In words; empty when there are none. */
function problemsOf(text: string): string {
  if (RAW.test(text)) return `raw control: ${JSON.stringify(RAW.exec(text)?.[0])}`;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const record = JSON.parse(line);
    if (!validate(record)) return `${JSON.stringify(validate.errors?.[0])} in ${line.slice(0, 600)}`;
  }
  return text === '' || text.endsWith('\n') ? '' : 'no line end';
}
