import assert from 'node:assert/strict';
import {test} from 'node:test';
import validate from '../schema/validate.js';
import {dialects} from '../src/dialects/index.ts';
import type {CallRecord} from '../src/spec/types.ts';
import {examples, KEY, parseLines} from './support/examples.ts';
import {watchRows} from './support/rows.ts';
import {plain, run} from './support/run.ts';

const UPDATE = process.env.UPDATE_GOLDEN === '1';
const seenRows = watchRows(dialects);

for (const {dialect, name, log, records, rewrite} of examples) {
  test(`${dialect}: ${name}`, () => {
    const first = run(log);
    if (UPDATE) {
      rewrite(first.ndjson);
      assert.fail('rewritten: read the difference, then run again without UPDATE_GOLDEN');
    }
    assert.deepEqual(parseLines(first.ndjson), records);
    assert.equal(run(first.ndjson).ndjson, first.ndjson, 'a second run changes nothing');
    for (const record of parseLines(first.ndjson)) assert.ok(validate(record), JSON.stringify(validate.errors));
    assert.ok(first.records.some(({source}) => source?.dialect === dialect || dialect === 'canonical'));
    assert.ok(!first.ndjson.includes(KEY), 'the key stays inside');
    const {lines, in_records, joined, not_calls, rejected} = first.account;
    assert.equal(lines, in_records + joined + not_calls + rejected);
  });

  test(`${dialect}: ${name}, each line as docker writes it`, () => {
    assert.deepEqual(run(inDocker(log)).records.map(withoutTransport), run(log).records.map(withoutTransport));
  });
}

test('every row of every dialect reads a line of some example', {skip: UPDATE}, () => {
  const unread = dialects.flatMap(({rows}) => rows.map(({id}) => id)).filter((id) => !seenRows.has(id));
  assert.deepEqual(unread, []);
});

/** No time that could be read: what the lines lack, docker must not add. */
const inDocker = (log: string): string =>
  log
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `${JSON.stringify({log: `${line}\n`, stream: 'stdout', time: ''})}\n`)
    .join('');

/** A canonical record keeps the source that it came with. */
function withoutTransport(record: CallRecord): unknown {
  const {envelope, stream, ...source} = record.source ?? {dialect: ''};
  const inner = envelope?.replace(/^(?:docker(?:>|$))+/, '');
  return plain({...record, source: {...source, ...(inner && {envelope: inner})}});
}
