import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {test} from 'node:test';
import split2 from 'split2';
import validate from '../schema/validate.js';
import {encode} from '../src/engine/index.ts';
import {type CallRecord, createNormaliser, createNormaliseStream, FIELDS} from '../src/index.ts';
import {run} from './support-run.ts';

const log = readFileSync(new URL('../corpus/captures/python/0.57.1/info-json-eight.log', import.meta.url));
const lines = log.toString('utf8').split('\n').slice(0, -1);
const options = {tz: 'UTC', now: () => 1_800_000_000_000};
const wanted = run(log).records;
const CALL = {
  timestamp: 1_795_423_595_123,
  request_id: 'req_011CSHoEeqs5C35K2UUqR7Fy',
  http_status_code: 529,
  error_type: 'overloaded_error',
  error_message: 'Overloaded',
  model: 'claude-sonnet-4-5',
};

/** As they leave: without undefined members. */
const plain = (records: readonly CallRecord[]): unknown => JSON.parse(JSON.stringify(records));

test('createNormaliser: lines in, records out, the same as the command', () => {
  const normaliser = createNormaliser(options);
  const records = lines.flatMap((line) => normaliser.push(line));
  records.push(...normaliser.end());
  assert.ok(wanted.length > 10);
  assert.deepEqual(plain(records), wanted);
  for (const record of records) assert.ok(validate(JSON.parse(encode(record))));
});

test('createNormaliser: a call leaves once, and end() twice gives nothing more', () => {
  const normaliser = createNormaliser(options);
  const records = [...normaliser.push(JSON.stringify(CALL)), ...normaliser.end(), ...normaliser.end()];
  assert.deepEqual(
    records.map(({request_id}) => request_id),
    [CALL.request_id],
  );
});

test('createNormaliser: a record that says everything itself leaves at once', () => {
  const normaliser = createNormaliser(options);
  const whole = {
    ...CALL,
    trace_id: 't-1',
    endpoint: 'https://api.anthropic.com/v1/messages',
    client_sdk_version: 'anthropic-sdk-python==0.57.1',
    sdk_language_runtime: 'Python 3.11.5',
  };
  assert.equal(normaliser.push(JSON.stringify(whole)).length, 1);
});

test('createNormaliser: options are honoured', () => {
  const all = (more: object, text: string): CallRecord[] => {
    const normaliser = createNormaliser({...options, ...more});
    return [...normaliser.push(text), ...normaliser.end()];
  };
  const ok = JSON.stringify({
    ...CALL,
    http_status_code: 200,
    error_type: null,
    error_message: null,
    output_tokens: 4,
    user_id: 'somebody',
  });
  assert.equal(all({}, ok)[0]?.error_type, null);
  assert.equal(all({}, ok)[0]?.user_id, undefined);
  assert.equal(all({userId: 'keep'}, ok)[0]?.user_id, 'somebody');
  assert.equal(all({userId: 'drop'}, ok)[0]?.user_id_hash, undefined);
  assert.deepEqual(all({only: 'failures'}, ok), []);
  assert.deepEqual(all({formats: ['anthropic-python']}, ok), []);
  const zoneless = 'ERROR:x:y';
  const text = `2026-01-15 12:00:00,000 ${zoneless.slice(0, 5)} [MainThread] a: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': 'm'}}`;
  assert.equal(all({tz: '+08:00'}, text)[0]?.timestamp, Date.UTC(2026, 0, 15, 4));
  assert.equal(all({tz: 'Europe/Berlin'}, text)[0]?.timestamp, Date.UTC(2026, 0, 15, 11));
  assert.deepEqual(all({tz: 'Europe/Berlin'}, text)[0]?.assumed, undefined);
  assert.deepEqual(all({tz: undefined}, text)[0]?.assumed, ['timestamp']);
  assert.throws(() => createNormaliser({tz: 'Mars/Base'}), RangeError);
  assert.throws(() => createNormaliseStream({tz: 'Mars/Base'}), RangeError);
});

test('createNormaliser: two at once share nothing', () => {
  const [a, b] = [createNormaliser(options), createNormaliser(options)];
  a.push(JSON.stringify(CALL));
  assert.deepEqual(b.end(), []);
  assert.equal(a.end().length, 1);
});

