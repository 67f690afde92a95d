/** Generated lines through the built program; the generator and the finder share no code with it. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createFinder} from './leak/finder.ts';
import {hunt} from './leak/hunt.ts';
import {noise} from './leak/noise.ts';
import {createRandom} from './leak/random.ts';
import {callmill, scratch} from './support-cli.ts';

/** Lines for each seed; `npm run soak:leak -- 10000000` runs more of them. */
const LINES = Number(process.env['LEAK_LINES'] ?? 20_000);
const NOISE = 32_000;

for (const seed of [20_260_302, Math.floor(Math.random() * 2 ** 31)]) {
  test(`nothing planted comes out: ${LINES} lines, seed ${seed}`, async (t) => {
    const found = await hunt(LINES, seed);
    t.diagnostic(`seed ${seed}: ${found.canaries} canaries, ${found.records} records`);
    assert.deepEqual(found.leaks, []);
    assert.ok(found.records > LINES / 40 && found.canaries > LINES / 10, 'the lines test too little');
  });
}

test('the finder finds what stands there, also encoded', () => {
  const secret = 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4';
  const canaries = [
    {text: secret, kind: 'key', label: 'key'},
    {text: 'one two three four five six', kind: 'prompt', label: 'prompt'},
  ] as const;
  const find = createFinder(canaries);
  const forms = [
    `x ${secret.slice(8, 20)} y`,
    Buffer.from(`key is ${secret}`).toString('base64'),
    Array.from(secret, (c) => `\\u00${c.charCodeAt(0).toString(16)}`).join(''),
    Array.from(secret, (c) => `%25${c.charCodeAt(0).toString(16)}`).join(''),
    secret.replace('E', '\u0415'),
    secret.replace('E', '\u200bE'),
  ];
  for (const form of forms) assert.equal(find(form, ['key']).size, 1, form);
  assert.equal(find('say two three four five six', ['prompt']).size, 1);
  assert.equal(find(`${secret.slice(0, 11)} two three four`, ['key', 'prompt']).size, 0);
});

test('lines without a secret stay as they are', (t) => {
  const random = createRandom(7);
  const lines = Array.from({length: NOISE}, () => noise(random));
  using dir = scratch();
  callmill(['--passthrough', dir.path('left')], `${lines.map(({line}) => line).join('\n')}\n`);
  const left = dir.read('left').trimEnd().split('\n');
  assert.equal(left.length, NOISE);
  const changed = left.filter((line, i) => line !== lines[i]?.line);
  t.diagnostic(`${changed.length} of ${NOISE} lines changed`);
  assert.ok(changed.length <= NOISE / 1000, changed.slice(0, 5).join('\n'));
  for (const [i, {kept}] of lines.entries())
    for (const id of kept) assert.ok(left[i]?.includes(id), `${id}: ${left[i]}`);
});
