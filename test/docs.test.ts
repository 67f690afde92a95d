import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {OPTIONS, type OptionSpec} from '../src/cli/options.ts';
import {sh} from './contracts/shell.ts';
import {parseLines} from './support/examples.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const trash: string[] = [];
after(() => {
  for (const folder of trash) rmSync(folder, {recursive: true, force: true});
});

/** The build and the tests themselves: CI runs them as they stand. */
const OF_CI = new Set(['npm ci && npm start', 'npm ci && npm test']);
/** What the commands of the README read. */
const NEEDED = ['examples', 'pipelines'];
/** A block that is run, and what it is said to print. Blocks of any other kind are only shown. */
const SHELL = /^```sh\n(.*?)^```\n(?:\n*^```(text|json) output\n(.*?)^```$)?/gms;

describe('README.md', () => {
  const place = placeWith(NEEDED);
  const jq = spawnSync('sh', ['-c', 'command -v jq']).status === 0;
  // Blocks build on each other, so they run in turn, in one folder.
  for (const [, block = '', kind, shown = ''] of read('README.md').matchAll(SHELL)) {
    const script = withoutCi(block);
    if (script === '') continue;
    const skip = /\bjq\b/.test(script) && !jq ? 'jq is not installed' : false;
    it(script, {skip}, async () => {
      const {code, stdout, stderr} = await sh(script, place);
      assert.equal(code, 0, stderr);
      if (kind === 'json') assert.deepEqual(valuesOf(stdout), valuesOf(shown));
      else if (kind === 'text') assert.equal(stdout, shown);
    });
  }
});

function withoutCi(block: string): string {
  const lines = block.split('\n').filter((line) => !OF_CI.has(line));
  return lines.join('\n').trim();
}

/** One value over several lines, as people read it, or one in each line. */
function valuesOf(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return parseLines(text);
  }
}

/** A folder of its own with copies of what is needed, and `callmill` as a command in PATH. */
function placeWith(needed: readonly string[]) {
  const cwd = temporary();
  for (const name of needed) cpSync(join(root, name), join(cwd, name), {recursive: true});
  const bin = temporary();
  const command = join(bin, 'callmill');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/cli/main.js')}' "$@"\n`);
  chmodSync(command, 0o755);
  return {cwd, env: {...process.env, PATH: `${bin}:${process.env.PATH}`, TZ: 'UTC'}};
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'callmill-docs-'));
  trash.push(folder);
  return folder;
}

describe('links', () => {
  const pages = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'})
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ];
  for (const page of pages) {
    it(`${page} points at files that are there`, () => {
      const missing = linksOf(read(page)).filter((link) => !existsSync(join(root, dirname(page), link)));
      assert.deepEqual(missing, []);
    });
  }
});

/** Relative ones, without the place in the page. What stands in code is no link. */
const linksOf = (markdown: string): string[] =>
  [...markdown.replace(/^```.*?^```|`[^`\n]*`/gms, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link.replace(/#.*/, ''))
    .filter((link) => link !== '' && !/^[a-z]+:/i.test(link));

describe('docs/architecture.md', () => {
  const page = read('docs/architecture.md');

  it('names every bound as the code has it', () => {
    const rows = rowsOf(page, '## What bounds it');
    assert.ok(rows.length > 10);
    const wrong = rows.filter(([, bound = '', name = '', file = '']) => {
      const [value] = bound.split(' ');
      return value !== (name.startsWith('--') ? defaultOf(name.slice(2)) : constantOf(file, name));
    });
    assert.deepEqual(wrong, []);
  });

  it('has the import table of the test', () => {
    const told = rowsOf(page, '## Who may import whom').map(([layer, list = '']) => [layer, list]);
    const held = [...read('test/architecture.test.ts').matchAll(/^ {2}(\w+): \[(.*)\],$/gm)].map(
      ([, layer, list = '']) => [layer, list.replaceAll("'", '')],
    );
    assert.deepEqual(told, held);
  });

  it('names files that are there', () => {
    const named = [...page.matchAll(/`((?:src|test)\/[^`\s]*)`/g)].map(([, file = '']) => file);
    assert.ok(named.length > 20);
    assert.deepEqual(
      named.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });
});

/** The cells of the first table below a heading, without its head and without backticks. */
function rowsOf(page: string, heading: string): string[][] {
  const section = page.slice(page.indexOf(`${heading}\n`)).split('\n## ')[0] as string;
  return [...section.matchAll(/^\|(.*)\|$/gm)]
    .map(([, row = '']) => row.split('|').map((cell) => cell.replaceAll('`', '').trim()))
    .slice(2);
}

const defaultOf = (option: string): string =>
  String((OPTIONS as Readonly<Record<string, OptionSpec>>)[option]?.default);

/** A constant written as a number or a product of some. */
function constantOf(file: string, name: string): string | undefined {
  const product = new RegExp(`^const ${name} = ([\\d_* ]+);`, 'm').exec(read(file))?.[1];
  return product && String(product.split('*').reduce((total, factor) => total * Number(factor.replaceAll('_', '')), 1));
}
