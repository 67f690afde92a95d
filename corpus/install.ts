/** Gets the SDK versions once, then puts one of them into the neutral folder the driver runs in. */
import {execFileSync} from 'node:child_process';
import {copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type PythonProgram, type Sdk, type SdkVersion, versions} from './matrix.ts';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '.cache');
/** Stack traces show this folder, so it names no user and no checkout. Captures side by side need two. */
export const appFolder = `/tmp/callmill-corpus${process.env.CORPUS_PORT ?? ''}/app`;
const sitePackages = '.venv/lib/python3.11/site-packages';
const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], {encoding: 'utf8'}).trim();

/** What the driver is started with. */
export interface App {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

// Without -S the machine's own packages could shadow the ones under test.
const pythonApp: App = {
  command: python,
  args: ['-s', '-S', 'app.py'],
  env: {PYTHONPATH: join(appFolder, sitePackages)},
};

const drivers: Readonly<Record<Sdk, {readonly source: string; readonly app: App}>> = {
  python: {source: 'drivers/python/driver.py', app: pythonApp},
  'python-loggers': {source: 'drivers/python-loggers/driver.py', app: pythonApp},
  'langchain-python': {source: 'drivers/langchain-python/driver.py', app: pythonApp},
  'litellm-sdk': {source: 'drivers/litellm-sdk/driver.py', app: pythonApp},
  'pydantic-ai': {source: 'drivers/pydantic-ai/driver.py', app: pythonApp},
  typescript: {
    source: 'drivers/typescript/driver.mjs',
    app: {command: process.execPath, args: ['app.mjs'], env: {}},
  },
};

/** What is installed under the version's own number. */
const pythonPackages: Readonly<Record<'python' | PythonProgram, string>> = {
  python: 'anthropic',
  'python-loggers': 'anthropic',
  'langchain-python': 'langchain-anthropic',
  'litellm-sdk': 'litellm',
  'pydantic-ai': 'pydantic-ai-slim[anthropic]',
};

export function installApp(version: SdkVersion): App {
  const installed = installVersion(version);
  const {source, app} = drivers[version.sdk];
  rmSync(appFolder, {recursive: true, force: true});
  cpSync(installed, appFolder, {recursive: true});
  copyFileSync(join(here, source), join(appFolder, app.args.at(-1) as string));
  return app;
}

/** Exact versions of everything that could shape the output. */
export function installedVersions(version: SdkVersion): Readonly<Record<string, string>> {
  const folder = installVersion(version);
  const names = version.packages.map((name) => name.split(/==|@(?=\d)/)[0] as string);
  return version.sdk !== 'typescript'
    ? pythonVersions(folder, [...names, pythonPackages[version.sdk].replace(/\[.*/, '')])
    : nodeVersions(folder, names);
}

const pythonRuntime = `Python ${execFileSync(python, ['-c', 'import platform; print(platform.python_version())'], {
  encoding: 'utf8',
}).trim()}`;

export const runtimes: Readonly<Record<Sdk, string>> = {
  python: pythonRuntime,
  'python-loggers': pythonRuntime,
  'langchain-python': pythonRuntime,
  'litellm-sdk': pythonRuntime,
  'pydantic-ai': pythonRuntime,
  typescript: `Node.js ${process.versions.node}`,
};

/** The folder of the interpreter, when it would tell whose machine this was. */
export const pythonPrefix = dirname(dirname(python));

function installVersion(version: SdkVersion): string {
  const folder = join(cache, version.sdk, version.version);
  if (existsSync(join(folder, '.installed'))) return folder;
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  if (version.sdk !== 'typescript') {
    const target = join(folder, sitePackages);
    run(
      python,
      [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '--no-compile',
        '--target',
        target,
        `${pythonPackages[version.sdk]}==${version.version}`,
        ...version.packages,
      ],
      folder,
    );
  } else {
    writeFileSync(join(folder, 'package.json'), '{"name":"app","private":true,"type":"module"}\n');
    run(
      'npm',
      [
        'install',
        '--silent',
        '--no-audit',
        '--no-fund',
        '--save-exact',
        `@anthropic-ai/sdk@${version.version}`,
        ...version.packages,
      ],
      folder,
    );
  }
  writeFileSync(join(folder, '.installed'), '');
  return folder;
}

function run(command: string, args: readonly string[], cwd: string): void {
  execFileSync(command, args, {cwd, stdio: ['ignore', 'ignore', 'pipe']});
}

function pythonVersions(folder: string, names: readonly string[]): Record<string, string> {
  const wanted = new Set(['anthropic', 'pydantic', ...names].map((name) => name.replaceAll('-', '_')));
  const found = readdirSync(join(folder, sitePackages))
    .map((entry) => /^(.+)-([^-]+)\.dist-info$/.exec(entry))
    .flatMap((match) => (match !== null && wanted.has(match[1] as string) ? [[match[1], match[2]] as const] : []));
  return Object.fromEntries(found.sort());
}

function nodeVersions(folder: string, names: readonly string[]): Record<string, string> {
  const found = ['@anthropic-ai/sdk', ...names].map((name) => {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
    return [name, (manifest as {version: string}).version] as const;
  });
  return Object.fromEntries(found);
}

export const allVersions = (): readonly object[] =>
  versions.map((version) => ({
    sdk: version.sdk,
    version: version.version,
    runtime: runtimes[version.sdk],
    levels: version.levels,
    packages: installedVersions(version),
    ...(version.note === undefined ? {} : {note: version.note}),
  }));
