import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {accessSync, chmodSync, constants, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {readLate, readOneLine, sh, shLive} from './contracts/shell.ts';
import {
  createDecoder,
  type Event,
  execSourceOf,
  readSettings,
  standInScript,
  startExec,
  withLog,
} from './contracts/vector.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const trash: string[] = [];
after(() => {
  for (const folder of trash) rmSync(folder, {recursive: true, force: true});
});

interface Copy {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A copy of pipelines/NAME, with `callmill` as a command of its own in PATH. */
function copyOf(name: string): Copy {
  const cwd = temporary();
  cpSync(join(root, 'pipelines', name), cwd, {recursive: true});
  const bin = temporary();
  command(bin, 'callmill', `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`);
  return {cwd, env: {...process.env, PATH: `${bin}:${process.env.PATH}`, CALLMILL: `${process.execPath} ${main}`}};
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'callmill-pipelines-'));
  trash.push(folder);
  return folder;
}

function command(folder: string, name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return file;
}

const valuesOf = (ndjson: string): Event[] =>
  ndjson
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const lineOf = (record: Event): number => (record.source as {line: number}).line;
/** A live pipe may close calls in another order than a file. */
const inOrder = (records: readonly Event[]): Event[] => [...records].sort((a, b) => lineOf(a) - lineOf(b));
const expected = (name: string): Event[] =>
  inOrder(valuesOf(readFileSync(join(root, 'pipelines', name, 'out.ndjson'), 'utf8')));

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 50) {
    assert.ok(waited < 20_000, 'took too long');
    await sleep(50);
  }
}

for (const name of ['shell', 'vector']) {
  describe(`pipelines/${name}/README.md`, async () => {
    const copy = copyOf(name);
    const text = readFileSync(join(copy.cwd, 'README.md'), 'utf8');
    const jq = spawnSync('sh', ['-c', 'command -v jq']).status === 0;
    // Blocks build on each other, so they run in turn, in one folder.
    for (const [, live, script = '', shown] of text.matchAll(/```sh( live)?\n(.*?)```\n(?:\n```text\n(.*?)```\n)?/gs)) {
      const skip = /\bjq\b/.test(script) && !jq ? 'jq is not installed' : false;
      it(script.trim(), {skip}, async () => {
        if (live) return assert.ok(JSON.parse((await shLive(script, 1, copy)).split('\n')[0] as string));
        const {code, stdout} = await sh(script, copy);
        assert.equal(code, 0);
        if (shown !== undefined) assert.equal(stdout, shown);
      });
    }
  });
}

describe('shell', () => {
  it('run.sh makes out.ndjson of in.log', async () => {
    const {code, stdout, stderr} = await sh('./run.sh in.log', copyOf('shell'));
    assert.deepEqual({code, stderr}, {code: 0, stderr: ''});
    assert.deepEqual(
      valuesOf(stdout).sort((a, b) => lineOf(a) - lineOf(b)),
      expected('shell'),
    );
  });

  it('run.sh without CALLMILL takes callmill from PATH, and standard input without a file', async () => {
    const copy = copyOf('shell');
    const {CALLMILL: _, ...env} = copy.env;
    const {stdout} = await sh('./run.sh < in.log', {...copy, env});
    assert.deepEqual(inOrder(valuesOf(stdout).map(withoutFile)), expected('shell').map(withoutFile));
  });

  it('a reader that leaves early is no failure', async () => {
    const {code, stdout, stderr} = await readOneLine('./run.sh big.log', withBigLog());
    assert.deepEqual({code, stderr}, {code: 0, stderr: ''});
    assert.ok(JSON.parse(stdout.split('\n')[0] as string));
  });

  it('a late reader makes callmill wait and gets everything', async () => {
    const {code, stdout, waited} = await readLate('./run.sh big.log', 1500, withBigLog());
    assert.deepEqual({code, waited, records: valuesOf(stdout).length}, {code: 0, waited: true, records: BIG});
  });
});

