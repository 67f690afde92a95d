import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dialects} from '../../src/dialects/index.ts';
import {maskKey} from '../../src/redact/methods.ts';
import {fake} from '../../src/redact/rules/canary.ts';

/** A key that no scanner finds in the files: they hold `@@KEY@@`, and its masked form as `@@MASKED_KEY@@`. */
export const KEY = fake('sk-ant-api03-', 95, 'key');
const MASKED_KEY = maskKey(KEY) as string;

export interface Example {
  readonly dialect: string;
  readonly name: string;
  readonly log: string;
  /** What must come out, one parsed record each. */
  readonly records: readonly unknown[];
  readonly rewrite: (records: string) => void;
}

export interface NearMiss {
  readonly dialect: string;
  readonly name: string;
  readonly why: string;
  readonly log: string;
}

const folders = dialects.map(({id}) => ({id, url: new URL(`../../src/dialects/${id}/examples/`, import.meta.url)}));
export const withKey = (text: string): string =>
  text.replaceAll('@@KEY@@', KEY).replaceAll('@@MASKED_KEY@@', MASKED_KEY);

function logsOf(near: boolean): {readonly id: string; readonly name: string; readonly url: URL}[] {
  return folders.flatMap(({id, url}) =>
    readdirSync(url)
      .filter((file) => file.endsWith('.log') && file.startsWith('near-') === near)
      .sort()
      .map((file) => ({id, name: file.slice(0, -'.log'.length), url: new URL(file, url)})),
  );
}

export const examples: readonly Example[] = logsOf(false).map(({id, name, url}) => {
  const expected = new URL(`${name}.ndjson`, url);
  return {
    dialect: id,
    name,
    log: withKey(readFileSync(url, 'utf8')),
    records: recordsOf(expected),
    rewrite: (records) => writeFileSync(expected, records.replaceAll(MASKED_KEY, '@@MASKED_KEY@@')),
  };
});

export const nearMisses: readonly NearMiss[] = logsOf(true).map(({id, name, url}) => {
  const [first = '', ...rest] = readFileSync(url, 'utf8').split('\n');
  return {dialect: id, name, why: /^# why: (.+)/.exec(first)?.[1] ?? '', log: withKey(rest.join('\n'))};
});

/** None yet: a new example gets its first ones from UPDATE_GOLDEN=1, and is then read. */
function recordsOf(file: URL): unknown[] {
  try {
    return parseLines(withKey(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

export function parseLines(ndjson: string): unknown[] {
  return ndjson.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}
