/** A start must never depend on the code cache, nor on being able to write one. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {scratch} from './support-cli.ts';

const BUILT = new URL('../dist/cli', import.meta.url).pathname;
const LINE = readFileSync(new URL('../examples/mixed.log', import.meta.url));

const CACHES: Readonly<Record<string, (file: string) => void>> = {
  'the one that was built': () => {},
  none: (file) => rmSync(file),
  'an empty one': (file) => writeFileSync(file, ''),
  'half of one': (file) => writeFileSync(file, readFileSync(file).subarray(0, 100_000)),
  'one of another V8': (file) => {
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4, 8);
    writeFileSync(file, bytes);
  },
};

const expected = run(BUILT);

for (const [name, change] of Object.entries(CACHES)) {
  test(`starts with ${name}`, () => {
    using dir = scratch();
    const copy = dir.path('cli');
    cpSync(BUILT, copy, {recursive: true});
    const cache = readdirSync(copy).find((file) => file.endsWith('.cache'));
    assert.ok(cache);
    change(join(copy, cache));
    const files = readdirSync(copy);
    assert.deepEqual(run(copy), expected);
    assert.deepEqual(readdirSync(copy), files);
  });
}

function run(dir: string) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [join(dir, 'main.js'), '--tz', 'UTC'], {
    input: LINE,
    encoding: 'utf8',
    env: {},
  });
  assert.equal(status, 0);
  return {stdout: stdout.replace(/"timestamp":\d+/g, ''), stderr};
}

test('the script has one byte a character, as the launcher reads it', () => {
  assert.match(readFileSync(join(BUILT, 'callmill.js'), 'latin1'), /^[\x20-\x7e\n\t\r]*$/);
});
