import assert from 'node:assert/strict';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join, normalize, relative} from 'node:path';
import {test} from 'node:test';
import {dialects} from '../src/dialects/index.ts';
import {envelopes} from '../src/envelopes/index.ts';
import {RULES} from '../src/redact/rules/index.ts';

const SRC = new URL('../src/', import.meta.url).pathname;
/** What each layer may import besides itself; lower never imports higher. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  util: [],
  spec: ['util'],
  framing: ['spec', 'util'],
  calls: ['framing', 'spec', 'util'],
  envelopes: ['framing', 'util'],
  dialects: ['calls', 'framing', 'spec', 'util'],
  redact: ['spec', 'util'],
  engine: ['calls', 'dialects', 'envelopes', 'framing', 'redact', 'spec', 'util'],
  io: ['engine', 'framing', 'spec', 'util'],
  cli: ['calls', 'dialects', 'engine', 'envelopes', 'io', 'spec', 'util'],
};
/** Below io nothing touches the machine, but for the hash. */
const PURE = ['util', 'spec', 'framing', 'calls', 'envelopes', 'dialects', 'redact', 'engine'];
const NODE_ALLOWED = ['util/hash.ts'];
const MAX_LINES = 200;
/** Longer files, each with its reason. */
const LONGER: Readonly<Record<string, number>> = {
  'spec/fields.ts': 480 /* data: one entry a field */,
  'spec/error-types.ts': 400 /* data: one rule a meaning */,
};

const files = readdirSync(SRC, {recursive: true, encoding: 'utf8'}).filter(
  (name) => name.endsWith('.ts') && statSync(join(SRC, name)).isFile(),
);
const importsOf = (file: string): string[] =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/g)].map(
    (found) => found[1] as string,
  );
const layerOf = (file: string): string => file.split('/')[0] as string;

test('imports go one way', () => {
  const offenders = files.flatMap((file) => {
    const allowed = MAY_IMPORT[layerOf(file)];
    if (allowed === undefined) return file === 'index.ts' ? [] : [`${file}: no such layer`];
    return importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative('.', normalize(join(dirname(file), name))))
      .filter(
        (target) =>
          !target.startsWith('../schema/') && layerOf(target) !== layerOf(file) && !allowed.includes(layerOf(target)),
      )
      .map((target) => `${file} imports ${target}`);
  });
  assert.deepEqual(offenders, []);
});

test('below io nothing touches the machine', () => {
  const offenders = files.filter(
    (file) =>
      PURE.includes(layerOf(file)) &&
      !NODE_ALLOWED.includes(file) &&
      importsOf(file).some((name) => name.startsWith('node:')),
  );
  assert.deepEqual(offenders, []);
  const clocks = files.filter(
    (file) =>
      PURE.includes(layerOf(file)) &&
      !NODE_ALLOWED.includes(file) &&
      /\bDate\.now\(|new Date\(\)|process\.|performance\./.test(readFileSync(join(SRC, file), 'utf8')),
  );
  assert.deepEqual(clocks, []);
});

test('a dialect imports no other dialect, and shared code names none', () => {
  const ids = dialects.map(({id}) => id);
  const offenders = files.filter((file) => {
    const own = /^dialects\/([^/]+)\//.exec(file)?.[1];
    if (file === 'dialects/index.ts') return false;
    return importsOf(file).some((name) => ids.some((id) => id !== own && name.includes(`/${id}/`)));
  });
  assert.deepEqual(offenders, []);
});

test('every folder and file of a kind stands in its index, and the other way round', () => {
  const folders = readdirSync(join(SRC, 'dialects'), {withFileTypes: true}).filter((entry) => entry.isDirectory());
  assert.deepEqual(folders.map(({name}) => name).sort(), dialects.map(({id}) => id).sort());
  const rules = files.filter(
    (file) =>
      /^redact\/rules\/[^/]+\.ts$/.test(file) && /: RedactionRule = /.test(readFileSync(join(SRC, file), 'utf8')),
  );
  assert.deepEqual(rules.map((file) => file.replace(/^.*\/|\.ts$/g, '')).sort(), RULES.map(({id}) => id).sort());
  const wraps = files.filter(
    (file) => /^envelopes\/[^/]+\.ts$/.test(file) && /: Envelope = /.test(readFileSync(join(SRC, file), 'utf8')),
  );
  assert.deepEqual(wraps.map((file) => file.replace(/^.*\/|\.ts$/g, '')).sort(), envelopes.map(({id}) => id).sort());
});

test('no room is too full', () => {
  const sizes = files.map((file) => [file, readFileSync(join(SRC, file), 'utf8').split('\n').length - 1] as const);
  assert.deepEqual(
    sizes.filter(([file, lines]) => lines > (LONGER[file] ?? MAX_LINES)),
    [],
  );
  const median = sizes.map(([, lines]) => lines).sort((a, b) => a - b)[Math.floor(sizes.length / 2)] as number;
  assert.ok(median <= 90, `median ${median}`);
});
