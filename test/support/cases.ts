import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {withKey} from './examples.ts';

/** One run of the command: its arguments, its inputs, and what must come of it. */
export interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly stdin: string;
  readonly out: string;
  readonly err: string;
  readonly code: number;
  /** Files that the run must have written, by name. */
  readonly after: ReadonlyMap<string, string>;
  /** The folder that the command runs in; it holds the case's own files. */
  readonly cwd: string;
  readonly remove: () => void;
}

const FOLDER = fileURLToPath(new URL('../cli/', import.meta.url));
const OF_THE_RUNNER = new Set(['cmd', 'in', 'out', 'err', 'code', 'after']);

export const caseNames: readonly string[] = readdirSync(FOLDER).sort();

/** Lays a case out in a folder of its own; `{tmp}` is that folder, and a named `*.gz` is made from `in`. */
export function openCase(name: string): Case {
  const folder = join(FOLDER, name);
  const cwd = mkdtempSync(join(tmpdir(), 'callmill-'));
  const read = (file: string): string => {
    const path = join(folder, file);
    return existsSync(path) ? withKey(readFileSync(path, 'utf8')).replaceAll('{tmp}', cwd) : '';
  };
  for (const file of readdirSync(folder)) {
    if (!OF_THE_RUNNER.has(file)) cpSync(join(folder, file), join(cwd, file));
  }
  for (const file of readdirSync(cwd)) writeFileSync(join(cwd, file), withKey(readFileSync(join(cwd, file), 'utf8')));
  const args = read('cmd').trim().split(/\s+/).filter(Boolean);
  for (const file of args) if (file.endsWith('.gz')) writeFileSync(join(cwd, file), gzipSync(read('in')));
  const written = existsSync(join(folder, 'after')) ? readdirSync(join(folder, 'after')) : [];
  return {
    name,
    args,
    stdin: read('in'),
    out: read('out'),
    err: read('err'),
    code: Number(read('code')),
    after: new Map(written.map((file) => [file, read(join('after', file))])),
    cwd,
    remove: () => rmSync(cwd, {recursive: true}),
  };
}
