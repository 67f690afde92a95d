/** Gets the SDK versions once, then puts one of them into the neutral folder the driver runs in. */
import {execFileSync} from 'node:child_process';
import {copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {cloudKeys} from './canaries.ts';
import {isCloud, type Sdk, type SdkVersion, versions} from './matrix.ts';

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
  readonly env: Readonly<Record<string, string>>;
}

const clients: Readonly<Record<Exclude<Sdk, 'python' | 'typescript'>, string>> = {
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

export const isPython = (sdk: Sdk): boolean => sdk.endsWith('python') || sdk === 'bedrock-boto3';

/** What the driver of an SDK is made of. */
function driverOf(sdk: Sdk): {readonly source: string; readonly app: App} {
  const client = sdk === 'python' || sdk === 'typescript' ? [] : [clients[sdk]];
  const folder = client.length > 0 ? 'cloud-' : '';
  const env = client.length > 0 ? cloudKeysInEnv : {};
  if (isPython(sdk)) {
    return {
      source: `drivers/${folder}python/driver.py`,
      // Without -S the machine's own packages could shadow the ones under test.
      app: {
        command: python,
        file: 'app.py',
        args: ['-s', '-S', 'app.py', ...client],
        env: {PYTHONPATH: join(appFolder, sitePackages), ...env},
      },
    };
  }
  return {
    source: `drivers/${client.length > 0 ? 'cloud-node' : 'typescript'}/driver.mjs`,
    app: {command: process.execPath, file: 'app.mjs', args: ['app.mjs', ...client], env},
  };
}

export function installApp(version: SdkVersion): App {
  const installed = installVersion(version);
  const {source, app} = driverOf(version.sdk);
  rmSync(appFolder, {recursive: true, force: true});
  cpSync(installed, appFolder, {recursive: true});
  copyFileSync(join(here, source), join(appFolder, app.file));
  return app;
}

/** Exact versions of everything that could shape the output. */
export function installedVersions(version: SdkVersion): Readonly<Record<string, string>> {
  const folder = installVersion(version);
  const names = version.packages.map((name) => (name.split(/==|@(?=\d)/)[0] as string).replace(/\[.*\]$/, ''));
  return isPython(version.sdk) ? pythonVersions(folder, names) : nodeVersions(folder, names);
}

const pythonRuntime = `Python ${execFileSync(python, ['-c', 'import platform; print(platform.python_version())'], {
  encoding: 'utf8',
}).trim()}`;

export const runtimeOf = (sdk: Sdk): string => (isPython(sdk) ? pythonRuntime : `Node.js ${process.versions.node}`);

/** The folder of the interpreter, when it would tell whose machine this was. */
export const pythonPrefix = dirname(dirname(python));

function installVersion(version: SdkVersion): string {
  const folder = join(cache, version.sdk, version.version);
  if (existsSync(join(folder, '.installed'))) return folder;
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const sdk = isCloud(version.sdk) ? [] : [ownPackage(version)];
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
        ...sdk,
        ...version.packages,
      ],
      folder,
    );
  } else {
    writeFileSync(join(folder, 'package.json'), '{"name":"app","private":true,"type":"module"}\n');
    run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--save-exact', ...sdk, ...version.packages], folder);
  }
  writeFileSync(join(folder, '.installed'), '');
  return folder;
}

const ownPackage = ({sdk, version}: SdkVersion): string =>
  sdk === 'python' ? `anthropic==${version}` : `@anthropic-ai/sdk@${version}`;

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
  const found = [...new Set(['@anthropic-ai/sdk', ...names])]
    .filter((name) => existsSync(join(folder, 'node_modules', name)))
    .map((name) => {
      const manifest: unknown = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
      return [name, (manifest as {version: string}).version] as const;
    });
  return Object.fromEntries(found);
}

export const allVersions = (): readonly object[] =>
  versions.map((version) => ({
    sdk: version.sdk,
    version: version.version,
    runtime: runtimeOf(version.sdk),
    levels: version.levels,
    packages: installedVersions(version),
    ...(version.note === undefined ? {} : {note: version.note}),
  }));
