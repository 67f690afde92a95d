/** Gets one version of the Java SDK with Maven and compiles the driver against it. */
import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const configurations = ['logback.xml', 'logback-json.xml', 'log4j2.xml', 'log4j2-json.xml'];
const sources = ['Assistant.java', 'Logging.java'];

/** `packages` are `group:artifact:version`. */
export function installJava(folder: string, source: string, version: string, packages: readonly string[]): void {
  const run = (command: string, ...args: readonly string[]): void => {
    execFileSync(command, args, {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']});
  };
  writeFileSync(join(folder, 'pom.xml'), pom([`com.anthropic:anthropic-java:${version}`, ...packages]));
  run('mvn', '-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib');
  for (const name of configurations) copyFileSync(join(source, name), join(folder, name));
  mkdirSync(join(folder, 'classes'));
  run('javac', '-proc:none', '-d', 'classes', '-cp', 'lib/*', ...sources.map((name) => join(source, name)));
}

export function javaVersions(folder: string, names: readonly string[]): Record<string, string> {
  const artifacts = ['anthropic-java', 'okhttp', ...names.map((name) => name.split(':')[1] as string)];
  const found = readdirSync(join(folder, 'lib')).flatMap((jar) => {
    const [, name, version] = /^(.+?)-(\d.*)\.jar$/.exec(jar) ?? [];
    return name !== undefined && artifacts.includes(name) ? [[name, version as string] as const] : [];
  });
  return Object.fromEntries(found.sort());
}

export const javaRuntime = (): string => {
  const found = /(\d+\.\d[\d.]*)/.exec(execFileSync('java', ['--version'], {encoding: 'utf8'}));
  return `Java ${found?.[1] ?? 'unknown'}`;
};

function pom(dependencies: readonly string[]): string {
  const entries = dependencies.map((coordinates) => {
    const [group, artifact, version] = coordinates.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>com.example</groupId><artifactId>orders</artifactId><version>1</version>
<dependencies>
${entries.join('\n')}
</dependencies></project>
`;
}
