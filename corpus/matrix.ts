/** Which versions are captured, and how, as data. */
export type Sdk = 'python' | 'typescript';
export type Level = 'default' | 'info' | 'debug';
export type LoggerName = 'plain' | 'json' | 'console' | 'pino' | 'winston';
export type Mode = 'alone' | 'eight';

export interface SdkVersion {
  readonly sdk: Sdk;
  readonly version: string;
  readonly levels: readonly Level[];
  readonly loggers: readonly LoggerName[];
  /** What is installed beside the SDK, pinned where it shapes the output. */
  readonly packages: readonly string[];
  readonly note?: string;
}

export interface Capture {
  readonly sdk: Sdk;
  readonly version: string;
  readonly level: Level;
  readonly logger: LoggerName;
  readonly mode: Mode;
}

const everyLevel: readonly Level[] = ['default', 'info', 'debug'];
const pythonLoggers: readonly LoggerName[] = ['plain', 'json'];
const nodeLoggers: readonly LoggerName[] = ['console', 'pino', 'winston'];
const nodePackages: readonly string[] = ['pino@10.4.0', 'winston@3.19.0'];

export const versions: readonly SdkVersion[] = [
  {
    sdk: 'python',
    version: '0.28.1',
    levels: everyLevel,
    loggers: pythonLoggers,
    packages: ['httpx==0.27.2', 'httpcore==1.0.9', 'python-json-logger==4.2.0'],
    note: 'httpx 0.27 because this SDK still passes the option `proxies`, which 0.28 removed',
  },
  {
    sdk: 'python',
    version: '0.57.1',
    levels: everyLevel,
    loggers: pythonLoggers,
    packages: ['httpx==0.28.1', 'httpcore==1.0.9', 'python-json-logger==4.2.0'],
  },
  {
    sdk: 'python',
    version: '2.13.0',
    levels: everyLevel,
    loggers: pythonLoggers,
    packages: ['httpx2==2.16.2', 'httpcore2==2.16.2', 'python-json-logger==4.2.0'],
    note: 'since some 1.x or 2.x release the SDK runs on httpx2 and httpcore2, whose loggers have those names',
  },
  {
    sdk: 'typescript',
    version: '0.36.3',
    levels: ['default', 'debug'],
    loggers: nodeLoggers,
    packages: nodePackages,
    note: 'no option for a logger: `info` would equal `default`; `debug` is DEBUG=true and prints with console',
  },
  {sdk: 'typescript', version: '0.50.4', levels: everyLevel, loggers: nodeLoggers, packages: nodePackages},
  {sdk: 'typescript', version: '1.13.0', levels: everyLevel, loggers: nodeLoggers, packages: nodePackages},
];

export const modes: readonly Mode[] = ['alone', 'eight'];

export const captures: readonly Capture[] = versions.flatMap(({sdk, version, levels, loggers}) =>
  levels.flatMap((level) => loggers.flatMap((logger) => modes.map((mode) => ({sdk, version, level, logger, mode})))),
);

/** `python/0.28.1/default-plain-alone`: the capture's name everywhere. */
export function captureName({sdk, version, level, logger, mode}: Capture): string {
  return `${sdk}/${version}/${level}-${logger}-${mode}`;
}
