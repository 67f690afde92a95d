import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nearMisses} from './support/examples.ts';
import {run} from './support/run.ts';

for (const {dialect, name, why, log} of nearMisses) {
  test(`${dialect}: ${name}`, () => {
    assert.notEqual(why, '', 'the first line says why');
    const {ndjson, account} = run(log);
    assert.equal(ndjson, '', why);
    assert.ok(account.lines > 0);
    assert.equal(account.not_calls, account.lines, why);
  });
}
