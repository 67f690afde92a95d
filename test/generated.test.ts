import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';

test('generated files are what their sources say', () => {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check'], {encoding: 'utf8'});
  assert.equal(run.status, 0, run.stderr);
});
