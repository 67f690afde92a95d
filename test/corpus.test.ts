import assert from 'node:assert/strict';
import {test} from 'node:test';
import {canaries} from '../corpus/canaries.ts';
import {captures, recordsOf, scoreCapture} from '../corpus/score.ts';

const names = captures();

test('there are captures of both SDKs in three versions each', () => {
  const sets = new Set(names.map((name) => name.split('/').slice(0, 2).join('/')));
  assert.ok(sets.size >= 6, [...sets].join(', '));
});

for (const name of names) {
  test(`capture ${name}`, () => {
    const {calls, problems} = scoreCapture(name);
    assert.deepEqual(problems, []);
    const text = JSON.stringify(recordsOf(name));
    const found = canaries.filter((canary) => text.includes(canary));
    assert.deepEqual(found, [], `${calls} calls: canaries in the records`);
  });
}