/** Far more than a pipe holds (64 KiB on Linux). */
const BIG = 5000;

function withBigLog(): Copy {
  const copy = copyOf('shell');
  const lines = Array.from({length: BIG}, (_, index) => {
    const id = `req_011CHeronMarshReed${String(index).padStart(5, 'y').replaceAll('0', 'z')}`;
    return `2026-11-23 08:46:50,770 ERROR tides.bot Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'no such tide'}, 'request_id': '${id}'}\n`;
  });
  writeFileSync(join(copy.cwd, 'big.log'), lines.join(''));
  return copy;
}

function withoutFile(record: Event): Event {
  const {file: _, ...source} = record.source as Event;
  return {...record, source};
}

describe('vector: the exec source', () => {
  const start = (copy: Copy, command?: readonly string[]) => {
    const source = execSourceOf(readFileSync(join(copy.cwd, 'vector.yaml'), 'utf8'), join(copy.cwd, 'in.log'));
    const options = {...copy, respawnMs: 100, shutdownLimitMs: 3000};
    return startExec({...source, ...(command && {command})}, options);
  };

  it('reads the file itself and, stopped, still hands over what it holds', async () => {
    const run = start(copyOf('vector'));
    await until(() => run.events.length > 0);
    assert.equal(await run.stop(), 'ended');
    assert.deepEqual(inOrder(run.events.map(recordOf)), expected('vector'));
    assert.deepEqual({starts: run.starts, undecoded: run.undecoded}, {starts: 1, undecoded: 0});
    for (const event of run.events) assert.equal(event.source_type, 'exec');
  });

  it('sees lines that are written later', async () => {
    const copy = copyOf('vector');
    const log = join(copy.cwd, 'in.log');
    const text = readFileSync(log, 'utf8');
    const half = text.indexOf('2026-11-23 09:10:07');
    writeFileSync(log, text.slice(0, half));
    // The config's command, with less waiting.
    const {command} = execSourceOf(readFileSync(join(copy.cwd, 'vector.yaml'), 'utf8'), log);
    const run = start(
      copy,
      command.map((word) => word.replace('--tz UTC', '--tz UTC --correlate-window 200ms')),
    );
    await until(() => run.events.length > 0);
    writeFileSync(log, text.slice(half), {flag: 'a'});
    await until(() => run.events.length > 1);
    await run.stop();
    assert.deepEqual(inOrder(run.events.map(recordOf)), expected('vector'));
  });

  it('is started again when callmill goes, and reads from the start', async () => {
    const copy = copyOf('vector');
    const bin = temporary();
    const failing = `#!/bin/sh\nif [ ! -e '${bin}/failed' ]; then touch '${bin}/failed'; exit 1; fi\nexec ${copy.env.CALLMILL} "$@"\n`;
    command(bin, 'callmill', failing);
    const run = start({...copy, env: {...copy.env, PATH: `${bin}:${copy.env.PATH}`}});
    await until(() => run.events.length > 0);
    assert.equal(await run.stop(), 'ended');
    assert.equal(run.starts, 2);
    assert.deepEqual(inOrder(run.events.map(recordOf)), expected('vector'));
  });

  it('a plain pipe would outlive SIGTERM, which is why bash becomes tail', async () => {
    const run = start(copyOf('vector'), ['sh', '-c', 'tail -n +1 -F in.log | callmill --tz UTC']);
    await until(() => run.events.length > 0);
    assert.equal(await run.stop(), 'limit');
  });

  it('every record fits the limit, and nothing but records comes', () => {
    const decoder = createDecoder(100);
    const events = decoder.push(
      Buffer.from(`{"a":1}\n\n[{"b":2},{"c":3}]\nno json\n{"long":"${'x'.repeat(100)}"}\n{"d"`),
    );
    assert.deepEqual(
      [...events, ...decoder.push(Buffer.from(':4}')), ...decoder.end()],
      [{a: 1}, {b: 2}, {c: 3}, {d: 4}],
    );
    assert.equal(decoder.undecoded, 2);
  });
});

