import assert from 'node:assert/strict';
import {test} from 'node:test';
import {callmill, scratch} from './support-cli.ts';
import {
  content,
  createLeakFinder,
  kinds,
  leaks,
  OPAQUE,
  type Planted,
  plant,
  shapes,
  wrappers,
} from './support-leak.ts';
import {type Run, run} from './support-run.ts';

/** Everything that leaves, by door. */
const doors = ({text, left, rejects, explain, account}: Run): readonly (readonly [door: string, text: string])[] => [
  ['record', text],
  ['passthrough', left.join('\n')],
  ['rejects', JSON.stringify(rejects)],
  ['explain', explain],
  ['summary', JSON.stringify(account)],
];

/** Also what a JSON reader makes of it: an escape must not hide a key. */
const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))).replaceAll('\\', '');

/** `slot in door` and where it was seen first. */
type Found = Map<string, string>;

function look(planted: Planted, wrapper: string, kind: string, found: Found): void {
  const wrap = wrappers[wrapper] as (line: string) => readonly string[];
  const out = run(`${planted.lines.flatMap(wrap).join('\n')}\n`);
  for (const [door, text] of doors(out)) {
    // Docker itself cuts at 16 KiB only: a short part with its rest behind it is let go line by line.
    if (wrapper === 'docker in two parts' && door === 'passthrough') continue;
    const plain = unescaped(text);
    const note = (what: string): unknown =>
      found.has(`${what} in ${door}`) || found.set(`${what} in ${door}`, `${kind}, ${wrapper}`);
    for (const [slot, secret] of planted.secrets) if (leaks(plain, secret)) note(slot);
    for (const [what, words] of Object.entries(content)) if (plain.includes(words)) note(what);
  }
}

const all = [...kinds, OPAQUE];

for (const shape of shapes) {
  test(`shape: ${shape.name}`, async (t) => {
    const out = run(`${plant(shape, undefined).lines.join('\n')}\n`);
    if (!shape.silent) assert.ok(out.account.records > 0, 'no record: the shape tests nothing');
    await t.test('every kind of key in every slot at once, in every wrapping', () => {
      const found: Found = new Map();
      for (const kind of all)
        for (const wrapper of Object.keys(wrappers)) look(plant(shape, kind), wrapper, kind, found);
      assert.deepEqual(Object.fromEntries(found), {});
    });
    await t.test('one slot at a time', () => {
      const found: Found = new Map();
      for (const kind of ['anthropicApi', 'openai', 'google', OPAQUE]) {
        for (const slot of plant(shape, kind).secrets.keys()) look(plant(shape, kind, slot), 'bare', kind, found);
      }
      assert.deepEqual(Object.fromEntries(found), {});
    });
  });
}

test('figures', (t) => {
  let slots = 0;
  for (const shape of shapes) for (const kind of all) slots += plant(shape, kind).secrets.size;
  const wraps = Object.keys(wrappers).length;
  t.diagnostic(
    `${shapes.length} shapes, ${all.length} kinds of secret, ${slots} slots filled, ${slots * wraps} plants with ${wraps} wrappings`,
  );
  assert.ok(slots > 3000);
});

test('the built command over all of it: stdout, stderr, rejects and passthrough', () => {
  const planted = shapes.flatMap((shape) => all.map((kind) => ({shape: shape.name, kind, ...plant(shape, kind)})));
  // Short parts are no lines that docker itself writes, and cut lines have a test of their own.
  const wraps = Object.entries(wrappers).flatMap(([name, wrap]) => (name.includes('parts') ? [] : [wrap]));
  const input = planted.flatMap(({lines}, i) => lines.flatMap(wraps[i % wraps.length] as (line: string) => string[]));
  using dir = scratch();
  const file = dir.write('app.log', `${input.join('\n')}\n`);
  const keep = ['x-*', 'set-cookie', 'authorization', 'cookie', 'retry-after'].flatMap((name) => [
    '--keep-header',
    name,
  ]);
  const runs = [
    callmill([
      file,
      '--explain',
      '--summary',
      'text',
      '--rejects',
      dir.path('rejects'),
      '--passthrough',
      dir.path('left'),
    ]),
    callmill(['--passthrough', 'stderr', '--summary', 'json', '--only', 'failures', ...keep], `${input.join('\n')}\n`),
    callmill([file, '--only', 'nothing']),
    // Lines are cut in the middle of keys; what is no call any more may hold content, but never a key.
    callmill(['--max-line-bytes', '700', '--rejects', dir.path('short'), '--passthrough', dir.path('rest'), file]),
  ];
  assert.deepEqual(
    runs.map(({code}) => code),
    [0, 0, 2, 0],
  );
  assert.ok(runs[0]?.stdout && runs[0].stderr && runs[1]?.stderr && runs[2]?.stderr && runs[3]?.stdout);
  const outputs = new Map([
    ...runs.flatMap(
      ({stdout, stderr}, i) =>
        [
          [`stdout of run ${i}`, stdout],
          [`stderr of run ${i}`, stderr],
        ] as const,
    ),
    ...['rejects', 'left', 'short', 'rest'].map((name) => [name, dir.read(name)] as const),
  ]);
  const find = createLeakFinder(
    planted.flatMap(({shape, secrets}) => [...secrets].map(([slot, secret]) => [`${shape}: ${slot}`, secret] as const)),
  );
  const found: string[] = [];
  for (const [door, raw] of outputs) {
    const text = unescaped(raw);
    for (const slot of find(text)) found.push(`${slot} in ${door}`);
    const cut = door === 'short' || door === 'rest';
    if (!cut)
      for (const [what, words] of Object.entries(content)) if (text.includes(words)) found.push(`${what} in ${door}`);
  }
  assert.deepEqual(found, []);
});
