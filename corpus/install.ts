/** Gets the SDK versions once, then puts one of them into the neutral folder the driver runs in. */
import {execFileSync} from 'node:child_process';
import {copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {goRuntime, goVersions, installGo} from './install-go.ts';
import {installJava, javaRuntime, javaVersions} from './install-java.ts';
import {type PythonProgram, type Sdk, type SdkVersion, versions} from './matrix.ts';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '.cache');
/** Stack traces show this folder, so it names no user and no checkout. Another port is another capture at the same time. */
export const appFolder = `/tmp/callmill-corpus${process.env.CORPUS_PORT ?? ''}/app`;
const sitePackages = '.venv/lib/python3.11/site-packages';
const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], {encoding: 'utf8'}).trim();

/** What the driver is started with. */
export interface App {
  readonly command: string;
  readonly args: readonly string[];
  /** What comes behind the arguments that every driver has. */
  readonly last?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

interface Driver {
  readonly source: string;
  /** A folder that the driver needs beside it. */
  readonly beside?: string;
  readonly app: App;
}

const javascript = (client: Sdk): Driver => ({
  source: 'drivers/javascript/driver.mjs',
  beside: 'drivers/javascript/clients',
  app: {command: process.execPath, args: ['app.mjs'], last: [client], env: {}},
});

const python3 = (sdk: 'python' | PythonProgram): Driver => ({
  source: `drivers/${sdk}/driver.py`,
  // Without -S the machine's own packages could shadow the ones under test.
  app: {command: python, args: ['-s', '-S', 'app.py'], env: {PYTHONPATH: join(appFolder, sitePackages)}},
});

const drivers: Readonly<Record<Sdk, Driver>> = {
  'ai-sdk': javascript('ai-sdk'),
  langchain: javascript('langchain'),
  openai: javascript('openai'),
  axios: javascript('axios'),
  fetch: javascript('fetch'),
  python: python3('python'),
  'python-loggers': python3('python-loggers'),
  'langchain-python': python3('langchain-python'),
  'litellm-sdk': python3('litellm-sdk'),
  'pydantic-ai': python3('pydantic-ai'),
  typescript: {
    source: 'drivers/typescript/driver.mjs',
    app: {command: process.execPath, args: ['app.mjs'], env: {}},
  },
  go: {source: 'drivers/go', app: {command: './app', args: [], env: {}}},
  java: {
    source: 'drivers/java',
    app: {command: 'java', args: ['-cp', 'lib/*:classes:.', 'com.example.orders.Assistant'], env: {}},
  },
};
/** Their driver is compiled with the SDK. */
const compiled: readonly Sdk[] = ['go', 'java'];

/** What is installed under the version's own number. */
const pythonPackages: Readonly<Partial<Record<Sdk, string>>> = {
  python: 'anthropic',
  'python-loggers': 'anthropic',
  'langchain-python': 'langchain-anthropic',
  'litellm-sdk': 'litellm',
  'pydantic-ai': 'pydantic-ai-slim[anthropic]',
};

export function installApp(version: SdkVersion): App {
  const installed = installVersion(version);
  const {source, beside, app} = drivers[version.sdk];
  rmSync(appFolder, {recursive: true, force: true});
  cpSync(installed, appFolder, {recursive: true});
  if (!compiled.includes(version.sdk)) copyFileSync(join(here, source), join(appFolder, app.args.at(-1) as string));
  if (beside !== undefined) cpSync(join(here, beside), join(appFolder, basename(beside)), {recursive: true});
  return app;
}

/** Exact versions of everything that could shape the output. */
export function installedVersions(version: SdkVersion): Readonly<Record<string, string>> {
  const folder = installVersion(version);
  const names = version.packages.map((name) => name.split(/==|@(?=v?\d)/)[0] as string);
  if (version.sdk === 'go') return goVersions(folder, names);
  if (version.sdk === 'java') return javaVersions(folder, names);
  const ofPython = pythonPackages[version.sdk];
  if (ofPython !== undefined) return pythonVersions(folder, [...names, ofPython.replace(/\[.*/, '')]);
  const main = mainPackage(version);
  return nodeVersions(folder, [...(main === undefined ? [] : [main]), ...names]);
}

const mainPackage = ({sdk, main}: SdkVersion): string | undefined =>
  sdk === 'typescript' ? '@anthropic-ai/sdk' : main;

const node = `Node.js ${process.versions.node}`;
const pythonRuntime = `Python ${execFileSync(python, ['-c', 'import platform; print(platform.python_version())'], {
  encoding: 'utf8',
}).trim()}`;

export const runtimes: Readonly<Record<Sdk, string>> = {
  'ai-sdk': node,
  langchain: node,
  openai: node,
  axios: node,
  fetch: node,
  python: pythonRuntime,
  'python-loggers': pythonRuntime,
  'langchain-python': pythonRuntime,
  'litellm-sdk': pythonRuntime,
  'pydantic-ai': pythonRuntime,
  typescript: node,
  get go() {
    return goRuntime();
  },
  get java() {
    return javaRuntime();
  },
};

/** The folder of the interpreter, when it would tell whose machine this was. */
export const pythonPrefix = dirname(dirname(python));

function installVersion(version: SdkVersion): string {
  const folder = join(cache, version.sdk, version.version);
  const main = mainPackage(version);
  if (existsSync(join(folder, '.installed'))) return folder;
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const ofPython = pythonPackages[version.sdk];
  if (ofPython !== undefined) {
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
        `${ofPython}==${version.version}`,
        ...version.packages,
      ],
      folder,
    );
  } else if (version.sdk === 'go') {
    installGo(folder, join(here, drivers.go.source), version.version, version.packages);
  } else if (version.sdk === 'java') {
    installJava(folder, join(here, drivers.java.source), version.version, version.packages);
  } else {
    writeFileSync(join(folder, 'package.json'), '{"name":"app","private":true,"type":"module"}\n');
    run(
      'npm',
      [
        'install',
        '--silent',
        '--no-audit',
        '--no-fund',
        // Some ask for a newer Node.js than they need.
        '--no-engine-strict',
        '--save-exact',
        ...(main === undefined ? [] : [`${main}@${version.version}`]),
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
  const found = names.map((name) => {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
    return [name, (manifest as {version: string}).version] as const;
  });
  return Object.fromEntries(found);
}

export interface VersionEntry {
  readonly sdk: string;
  readonly version: string;
}

/** What is known of a version is kept, unless it is among the `fresh` ones: a part of the corpus can be made alone. */
export const allVersions = (known: readonly VersionEntry[], fresh: readonly SdkVersion[]): readonly VersionEntry[] =>
  versions.flatMap((version) => {
    const before = known.find(({sdk, version: of}) => sdk === version.sdk && of === version.version);
    return fresh.includes(version) ? [entryOf(version)] : before === undefined ? [] : [before];
  });

const entryOf = (version: SdkVersion): VersionEntry & Readonly<Record<string, unknown>> => ({
  sdk: version.sdk,
  version: version.version,
  runtime: runtimes[version.sdk],
  levels: version.levels,
  packages: installedVersions(version),
  ...(version.note === undefined ? {} : {note: version.note}),
});
