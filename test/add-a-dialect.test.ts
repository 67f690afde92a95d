import assert from 'node:assert/strict';
import {type SpawnSyncReturns, spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(join(root, 'docs/add-a-dialect.md'), 'utf8');
const blocks = (kind: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);

const [code = ''] = blocks('ts');
const [line = '', near = ''] = blocks('log');
const [record = ''] = blocks('json');

/** Only what the page speaks of is copied and run: the sources, the goldens, the near misses and the import rules. */
const COPIED = ['src', 'schema', 'test/support', 'package.json', 'tsconfig.json'];
const TESTS = ['golden', 'near-miss', 'architecture'].map((name) => `test/${name}.test.ts`);

const copy = mkdtempSync(join(tmpdir(), 'callmill-heron-'));
after(() => rmSync(copy, {recursive: true, force: true}));
const heron = join(copy, 'src/dialects/heron');
const golden = join(heron, 'examples/429-with-a-body.ndjson');

test('the page is followed', () => {
  for (const name of [...COPIED, ...TESTS]) cpSync(join(root, name), join(copy, name), {recursive: true});
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(heron, 'examples'), {recursive: true});
  writeFileSync(join(heron, 'index.ts'), code);
  const index = join(copy, 'src/dialects/index.ts');
  const before = readFileSync(index, 'utf8');
  assert.match(before, /\n {2}canonical,\n/);
  writeFileSync(
    index,
    `import heron from './heron/index.ts';\n${before.replace('\n  canonical,\n', '\n  canonical,\n  heron,\n')}`,
  );
  writeFileSync(join(heron, 'examples/429-with-a-body.log'), line);
  writeFileSync(join(heron, 'examples/near-other-paths.log'), near);
});

test('the code of the page is well typed and well formed', () => {
  writeFileSync(join(copy, 'types.json'), '{"extends": "./tsconfig.json", "include": ["src/dialects"]}');
  const types = node(['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'types.json']);
  assert.equal(types.status, 0, types.stdout);
  cpSync(join(root, 'biome.json'), join(copy, 'biome.json'));
  const form = node(['node_modules/@biomejs/biome/bin/biome', 'check', join(heron, 'index.ts')]);
  assert.equal(form.status, 0, form.stdout + form.stderr);
});

test('the updating run fails and writes the record that the page shows', () => {
  assert.equal(existsSync(golden), false);
  assert.notEqual(tests({UPDATE_GOLDEN: '1'}, ['--test-name-pattern', '^heron: ']).status, 0);
  const made = JSON.parse(readFileSync(golden, 'utf8'));
  const shown = JSON.parse(record);
  assert.deepEqual(Object.fromEntries(Object.keys(shown).map((name) => [name, made[name]])), shown);
  assert.deepEqual(made.assumed, ['timestamp']);
  assert.equal(made.source.dialect, 'heron');
});

test('then all tests that look at dialects pass', () => {
  const {status, stdout} = tests({}, []);
  assert.equal(status, 0, failuresIn(stdout));
  for (const name of ['heron: 429-with-a-body', 'heron: near-other-paths'])
    assert.match(stdout, new RegExp(`^ok \\d+ - ${name}$`, 'm'));
});

test('without the near miss telling why, they do not', () => {
  writeFileSync(join(heron, 'examples/near-other-paths.log'), near.replace(/^# .*\n/, ''));
  assert.notEqual(tests({}, ['--test-name-pattern', '^heron: ']).status, 0);
});

/** The name of each failed test and why it failed. */
const failuresIn = (tap: string): string => tap.match(/^not ok .*?^ {2}\.\.\.$/gms)?.join('\n') ?? tap;

const tests = (env: NodeJS.ProcessEnv, more: readonly string[]): SpawnSyncReturns<string> =>
  node(['--import', 'tsx', '--test', '--test-reporter', 'tap', ...more, ...TESTS], env);

function node(args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
  const {NODE_TEST_CONTEXT: _, UPDATE_GOLDEN: __, ...outer} = process.env;
  return spawnSync(process.execPath, args, {cwd: copy, env: {...outer, ...env}, encoding: 'utf8'});
}
