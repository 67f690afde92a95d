/** Gets the SDK versions once, then puts one of them into the neutral folder the driver runs in. */
import {execFileSync} from 'node:child_process';
import {copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {cloudKeys} from './canaries.ts';
import {goRuntime, goVersions, installGo} from './install-go.ts';
import {installJava, javaRuntime, javaVersions} from './install-java.ts';
import {type CloudClient, isCloud, type Sdk, type SdkVersion, versions} from './matrix.ts';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '.cache');
/** Stack traces show this folder, so it names no user and no checkout. A port of its own keeps two captures apart. */
export const appFolder = ['/tmp/callmill-corpus/app', process.env.CORPUS_PORT].filter(Boolean).join('-');
const sitePackages = '.venv/lib/python3.11/site-packages';
const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], {encoding: 'utf8'}).trim();

/** What the driver is started with. */
export interface App {
  readonly command: string;
  readonly file: string;
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

const cloudClients: Readonly<Record<CloudClient, string>> = {
  'bedrock-boto3': 'boto3',
  'bedrock-python': 'bedrock',
  'vertex-python': 'vertex',
  'bedrock-aws-js': 'aws',
  'bedrock-typescript': 'bedrock',
  'vertex-typescript': 'vertex',
};
const cloudKeysInEnv = {
  AWS_ACCESS_KEY_ID: cloudKeys.awsId,
  AWS_SECRET_ACCESS_KEY: cloudKeys.awsSecret,
  AWS_EC2_METADATA_DISABLED: 'true',
  VERTEX_TOKEN: cloudKeys.googleToken,
};

/** What pip installs under the version's own number; a cloud's clients stand among the packages. */
const pythonPackages: Readonly<Partial<Record<Sdk, string>>> = {
  python: 'anthropic',
  'python-loggers': 'anthropic',
  'langchain-python': 'langchain-anthropic',
  'litellm-sdk': 'litellm',
  'pydantic-ai': 'pydantic-ai-slim[anthropic]',
};
const cloudsInPython: ReadonlySet<Sdk> = new Set<Sdk>(['bedrock-boto3', 'bedrock-python', 'vertex-python']);

export const isPython = (sdk: Sdk): boolean => pythonPackages[sdk] !== undefined || cloudsInPython.has(sdk);
/** Their driver is compiled with the SDK. */
const compiled: readonly Sdk[] = ['go', 'java'];

/** What the driver of an SDK is made of. */
function driverOf(sdk: Sdk): Driver {
  const client = isCloud(sdk) ? [cloudClients[sdk]] : [];
  const env = isCloud(sdk) ? cloudKeysInEnv : {};
  if (isPython(sdk)) {
    return {
      source: `drivers/${isCloud(sdk) ? 'cloud-python' : sdk}/driver.py`,
      // Without -S the machine's own packages could shadow the ones under test.
      app: {
        command: python,
        file: 'app.py',
        args: ['-s', '-S', 'app.py', ...client],
        env: {PYTHONPATH: join(appFolder, sitePackages), ...env},
      },
    };
  }
  if (sdk === 'go') return {source: 'drivers/go', app: {command: './app', file: 'app', args: [], env: {}}};
  if (sdk === 'java') {
    const args = ['-cp', 'lib/*:classes:.', 'com.example.orders.Assistant'];
    return {source: 'drivers/java', app: {command: 'java', file: 'app', args, env: {}}};
  }
  const app = {command: process.execPath, file: 'app.mjs', args: ['app.mjs', ...client], env};
  if (isCloud(sdk)) return {source: 'drivers/cloud-node/driver.mjs', app};
  if (sdk === 'typescript') return {source: 'drivers/typescript/driver.mjs', app};
  return {source: 'drivers/javascript/driver.mjs', beside: 'drivers/javascript/clients', app: {...app, last: [sdk]}};
}

export function installApp(version: SdkVersion): App {
  const installed = installVersion(version);
  const {source, beside, app} = driverOf(version.sdk);
  rmSync(appFolder, {recursive: true, force: true});
  cpSync(installed, appFolder, {recursive: true});
  if (!compiled.includes(version.sdk)) copyFileSync(join(here, source), join(appFolder, app.file));
  if (beside !== undefined) cpSync(join(here, beside), join(appFolder, basename(beside)), {recursive: true});
  return app;
}

/** Exact versions of everything that could shape the output. */
export function installedVersions(version: SdkVersion): Readonly<Record<string, string>> {
  const folder = installVersion(version);
  const main = mainPackage(version);
  const own = main ?? pythonPackages[version.sdk];
  const names = [...(own === undefined ? [] : [own]), ...version.packages].map((name) =>
    name.replace(/(?:==|@(?=v?\d)).*$/, '').replace(/\[.*\]$/, ''),
  );
  if (version.sdk === 'go') return goVersions(folder, names);
  if (version.sdk === 'java') return javaVersions(folder, names);
  return isPython(version.sdk) ? pythonVersions(folder, names) : nodeVersions(folder, names);
}

const mainPackage = ({sdk, main}: SdkVersion): string | undefined =>
  sdk === 'typescript' ? '@anthropic-ai/sdk' : main;

const pythonRuntime = `Python ${execFileSync(python, ['-c', 'import platform; print(platform.python_version())'], {
  encoding: 'utf8',
}).trim()}`;

export function runtimeOf(sdk: Sdk): string {
  if (sdk === 'go') return goRuntime();
  if (sdk === 'java') return javaRuntime();
  return isPython(sdk) ? pythonRuntime : `Node.js ${process.versions.node}`;
}

/** The folder of the interpreter, when it would tell whose machine this was. */
export const pythonPrefix = dirname(dirname(python));

function installVersion(version: SdkVersion): string {
  const folder = join(cache, version.sdk, version.version);
  const main = mainPackage(version);
  if (existsSync(join(folder, '.installed'))) return folder;
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  if (isPython(version.sdk)) {
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
        ...(isCloud(version.sdk) ? [] : [`${pythonPackages[version.sdk]}==${version.version}`]),
        ...version.packages,
      ],
      folder,
    );
  } else if (version.sdk === 'go') {
    installGo(folder, join(here, driverOf('go').source), version.version, version.packages);
  } else if (version.sdk === 'java') {
    installJava(folder, join(here, driverOf('java').source), version.version, version.packages);
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
  runtime: runtimeOf(version.sdk),
  levels: version.levels,
  packages: installedVersions(version),
  ...(version.note === undefined ? {} : {note: version.note}),
});
