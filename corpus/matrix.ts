/** Which versions are captured, and how, as data. */
import type {ScenarioName} from './plan.ts';

export type Sdk = 'python' | 'typescript' | PythonProgram;
/** Loggers and frameworks around the Python SDK; LiteLLM calls the API itself. */
export type PythonProgram = 'python-loggers' | 'langchain-python' | 'litellm-sdk' | 'pydantic-ai';
export type Level = 'default' | 'info' | 'debug';
export type LoggerName = 'plain' | 'json' | 'console' | 'pino' | 'winston' | PythonLogger;
export type PythonLogger = 'structlog' | 'structlog-json' | 'loguru' | 'loguru-json' | 'rich';
export type Mode = 'alone' | 'eight';

export interface SdkVersion {
  readonly sdk: Sdk;
  readonly version: string;
  readonly levels: readonly Level[];
  readonly loggers: readonly LoggerName[];
  /** What is installed beside the SDK, pinned where it shapes the output. */
  readonly packages: readonly string[];
  readonly note?: string;
  /** Absent: every scenario. */
  readonly scenarios?: readonly ScenarioName[];
  /** Leaves captures out that would say nothing new. */
  readonly skips?: (capture: Capture) => boolean;
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

const fewScenarios: readonly ScenarioName[] = [
  'ok',
  'bad-param',
  'rate-limited',
  'overloaded-then-ok',
  'bad-gateway',
  'sse-error',
  'refused',
];
const unstreamed = fewScenarios.filter((name) => name !== 'sse-error');
/** Those that print the thread: without it eight calls at once cannot be told apart. */
const threaded: readonly LoggerName[] = ['structlog-json', 'loguru-json'];

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
  {
    sdk: 'python-loggers',
    version: '2.13.0',
    levels: everyLevel,
    loggers: ['structlog', 'structlog-json', 'loguru', 'loguru-json', 'rich'],
    packages: ['httpx2==2.16.2', 'httpcore2==2.16.2', 'structlog==26.1.0', 'loguru==0.7.3', 'rich==15.0.0'],
    note: 'the Python SDK under other loggers; structlog draws its boxes around stacks because rich is installed',
    scenarios: fewScenarios,
    skips: ({level, logger, mode}) =>
      (mode === 'eight' && !threaded.includes(logger)) ||
      (level === 'info' && logger === 'structlog') ||
      (level === 'debug' && logger !== 'rich' && (logger !== 'structlog-json' || mode === 'alone')),
  },
  {
    sdk: 'langchain-python',
    version: '1.7.10',
    levels: everyLevel,
    loggers: ['plain'],
    packages: ['anthropic==2.13.0', 'langchain-core==1.8.3', 'httpx2==2.16.2', 'httpcore2==2.16.2'],
    note: 'at debug with set_debug(True)',
    scenarios: fewScenarios,
    skips: ({level, mode}) => level === 'debug' && mode === 'eight',
  },
  {
    sdk: 'litellm-sdk',
    version: '1.110.2',
    levels: ['default', 'info'],
    loggers: ['plain'],
    packages: ['tenacity==9.2.1'],
    scenarios: unstreamed,
  },
  {
    sdk: 'pydantic-ai',
    version: '2.68.0',
    levels: ['default', 'info'],
    loggers: ['plain'],
    packages: ['anthropic==2.13.0', 'httpx2==2.16.2', 'httpcore2==2.16.2'],
    note: 'it asks some models for a stream and others not, which the mock cannot tell: failures only',
    scenarios: ['bad-param', 'rate-limited', 'bad-gateway', 'refused'],
  },
];

export const modes: readonly Mode[] = ['alone', 'eight'];

export const captures: readonly Capture[] = versions.flatMap(({sdk, version, levels, loggers, skips}) =>
  levels
    .flatMap((level) => loggers.flatMap((logger) => modes.map((mode) => ({sdk, version, level, logger, mode}))))
    .filter((capture) => skips?.(capture) !== true),
);

/** `python/0.28.1/default-plain-alone`: the capture's name everywhere. */
export function captureName({sdk, version, level, logger, mode}: Capture): string {
  return `${sdk}/${version}/${level}-${logger}-${mode}`;
}
