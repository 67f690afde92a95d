/**
 * Checks the corpus against itself: `npx tsx corpus/check-captures.ts`. Prints one line per capture, and what is wrong
 * on stderr; ends with 1 when anything is.
 */
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {apiKeyList} from './canaries.ts';
import type {Expected, ExpectedCall} from './expected.ts';
import {type Capture, captureName, captures, isCloud, scenariosOf} from './matrix.ts';
import {bedrockErrors, vertexErrors} from './mock/cloud-scenarios.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'captures');
/** Of the machine a capture was made on nothing may be left. */
const traces: readonly RegExp[] = [/\/work\//, /\/root\//, /\/home\//, /\/Users\//, /\/tmp\//, /\.pyenv/];
/** Types that no server names. */
const clientSide: readonly string[] = ['timeout', 'connection_error', 'stream_interrupted'];
// rich cuts long values: what is left of a canary is one.
const keyShape = /sk-ant-[A-Za-z0-9_-]{20,}/g;

const problems = captures.flatMap((capture) => checkCapture(capture).map((what) => `${captureName(capture)}: ${what}`));
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

function checkCapture(capture: Capture): readonly string[] {
  const name = captureName(capture);
  if (!existsSync(join(folder, `${name}.log`))) return ['is missing'];
  const log = readFileSync(join(folder, `${name}.log`), 'utf8');
  const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')) as Expected;
  const visible = expected.calls.filter((call) => call.visible);
  const ambiguous = visible.filter((call) => call.ambiguous !== undefined).length;
  process.stdout.write(`${name}: ${visible.length} of ${expected.calls.length} visible, ${ambiguous} ambiguous\n`);
  return [
    ...traces.filter((trace) => trace.test(log)).map((trace) => `the log matches ${String(trace)}`),
    ...[...log.matchAll(keyShape)]
      .filter(([key]) => !apiKeyList.some((one) => one.startsWith(key)))
      .map(() => 'a key that is no canary'),
    ...scenariosOf(capture)
      .filter((scenario) => expected.calls.filter((call) => call.scenario === scenario).length !== 2)
      .map((scenario) => `${scenario} is not there twice`),
    ...expected.calls.flatMap((call) =>
      checkCall(call, log, isCloud(capture.sdk)).map((what) => `call ${call.call} (${call.scenario}): ${what}`),
    ),
  ];
}

/** A field that is said to be readable must be there to read. */
function checkCall(
  {visible, ambiguous, why, fields, facts}: ExpectedCall,
  log: string,
  cloud: boolean,
): readonly string[] {
  const id = facts.request_id;
  const idIsThere = typeof id === 'string' && log.includes(id);
  return [
    ...Object.entries(fields).flatMap(([name, value]) =>
      proofs(name, value)
        .filter(
          (proof) =>
            !log.includes(proof) &&
            !log.includes(inUndici(proof)) &&
            !unbroken(log).includes(unbroken(proof)) &&
            !(cloud && otherwise(name, proof).some((other) => log.includes(other))),
        )
        .map((proof) => `${name}: ${proof} is not in the log`),
    ),
    ...(visible && Object.keys(fields).length === 0 ? ['visible without fields'] : []),
    ...(why === '' ? ['no reason given'] : []),
    // With a cloud's client, a failure that names no model may be any model's.
    ...(idIsThere && (visible || !cloud) && ambiguous === undefined && fields.request_id === undefined
      ? ['its request id is in the log, but not among its fields']
      : []),
  ];
}

/** undici writes one slash too many between the host and the path. */
function inUndici(url: string): string {
  return url.replace(/(:\d+)\//, '$1//');
}

/** A cloud names a failure in its own words, and its URLs spell a model's colon in theirs. */
function otherwise(name: string, proof: string): readonly string[] {
  if (name === 'model') return [proof.replaceAll(':', '%3A')];
  if (name !== 'error_type') return [];
  return [...Object.values(bedrockErrors), ...Object.values(vertexErrors)]
    .filter(({means}) => means === proof)
    .map(({type}) => type);
}

/** rich breaks lines to fit a column, with the place of the call at its right. */
function unbroken(log: string): string {
  return log.replace(/ +[\w.]+\.py:\d+ *$/gm, '').replace(/\s+/g, '');
}

/** What must literally stand in the log for a field to be readable; nothing for fields that are concluded. */
function proofs(name: string, value: unknown): readonly string[] {
  const text = String(value);
  switch (name) {
    case 'request_id':
    case 'trace_id':
    case 'model':
    case 'max_tokens_requested':
    case 'temperature':
    case 'endpoint':
    case 'error_param':
      return [text];
    case 'client_sdk_version':
      return [text.replace(/^.*==/, '')];
    case 'sdk_language_runtime':
      return [text.replace(/^.* /, '')];
    case 'api_key_prefix':
      return [text.slice(0, 8), text.slice(-4)];
    case 'tool_names':
      return value as readonly string[];
    // Quotes in a message may be escaped, so only what stands before the first.
    case 'error_message':
      return value === null ? [] : [text.replace(/['"].*$/, '')];
    case 'error_type':
      return clientSide.includes(text) || value === null ? [] : [text];
    default:
      return [];
  }
}
