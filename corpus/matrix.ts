/** Which versions are captured, and how, as data. */
import {type ScenarioName, scenarioNames} from './plan.ts';

/** SDKs whose calls are the official ones, the JavaScript clients of `drivers/javascript`, programs of Python, and the clients of the clouds. */
export type Sdk = 'python' | 'typescript' | 'go' | 'java' | PythonProgram | JsClient | CloudClient;
export type JsClient = 'ai-sdk' | 'langchain' | 'openai' | 'axios' | 'fetch';
/** Loggers and frameworks around the Python SDK; LiteLLM calls the API itself. */
export type PythonProgram = 'python-loggers' | 'langchain-python' | 'litellm-sdk' | 'pydantic-ai';
export type CloudClient =
  | 'bedrock-boto3'
  | 'bedrock-python'
  | 'vertex-python'
  | 'bedrock-aws-js'
  | 'bedrock-typescript'
  | 'vertex-typescript';
export type Level = 'default' | 'info' | 'debug';
export type LoggerName =
  | 'plain'
  | 'json'
  | 'console'
  | 'pino'
  | 'winston'
  | 'slog-text'
  | 'slog-json'
  | 'zap'
  | 'zerolog'
  | 'logrus'
  | 'logback'
  | 'logback-json'
  | 'log4j2'
  | 'log4j2-json'
  | PythonLogger;
export type PythonLogger = 'structlog' | 'structlog-json' | 'loguru' | 'loguru-json' | 'rich';
export type Mode = 'alone' | 'eight';

