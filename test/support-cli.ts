/** The built command, as a user runs it. */
import {spawnSync} from 'node:child_process';
import {closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const MAIN = new URL('../dist/cli/main.js', import.meta.url).pathname;

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function callmill(
  args: readonly string[],
  input?: string | Buffer,
  timeoutMs = 60_000,
  stdoutPath?: string,
): CliResult {
  const out = stdoutPath === undefined ? undefined : openSync(stdoutPath, 'w');
  const {status, signal, stdout, stderr} = spawnSync(process.execPath, [MAIN, '--tz', 'UTC', ...args], {
    input: input ?? '',
    stdio: ['pipe', out ?? 'pipe', 'pipe'],
    timeout: timeoutMs,
    maxBuffer: 1 << 28,
    env: {},
  });
  if (out !== undefined) closeSync(out);
  return {
    code: signal === null ? status : null,
    stdout: stdout?.toString('utf8') ?? '',
    stderr: stderr.toString('utf8'),
  };
}

/** The figures of `--summary json`, which is the last line of stderr. */
export function summaryOf({stderr}: CliResult): Record<string, number> {
  return JSON.parse(stderr.trim().split('\n').at(-1) ?? '');
}

/** A directory of its own, gone at the end. */
export function scratch(): {
  path: (name: string) => string;
  write: (name: string, data: string | Buffer) => string;
  read: (name: string) => string;
  [Symbol.dispose]: () => void;
} {
  const dir = mkdtempSync(join(tmpdir(), 'callmill-'));
  const path = (name: string): string => join(dir, name);
  return {
    path,
    write(name, data) {
      writeFileSync(path(name), data);
      return path(name);
    },
    read: (name) => readFileSync(path(name), 'utf8'),
    [Symbol.dispose]: () => rmSync(dir, {recursive: true, force: true}),
  };
}
