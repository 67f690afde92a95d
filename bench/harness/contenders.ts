import {execFileSync} from 'node:child_process';
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';

/** One command of a comparison: it reads stdin and writes stdout. */
export interface Contender {
  readonly name: string;
  /** Absent: it is not installed on this machine. */
  readonly argv?: readonly string[];
}

export interface Contenders {
  readonly ours: Contender;
  readonly floor: Contender;
  readonly floorPerLine: Contender;
  readonly jq: Contender;
  readonly jqUnbuffered: Contender;
  readonly python: Contender;
  readonly pythonUnbuffered: Contender;
  readonly bareNode: Contender;
  readonly cat: Contender;
}

export const bench = join(import.meta.dirname, '..');
const built = join(bench, '../dist/cli/main.js');

/** Children see nothing of the shell that started the benchmark. */
export const environment = {PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', TZ: 'UTC'};

/** `command` takes the place of the built CLI, to measure another build or a stand-in. */
export function findContenders(command: string | undefined): Contenders {
  const node = process.execPath;
  const floor = join(bench, 'floor.mjs');
  const jq = find('jq');
  const python = findPython();
  const jqProgram = ['-c', '-f', join(bench, 'peers/task.jq')];
  const pythonProgram = join(bench, 'peers/task.py');
  const jqName = versioned('jq', jq);
  const pythonName = versioned('Python', python);
  return {
    ours: command === undefined ? contender('callmill', find(built) && [node, built]) : standIn(command),
    floor: contender('F: parse + stringify', [node, floor]),
    floorPerLine: contender('F2: the same, decoded per line', [node, floor, '--per-line']),
    jq: contender(jqName, jq && [jq, ...jqProgram]),
    jqUnbuffered: contender(`${jqName} --unbuffered`, jq && [jq, '--unbuffered', ...jqProgram]),
    python: contender(pythonName, python && [python, pythonProgram]),
    pythonUnbuffered: contender(`${pythonName} -u`, python && [python, '-u', pythonProgram]),
    bareNode: contender('node -e 0', [node, '-e', '0']),
    cat: contender('cat', maybe(find('cat'))),
  };
}

/** Under a name of its own: its figures must not pass for ours. */
function standIn(command: string): Contender {
  return {name: 'stand-in', argv: command.split(' ')};
}

function contender(name: string, argv: readonly string[] | '' | undefined): Contender {
  return argv ? {name, argv} : {name};
}

function maybe(file: string | undefined): readonly string[] | undefined {
  return file === undefined ? undefined : [file];
}

/** A name is looked up in PATH, a path is looked at. */
function find(name: string): string | undefined {
  const folders = name.includes('/') ? [''] : (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** Asks Python where it really is: version managers put a shell script in front, whose start would be measured too. */
function findPython(): string | undefined {
  const python = find('python3');
  return python && (answer(python, ['-c', 'import sys; print(sys.executable)']) ?? python);
}

function versioned(name: string, file: string | undefined): string {
  const version = file && answer(file, ['--version'])?.match(/\d[\d.]*/)?.[0];
  return version ? `${name} ${version}` : name;
}

function answer(file: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(file, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim() || undefined;
  } catch {
    return undefined;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, file === built ? constants.R_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
