/** Builds the Go driver against one version of the SDK. */
import {execFileSync} from 'node:child_process';
import {copyFileSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const sdk = 'github.com/anthropics/anthropic-sdk-go';

export function installGo(folder: string, source: string, version: string, packages: readonly string[]): void {
  const go = (...args: readonly string[]): void => {
    execFileSync('go', args, {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']});
  };
  copyFileSync(join(source, 'main.go'), join(folder, 'main.go'));
  go('mod', 'init', 'example.com/orders');
  go('get', `${sdk}@v${version}`, ...packages);
  // Without the builder's folder, stacks show module paths: no machine is named.
  go('build', '-trimpath', '-o', 'app', '.');
}

export function goVersions(folder: string, names: readonly string[]): Record<string, string> {
  const file = readFileSync(join(folder, 'go.mod'), 'utf8');
  const required = [...file.matchAll(/^(?:require )?\s*(\S+) v(\S+)/gm)].map(
    (found) => [found[1] as string, found[2] as string] as const,
  );
  return Object.fromEntries(required.filter(([name]) => name === sdk || names.includes(name)));
}

export const goRuntime = (): string => {
  const found = /go(\d[\d.]*)/.exec(execFileSync('go', ['version'], {encoding: 'utf8'}));
  return `Go ${found?.[1] ?? 'unknown'}`;
};
