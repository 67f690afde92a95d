/**
 * Makes the captures of the proxies' and servers' access logs again: `npx tsx corpus/proxies.ts [--only REGEX]`.
 * What happened comes from the mock's journal and from the status that the client was answered.
 */
import {type ChildProcess, spawn} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {connect} from 'node:net';
import {dirname, join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {startMock} from './mock/server.ts';
import {type PlannedCall, planCalls} from './plan.ts';
import {encodeProxied, expectedOfLog, type Seen} from './proxies/expected.ts';
import {type Hop, hops, type Ports} from './proxies/hops.ts';

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, 'drivers/proxies');
const work = '/tmp/callmill-corpus/proxy';
const mockPort = Number(process.env.CORPUS_PORT ?? 48723);
const ports: Ports = {mock: mockPort, refused: mockPort + 1, proxy: mockPort + 2, proxy2: mockPort + 3};
const only = new RegExp(process.argv[process.argv.indexOf('--only') + 1] ?? '');
/** One of each kind that can reach a proxy; the SDK's retries would only repeat them. */
const scenarios = [
  'ok',
  'ok-stream',
  'bad-param',
  'unauthorized',
  'rate-limited',
  'overloaded-then-ok',
  'server-error',
  'bad-gateway',
  'sse-error',
  'stream-cut',
  'timeout',
  'refused',
];
const agent = 'Anthropic/JS 0.50.4';

for (const hop of hops) if (!process.argv.includes('--only') || only.test(hop.name)) await capture(hop);

async function capture(hop: Hop): Promise<void> {
  const folder = join(here, 'captures', hop.name, hop.version);
  rmSync(work, {recursive: true, force: true});
  mkdirSync(join(work, 'tmp'), {recursive: true});
  for (const file of readdirSync(sources)) {
    const filled = Object.entries({
      ...ports,
      folder: work,
      root: work,
      modules: process.env.APACHE_MODULES ?? '',
    }).reduce(
      (text, [name, value]) => text.replaceAll(`@${name.toUpperCase()}@`, String(value)),
      readFileSync(join(sources, file), 'utf8'),
    );
    writeFileSync(join(work, file), filled);
  }
  mkdirSync(folder, {recursive: true});
  for (const run of hop.runs) {
    const mock = await startMock(ports.mock, `${hop.name} ${run.port} ${run.mode ?? ''}`);
    for (const file of readdirSync(work)) if (file.endsWith('.log')) rmSync(join(work, file));
    const output = join(work, 'output.log');
    const child = await start(hop, output, ports[run.port]);
    const seen = await callAll(ports[run.port], run, `${hop.name} ${run.port} ${run.mode ?? ''}`);
    await sleep(1500);
    child.kill(hop.signal ?? 'SIGTERM');
    await new Promise((resolve) => child.once('close', resolve));
    await mock.close();
    for (const log of run.logs) {
      const text = neutral(readFileSync(join(work, log.file), 'utf8'));
      writeFileSync(join(folder, `${log.name}.log`), text);
      writeFileSync(
        join(folder, `${log.name}.expected.json`),
        encodeProxied(expectedOfLog(hop, log, seen, mock.journal, run.mode ?? 'alone')),
      );
    }
  }
  process.stderr.write(`${hop.name} ${hop.version}\n`);
}

async function start(hop: Hop, output: string, port: number): Promise<ChildProcess> {
  writeFileSync(output, '');
  const [command, ...args] = hop.command(ports);
  const env = {
    ...process.env,
    API: `http://127.0.0.1:${ports.mock}`,
    REFUSED: `http://127.0.0.1:${ports.refused}`,
    LISTEN: `127.0.0.1:${ports.proxy}`,
    TZ: 'UTC',
    HOME: work,
  };
  const child = spawn('/bin/sh', ['-c', `exec "$0" "$@" >>${output} 2>&1`, command as string, ...args], {
    cwd: work,
    env,
  });
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(port)) return child;
    await sleep(100);
  }
  throw new Error(`${hop.name} does not answer:\n${existsSync(output) ? readFileSync(output, 'utf8') : ''}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** With eight at once the two calls of a scenario run side by side. */
async function callAll(port: number, run: Hop['runs'][number], seed: string): Promise<Seen[]> {
  const plan = planCalls(seed, '').filter(({scenario}) => scenarios.includes(scenario));
  const half = plan.slice(0, plan.length / 2);
  const one = async (planned: PlannedCall, prefix: string): Promise<Seen> => {
    const path = `${prefix}/v1/messages`;
    const startedAt = Date.now();
    const {status} = await send(port, path, planned);
    return {planned, port, path, status, startedAt, endedAt: Date.now()};
  };
  const prefixOf = ({scenario}: PlannedCall): string => (scenario === 'refused' ? '/refused' : '');
  const seen: Seen[] = [];
  if (run.mode === 'eight') {
    const pairs = half.flatMap((planned, index) => [planned, plan[half.length + index] as PlannedCall]);
    for (let i = 0; i < pairs.length; i += 8)
      seen.push(...(await Promise.all(pairs.slice(i, i + 8).map((planned) => one(planned, prefixOf(planned))))));
    return seen;
  }
  for (const planned of half) seen.push(await one(planned, prefixOf(planned)));
  for (const prefix of run.prefixes ?? []) seen.push(await one({...(plan[0] as PlannedCall), call: 18}, prefix));
  return seen;
}

function send(
  port: number,
  path: string,
  {scenario, call, apiKey, body, stream}: PlannedCall,
): Promise<{status: number | null}> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'user-agent': agent,
      'x-api-key': apiKey,
      'x-mock-scenario': scenario,
      'x-mock-call': String(call),
    };
    const sent = request({port, host: '127.0.0.1', path, method: 'POST', headers, agent: false}, (answer) => {
      const done = (): void => resolve({status: answer.statusCode ?? null});
      answer.resume().once('close', done).once('error', done);
    });
    sent.once('error', () => resolve({status: null}));
    sent.end(JSON.stringify({...body, stream: stream !== 'none'}));
  });
}

/** The only edit: folders of this machine. */
function neutral(log: string): string {
  return log.replaceAll(work, '/srv/proxy');
}