/** The event without what Vector adds. */
function recordOf(event: Event): Event {
  const {host: _host, pid: _pid, stream: _stream, command: _command, source_type: _type, ...record} = event;
  return record;
}

describe('vector: the chain', () => {
  it('run.sh gives the same records, with the file and the host', async () => {
    const copy = copyOf('vector');
    cpSync(join(copy.cwd, 'in.log'), join(copy.cwd, 'app.log'));
    const upstream = join(copy.cwd, 'chain/upstream.yaml');
    writeFileSync(upstream, withLog(readFileSync(upstream, 'utf8'), join(copy.cwd, 'app.log')));
    const VECTOR = command(temporary(), 'vector', standInScript());
    const {code, stdout, stderr} = await sh('chain/run.sh', {...copy, env: {...copy.env, VECTOR}});
    assert.deepEqual({code, stderr}, {code: 0, stderr: ''});
    const records = inOrder(valuesOf(stdout));
    assert.deepEqual(records.map(withoutPlace), expected('vector').map(withoutPlace));
    for (const {source} of records) {
      const {file, host, envelope} = source as Event;
      assert.deepEqual(
        {file, host, envelope},
        {file: join(copy.cwd, 'app.log'), host: 'reed-2', envelope: 'vector>python-logging'},
      );
    }
  });
});

/** The way a line came shows in its source; what it says does not change. */
function withoutPlace(record: Event): Event {
  const {dialect, line} = record.source as Event;
  return {...record, source: {dialect, line}};
}

describe('vector: the configs', () => {
  const read = (file: string): string => readFileSync(join(root, 'pipelines/vector', file), 'utf8');
  const settings = (file: string) => Object.fromEntries(readSettings(read(file)));

  it('vector.yaml keeps standard error out, frames by line and starts again', () => {
    const config = settings('vector.yaml');
    const keys = [
      'include_stderr',
      'maximum_buffer_size_bytes',
      'streaming.respawn_on_exit',
      'framing.method',
      'decoding.codec',
    ];
    const found = keys.map((key) => config[`sources.callmill.${key}`]);
    assert.deepEqual(found, ['false', '1048576', 'true', 'newline_delimited', 'json']);
    assert.equal(config['transforms.claude_calls.inputs'], '[callmill]');
    assert.equal(config['sinks.out.inputs'], '[claude_calls]');
  });

  it('the chain is made of a file source, two console sinks and a stdin source, all in JSON', () => {
    const up = settings('chain/upstream.yaml');
    const down = settings('chain/downstream.yaml');
    const found = [
      up['sources.app_logs.type'],
      up['sinks.to_callmill.type'],
      down['sources.from_callmill.type'],
      down['sinks.out.type'],
    ];
    assert.deepEqual(found, ['file', 'console', 'stdin', 'console']);
    const codecs = [
      up['sinks.to_callmill.encoding.codec'],
      down['sources.from_callmill.decoding.codec'],
      down['sinks.out.encoding.codec'],
    ];
    assert.deepEqual(codecs, ['json', 'json', 'json']);
  });

  it('both turn milliseconds into a timestamp, and only an integer', () => {
    for (const file of ['vector.yaml', 'chain/downstream.yaml']) {
      assert.match(
        read(file),
        /if is_integer\(\.timestamp\) \{\n\s+\.timestamp_ms = \.timestamp\n\s+\.timestamp = from_unix_timestamp!\(\.timestamp, unit: "milliseconds"\)\n/,
      );
    }
  });

  it('the scripts are executable', () => {
    for (const file of ['shell/run.sh', 'vector/chain/run.sh'])
      accessSync(join(root, 'pipelines', file), constants.X_OK);
  });
});
