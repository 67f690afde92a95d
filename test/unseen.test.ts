/** Formats are recognised by shape: classes and versions that nobody has seen yet change nothing but their own names. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {TYPE_OF_CLASS} from '../src/spec/error-types.ts';
import {examples, parseLines} from './support/examples.ts';
import {run} from './support/run.ts';

/** Classes of the SDKs, as they are printed: the name alone, or behind a package. `@name` is an annotation, not a class. */
const CLASSES = new RegExp(
  `(?<![\\w/@])(${[...Object.keys(TYPE_OF_CLASS), 'APIStatusError', 'APIError', 'AnthropicError'].join('|')})(?!\\w)`,
  'g',
);
/** The version of a Claude SDK in a User-Agent, a header or a module path, where it stands behind a name. */
const VERSIONS = /((?:Anthropic\/(?:Python|JS)|anthropic-sdk-(?:python|typescript|go|java)(?:==|@v?)) ?)\d+\.\d+\.\d+/g;
const NEXT = '97.31.5';

/** The class is all that speaks of Claude: under another name the line may be anybody's. LiteLLM names the provider so. */
const PROOF: ReadonlySet<string> = new Set(['guide-typescript-logger-timeout', 'stream-broke-with-an-error-event']);

type Fields = Readonly<Record<string, unknown>>;

test('classes that do not exist yet give the same records', () => {
  let changed = 0;
  for (const {dialect, name, log, records} of examples) {
    const invented = log.replace(CLASSES, 'Marsh$1');
    if (invented === log || PROOF.has(name)) continue;
    changed++;
    const got = parseLines(run(invented).ndjson) as Fields[];
    assert.deepEqual(got.map(settled), (records as Fields[]).map(settled), `${dialect}: ${name}`);
  }
  assert.ok(changed > 20, `${changed} examples name a class`);
});

test('versions that do not exist yet are read as they stand', () => {
  let changed = 0;
  for (const {dialect, name, log, records} of examples) {
    const invented = log.replace(VERSIONS, `$1${NEXT}`);
    if (invented === log) continue;
    changed++;
    const got = parseLines(run(invented).ndjson) as Fields[];
    assert.deepEqual(got.map(unversioned), (records as Fields[]).map(unversioned), `${dialect}: ${name}`);
  }
  assert.ok(changed > 10, `${changed} examples name a version`);
});

/** Without what a class name alone had told, and the fingerprint that follows from it. */
function settled(record: Fields): Fields {
  const {error_type_original, fingerprint, assumed, ...rest} = JSON.parse(
    withoutClass(JSON.stringify(record)),
  ) as Fields;
  const told = error_type_original === undefined && !(assumed as string[] | undefined)?.includes('error_type');
  return told ? rest : {...rest, error_type: 'told by its class'};
}

const withoutClass = (json: string): string => json.replaceAll('Marsh', '');

const unversioned = (record: Fields): Fields => {
  const {client_sdk_version, request_headers_hash, ...rest} = record;
  return {...rest, client_sdk_version: String(client_sdk_version).replace(/==.*$/, '')};
};
