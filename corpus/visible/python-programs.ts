/** Loggers and frameworks around the Python SDK, read from their sources and from the logs by eye. */
import type {LoggerName} from '../matrix.ts';
import type {ScenarioName} from '../plan.ts';
import {pythonMentions, pythonRows} from './python.ts';
import {apiErrors, type Doubt, type Mention, type Row} from './row.ts';

/** These print the fields that the application adds. */
const traced: readonly LoggerName[] = ['structlog', 'structlog-json', 'loguru-json'];
const untraced: readonly LoggerName[] = ['loguru', 'rich'];
/** LiteLLM repeats nothing by itself, so the first failure is the last. */
const litellmErrors: readonly ScenarioName[] = [...apiErrors, 'overloaded-then-ok'];

export const frameworkRows: readonly Row[] = [
  ...pythonRows.map(({loggers, ...row}) => ({
    ...row,
    sdk: 'python-loggers' as const,
    ...(loggers && {loggers: loggers.includes('json') ? traced : untraced}),
  })),
  ...sdkRows('langchain-python'),
  ...sdkRows('pydantic-ai'),
  {
    sdk: 'pydantic-ai',
    scenarios: [...apiErrors, 'bad-gateway'],
    shows: ['model'],
    why: "pydantic-ai's own error text names the model",
  },
  {
    sdk: 'litellm-sdk',
    scenarios: litellmErrors,
    shows: ['error_type', 'error_message', 'request_id', 'error_param'],
    why: '`AnthropicException - {…}` has the body, which names type, message and request id, but no status',
  },
  {
    sdk: 'litellm-sdk',
    scenarios: [...litellmErrors, 'bad-gateway'],
    rounds: [1],
    shows: ['http_status_code', 'endpoint'],
    why: "the first of its tracebacks ends in httpx's `… error 'N …' for url '…'`",
  },
  {
    sdk: 'litellm-sdk',
    scenarios: ['bad-gateway'],
    shows: ['http_status_code'],
    why: "the error text is the proxy's page, whose title begins with the status",
  },
  {
    sdk: 'litellm-sdk',
    scenarios: ['refused'],
    shows: ['error_type', 'http_status_code'],
    why: '`AnthropicException - [Errno 111] Connection refused`: no answer, so no status',
  },
];

export const frameworkDoubts: readonly Doubt[] = [];

export const frameworkMentions: readonly Mention[] = pythonMentions.map((mention) => ({
  ...mention,
  sdk: 'python-loggers' as const,
}));

/** The SDK below prints its lines and its exception as ever; nobody adds a trace id. */
function sdkRows(sdk: 'langchain-python' | 'pydantic-ai'): Row[] {
  return pythonRows.filter(({loggers}) => loggers?.includes('json') !== true).map((row) => ({...row, sdk}));
}
