/**
 * Makes all captures again: `npx tsx corpus/capture.ts [--only REGEX] [--read-again]`.
 * The regular expression is matched against names such as `python/0.28.1/debug-json-eight`;
 * `--read-again` runs no driver and only applies the present visible.ts to the facts already there.
 */
import {spawn} from 'node:child_process';
import {closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Expected, encodeExpected, expectedFrom, readAgain} from './expected.ts';
import {type App, allVersions, appFolder, installApp, pythonPrefix, runtimeOf, type VersionEntry} from './install.ts';
import {type Capture, captureName, captures, isCloud, type SdkVersion, scenariosOf, versions} from './matrix.ts';
import {startCloudMock} from './mock/cloud.ts';
import {startMock} from './mock/server.ts';
import {type PlannedCall, planCalls} from './plan.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'captures');
/** Fixed, so that a new capture differs from the old one only where the SDK's output does. */
const port = Number(process.env.CORPUS_PORT ?? 48723);
const baseUrl = `http://127.0.0.1:${port}`;
/** Nobody listens here. */
const refusedUrl = `http://127.0.0.1:${port + 1}`;
const patience = 120_000;

const only = new RegExp(option('--only') ?? '');
if (process.argv.includes('--read-again')) {
  for (const capture of captures) readCaptureAgain(captureName(capture));
  process.exit();
}
const made: SdkVersion[] = [];
for (const version of versions) {
  const wanted = captures.filter(
    (capture) => capture.sdk === version.sdk && capture.version === version.version && only.test(captureName(capture)),
  );
  if (wanted.length === 0) continue;
  const app = installApp(version);
  for (const capture of wanted) await makeCapture(capture, app);
  made.push(version);
}
const known = JSON.parse(readFileSync(join(folder, 'versions.json'), 'utf8')) as VersionEntry[];
writeFileSync(join(folder, 'versions.json'), `${JSON.stringify(allVersions(known, made), null, 2)}\n`);

async function makeCapture(capture: Capture, app: App): Promise<void> {
  const name = captureName(capture);
  const wanted = scenariosOf(capture);
  const plan = planCalls(name, refusedUrl).filter(({scenario}) => wanted.includes(scenario));
  writeFileSync(join(appFolder, 'calls.json'), JSON.stringify(inOrder(plan, capture)));
  const start = isCloud(capture.sdk) ? startCloudMock : startMock;
  const mock = await start(port, name).catch((error: unknown) => {
    throw new Error(`port ${port} must be free for the mock`, {cause: error});
  });
  const started = Date.now();
  const raw = join(appFolder, 'output.log');
  await runDriver(capture, app, raw);
  await mock.close();
  const log = neutral(readFileSync(raw, 'utf8'));
  mkdirSync(join(folder, dirname(name)), {recursive: true});
  writeFileSync(join(folder, `${name}.log`), log);
  const expected = expectedFrom(capture, plan, mock.journal, {baseUrl, runtime: runtimeOf(capture.sdk)});
  writeFileSync(join(folder, `${name}.expected.json`), encodeExpected(expected));
  process.stderr.write(`${name}: ${log.length} characters, ${Date.now() - started} ms\n`);
}

function readCaptureAgain(name: string): void {
  const path = join(folder, `${name}.expected.json`);
  writeFileSync(path, encodeExpected(readAgain(JSON.parse(readFileSync(path, 'utf8')) as Expected)));
}

/** With eight at once the two calls of a scenario run side by side, which is the hardest case for a reader. */
function inOrder(plan: readonly PlannedCall[], {mode}: Capture): readonly PlannedCall[] {
  if (mode === 'alone') return plan;
  const half = plan.length / 2;
  return plan.slice(0, half).flatMap((call, index) => [call, plan[half + index] as PlannedCall]);
}

/** Both streams go to one file opened for appending: their true order is kept. */
async function runDriver({sdk, level, logger, mode}: Capture, app: App, output: string): Promise<void> {
  rmSync(output, {force: true});
  const file = openSync(output, 'a');
  const args = [...app.args, baseUrl, level, logger, mode, ...(app.last ?? [])];
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: appFolder,
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    PYTHONUNBUFFERED: '1',
    ...app.env,
    ...(sdk === 'typescript' && level === 'debug' ? {DEBUG: 'true'} : {}),
    ...(sdk === 'fetch' && level === 'debug' ? {NODE_DEBUG: 'undici,fetch'} : {}),
    ...(sdk === 'java' && level !== 'default' ? {ANTHROPIC_LOG: level} : {}),
  };
  const child = spawn(app.command, args, {cwd: appFolder, env, stdio: ['ignore', file, file]});
  const timer = setTimeout(() => child.kill(), patience);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  closeSync(file);
  if (code === 0) return;
  throw new Error(`the driver ended with ${String(code)}:\n${readFileSync(output, 'utf8').slice(-2000)}`);
}

/** The only edit: paths that tell where the capture was made become paths of an ordinary server. */
function neutral(log: string): string {
  return log.replaceAll(appFolder, '/srv/app').replaceAll(pythonPrefix, '/usr/local');
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