test('createNormaliser: idle() lets go what waited longer than its window', () => {
  let now = 1_000;
  const normaliser = createNormaliser({...options, now: () => now});
  normaliser.push(JSON.stringify(CALL));
  assert.deepEqual(normaliser.idle(), []);
  now += 6_000;
  assert.equal(normaliser.idle().length, 1);
  assert.deepEqual(normaliser.end(), []);
});

test('createNormaliseStream: bytes in a pipeline give the same bytes as the command', async () => {
  const chunks: Buffer[] = [];
  const cut = Array.from({length: Math.ceil(log.length / 777)}, (_, i) => log.subarray(i * 777, (i + 1) * 777));
  await pipeline(Readable.from(cut, {objectMode: false}), createNormaliseStream(options), async (source) => {
    for await (const chunk of source) chunks.push(Buffer.from(chunk as Buffer));
  });
  assert.equal(Buffer.concat(chunks).toString('utf8'), run(log).text);
});

test('createNormaliseStream: maxLineBytes bounds a line', async () => {
  const long = `${JSON.stringify({...CALL, error_message: 'x'.repeat(5000)})}\n${JSON.stringify({...CALL, request_id: undefined})}\n`;
  const out = await Readable.from([Buffer.from(long)], {objectMode: false})
    .pipe(createNormaliseStream({...options, maxLineBytes: 1000}))
    .toArray();
  assert.equal(
    Buffer.concat(out as Buffer[])
      .toString('utf8')
      .split('\n').length - 1,
    1,
  );
});

test('createNormaliseStream: objectMode with split2 in front', async () => {
  const records: CallRecord[] = [];
  await pipeline(
    Readable.from([log.subarray(0, 1001), log.subarray(1001)], {objectMode: false}),
    split2(),
    createNormaliseStream({...options, objectMode: true}),
    async (source) => {
      for await (const record of source) records.push(record as CallRecord);
    },
  );
  assert.deepEqual(plain(records), wanted);
});

test('createNormaliseStream: objectMode takes entries and buffers as well as lines', async () => {
  const entries = [
    CALL,
    Buffer.from(JSON.stringify({...CALL, request_id: 'req_011CSHoEeqs5C35K2UUqR7Fz'})),
    'no call',
    {level: 30, msg: 'no call either'},
  ];
  const records = (await Readable.from(entries)
    .pipe(createNormaliseStream({...options, objectMode: true}))
    .toArray()) as CallRecord[];
  assert.deepEqual(
    records.map(({request_id}) => request_id),
    ['req_011CSHoEeqs5C35K2UUqR7Fy', 'req_011CSHoEeqs5C35K2UUqR7Fz'],
  );
});

test('createNormaliseStream: a slow reader gets every record', async () => {
  const many = Array.from({length: 3000}, (_, i) => `req_011CSHoEeqs5C35K2${String(i + 1111).replaceAll('0', 'z')}`);
  const unique = [...new Set(many)];
  const source = Readable.from(
    unique.map((request_id) => `${JSON.stringify({...CALL, request_id})}\n`),
    {objectMode: false},
  );
  const ids: string[] = [];
  for await (const chunk of source.pipe(createNormaliseStream({...options, objectMode: false}))) {
    if (ids.length % 500 < 3) await new Promise((resolve) => setTimeout(resolve, 2));
    for (const line of String(chunk).split('\n')) if (line !== '') ids.push(JSON.parse(line).request_id);
  }
  assert.deepEqual(ids, unique);
});

test('a stream that breaks in front breaks the pipeline, with its own error', async () => {
  const broken = Readable.from(
    (async function* () {
      yield 'a line';
      throw new Error('front');
    })(),
  );
  const drain = async (source: AsyncIterable<unknown>): Promise<void> => {
    for await (const _ of source);
  };
  await assert.rejects(pipeline(broken, createNormaliseStream({...options, objectMode: true}), drain), /front/);
});

test('FIELDS: the ten required first, and every record has them', () => {
  const required = Object.entries(FIELDS)
    .filter(([, {tier}]) => tier === 'required')
    .map(([name]) => name);
  assert.equal(required.length, 10);
  assert.deepEqual(Object.keys(FIELDS).slice(0, 10), required);
  for (const record of wanted) assert.deepEqual(Object.keys(record).slice(0, 10), required);
});