export interface SdkVersion {
  readonly sdk: Sdk;
  readonly version: string;
  readonly levels: readonly Level[];
  readonly loggers: readonly LoggerName[];
  /** All of them unless told. */
  readonly scenarios?: readonly ScenarioName[];
  /** The npm package that the version is of; none comes with Node.js. */
  readonly main?: string;
  /** How often the client tries again by itself; twice unless told. */
  readonly retries?: number;
  /** What is installed beside the SDK, pinned where it shapes the output. */
  readonly packages: readonly string[];
  readonly note?: string;
  /** Only these pairs of a level and a logger, such as `debug-plain`; absent: each level with each logger. */
  readonly pairs?: readonly string[];
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
const goPackages: readonly string[] = [
  'go.uber.org/zap@v1.28.0',
  'github.com/rs/zerolog@v1.35.1',
  'github.com/sirupsen/logrus@v1.10.2',
];
const javaPackages: readonly string[] = [
  'ch.qos.logback:logback-classic:1.5.18',
  'net.logstash.logback:logstash-logback-encoder:8.1',
  'org.apache.logging.log4j:log4j-core:2.25.1',
  'org.apache.logging.log4j:log4j-layout-template-json:2.25.1',
];
const atDefault = (logger: string): string => `default-${logger}`;

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

const official: readonly SdkVersion[] = [
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
    sdk: 'bedrock-boto3',
    version: '1.44.8',
    levels: ['default', 'debug'],
    loggers: ['plain'],
    packages: ['boto3==1.44.8', 'botocore==1.44.8', 'urllib3==2.8.0'],
    note: 'botocore.hooks and botocore.loaders stay at INFO: their lines tell of handlers and files, not of calls',
  },
  {
    sdk: 'bedrock-python',
    version: '2.13.0',
    levels: ['default', 'debug'],
    loggers: ['plain'],
    packages: ['anthropic[bedrock]==2.13.0', 'boto3==1.44.8', 'httpx2==2.16.2', 'httpcore2==2.16.2'],
  },
  {
    sdk: 'vertex-python',
    version: '2.13.0',
    levels: ['default', 'info'],
    loggers: ['json'],
    packages: [
      'anthropic[vertex]==2.13.0',
      'google-auth==2.63.0',
      'httpx2==2.16.2',
      'httpcore2==2.16.2',
      'python-json-logger==4.2.0',
    ],
  },
  {
    sdk: 'bedrock-aws-js',
    version: '3.1164.0',
    levels: ['default', 'info'],
    loggers: ['pino'],
    packages: ['@aws-sdk/client-bedrock-runtime@3.1164.0', '@smithy/node-http-handler@4', 'pino@10.4.0'],
    note: 'with its HTTP/1.1 handler: its default one speaks HTTP/2 only',
  },
  {
    sdk: 'bedrock-typescript',
    version: '1.1.3',
    levels: ['info'],
    loggers: ['pino'],
    packages: ['@anthropic-ai/bedrock-sdk@1.1.3', '@anthropic-ai/sdk@1.13.0', 'pino@10.4.0'],
    note: 'its lines name the path of the Messages API, not the one that it called',
  },
  {
    sdk: 'vertex-typescript',
    version: '1.1.3',
    levels: ['info'],
    loggers: ['pino'],
    packages: ['@anthropic-ai/vertex-sdk@1.1.3', '@anthropic-ai/sdk@1.13.0', 'pino@10.4.0'],
    note: 'its lines name the path of the Messages API, not the one that it called',
  },
  {
    sdk: 'go',
    version: '1.12.0',
    levels: ['default', 'debug'],
    loggers: ['plain'],
    packages: goPackages,
    note: '`debug` is the option WithDebugLog; this version prints keys in clear, and a stream error without its status',
  },
  {
    sdk: 'go',
    version: '1.84.0',
    levels: ['default', 'debug'],
    loggers: ['plain', 'slog-text', 'slog-json', 'zap', 'zerolog', 'logrus'],
    packages: goPackages,
    pairs: [...['plain', 'slog-text', 'slog-json', 'zap', 'zerolog', 'logrus'].map(atDefault), 'debug-plain'],
  },
  {
    sdk: 'java',
    version: '2.8.1',
    levels: ['default', 'info'],
    loggers: ['logback'],
    packages: javaPackages,
    pairs: ['default-logback', 'info-logback'],
    note: "ANTHROPIC_LOG lets OkHttp's interceptor print through java.util.logging; bodies in messages are Map.toString()",
  },
  {
    sdk: 'java',
    version: '3.13.0',
    levels: everyLevel,
    loggers: ['logback', 'logback-json', 'log4j2', 'log4j2-json'],
    // As the SDK wants it: Maven would take the older one that logstash-logback-encoder asks for.
    packages: [...javaPackages, 'com.fasterxml.jackson.core:jackson-databind:2.19.4'],
    pairs: [...['logback', 'logback-json', 'log4j2', 'log4j2-json'].map(atDefault), 'info-logback', 'debug-log4j2'],
    note: "ANTHROPIC_LOG is the SDK's own logger on stderr, without times and threads",
  },
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

/** Enough to see every kind of end, and no more. */
const ends: readonly ScenarioName[] = [
  'ok',
  'bad-param',
  'unauthorized',
  'rate-limited-then-ok',
  'rate-limited',
  'bad-gateway',
  'sse-error',
  'stream-cut',
  'timeout',
  'refused',
];
const withoutStreams = ends.filter((name) => name !== 'sse-error' && name !== 'stream-cut');

const clients: readonly SdkVersion[] = [
  ...(['5.0.277', '7.0.173'] as const).map((version): SdkVersion => {
    const provider = version === '5.0.277' ? '2.0.112' : '4.0.105';
    return {
      sdk: 'ai-sdk',
      version,
      main: 'ai',
      levels: ['default'],
      loggers: nodeLoggers,
      scenarios: ends,
      packages: [`@ai-sdk/anthropic@${provider}`, 'zod@4.6.7', ...nodePackages],
      note: 'no logger of its own: all that it says is in the errors that the application prints',
    };
  }),
  {
    sdk: 'langchain',
    version: '1.5.11',
    main: '@langchain/anthropic',
    levels: ['info', 'debug'],
    loggers: ['console'],
    scenarios: ends.filter((name) => name !== 'rate-limited-then-ok'),
    retries: 0,
    packages: ['@langchain/core@1.4.0', ...nodePackages],
    note: 'its own retries are calls of their own for the SDK below it, so they are switched off; `debug` is verbose too',
  },
  {
    sdk: 'openai',
    version: '7.57.0',
    main: 'openai',
    levels: ['debug'],
    loggers: ['console', 'winston'],
    scenarios: withoutStreams,
    packages: nodePackages,
    note: 'pointed at an endpoint that answers for Claude',
  },
  {
    sdk: 'axios',
    version: '1.21.1',
    main: 'axios',
    levels: ['default'],
    loggers: ['console', 'pino'],
    scenarios: ['ok', 'bad-param', 'rate-limited', 'bad-gateway', 'timeout', 'refused'],
    retries: 0,
    packages: nodePackages,
    note: 'not winston: of eight at once it writes a megabyte of sockets',
  },
  {
    sdk: 'fetch',
    version: '20.20.2',
    levels: ['default', 'debug'],
    loggers: ['console'],
    scenarios: withoutStreams,
    retries: 0,
    packages: nodePackages,
    note: 'the fetch of Node.js; `debug` is NODE_DEBUG=undici,fetch',
  },
];

export const versions: readonly SdkVersion[] = [...official, ...clients];

/** The clients that call Claude through a cloud. */
export const isCloud = (sdk: Sdk): sdk is CloudClient => /^(?:bedrock|vertex)-/.test(sdk);

export const modes: readonly Mode[] = ['alone', 'eight'];

const versionOf = ({sdk, version}: Pick<Capture, 'sdk' | 'version'>): SdkVersion | undefined =>
  versions.find((one) => one.sdk === sdk && one.version === version);

export const scenariosOf = (capture: Capture): readonly ScenarioName[] =>
  versionOf(capture)?.scenarios ?? scenarioNames;

export const retriesOf = (capture: Capture): number => versionOf(capture)?.retries ?? 2;

export const captures: readonly Capture[] = versions.flatMap(({sdk, version, levels, loggers, pairs, skips}) =>
  levels.flatMap((level) =>
    loggers
      .filter((logger) => pairs?.includes(`${level}-${logger}`) ?? true)
      .flatMap((logger) => modes.map((mode) => ({sdk, version, level, logger, mode})))
      .filter((capture) => skips?.(capture) !== true),
  ),
);

/** `python/0.28.1/default-plain-alone`: the capture's name everywhere. */
export function captureName({sdk, version, level, logger, mode}: Capture): string {
  return `${sdk}/${version}/${level}-${logger}-${mode}`;
}
