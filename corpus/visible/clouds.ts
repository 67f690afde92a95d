/** The clouds' clients, read from their sources and from the logs by eye. The Claude SDK's rows hold for its clients too. */
import type {Sdk} from '../matrix.ts';
import {pythonMentions, pythonRows} from './python.ts';
import {answered, apiErrors, type Condition, everything, type Mention, type Row} from './row.ts';
import {typescriptMentions, typescriptRows} from './typescript.ts';

const cloudErrors = 'the message of the body; its type is named by a header alone';
/** What a cloud's answer does not have, or what its client prints otherwise. */
const withheld: Readonly<Partial<Record<Sdk, readonly string[]>>> = {
  'bedrock-python': ['request_id', 'error_type', 'error_param'],
  'bedrock-typescript': ['request_id', 'error_type', 'error_param', 'endpoint'],
  'vertex-typescript': ['endpoint'],
};
const byHeader = ['error_type', 'request_id', 'error_param'];

/** Rows of the Claude SDK, for its clients of the clouds. */
function inherited<T extends Row>(rows: readonly T[], sdk: Sdk): T[] {
  return rows.flatMap((row) => {
    const isEvent = row.scenarios.length === 1 && row.scenarios[0] === 'sse-error';
    // The events of the clouds name no request id; they do name the type.
    const hidden = isEvent ? ['request_id', 'endpoint'] : (withheld[sdk] ?? []);
    const own = ['stream-cut', 'timeout', 'refused'].some((name) => row.scenarios.includes(name as never));
    const keep = own || row.scenarios !== apiErrors ? hidden.filter((name) => name !== 'error_type') : hidden;
    const shows = row.shows.filter((name) => !keep.includes(name));
    return shows.length > 0 ? [{...row, sdk, shows}] : [];
  });
}

const boto: Sdk = 'bedrock-boto3';
const debug = ['debug'] as const;

const botoRows: readonly Row[] = [
  {
    sdk: boto,
    scenarios: apiErrors,
    shows: ['error_type', 'error_message', 'error_param'],
    why: '`An error occurred (NAME) when calling the … operation: …` has the name and the message',
  },
  {
    sdk: boto,
    scenarios: ['rate-limited', 'server-error', 'bad-gateway'],
    shows: ['retry_count'],
    why: '`(reached max retries: N)`',
  },
  {sdk: boto, scenarios: ['bad-gateway'], shows: ['http_status_code'], why: 'without a body the status is the name'},
  {
    sdk: boto,
    scenarios: ['sse-error'],
    shows: ['error_type', 'error_message', 'http_status_code', 'stream_mode', 'stream_error_occurred'],
    why: 'a name that begins with a small letter is an event of a stream that began with 200',
  },
  {
    sdk: boto,
    scenarios: ['stream-cut'],
    rounds: [1],
    shows: ['error_type', 'stream_mode', 'stream_error_occurred'],
    why: "the traceback goes through botocore's eventstream.py",
  },
  {
    sdk: boto,
    scenarios: ['timeout', 'refused'],
    shows: ['error_type', 'http_status_code', 'model'],
    why: 'the sentence names the URL, and the model in it; no answer, so no status',
  },
  {
    sdk: boto,
    levels: debug,
    scenarios: everything,
    shows: [
      'model',
      'messages_count',
      'tools_count',
      'tool_names',
      'max_tokens_requested',
      'temperature',
      'stream_mode',
      'content_types_in_messages',
      'user_id_hash',
      'client_sdk_version',
      'sdk_language_runtime',
    ],
    why: '`Making request for …` has the body and the User-Agent',
  },
  {
    sdk: boto,
    levels: debug,
    scenarios: everything.filter((name) => name !== 'timeout' && name !== 'refused'),
    shows: ['endpoint', 'http_status_code', 'request_id'],
    why: "urllib3's line has the URL and the status, `Response headers: …` the id",
  },
  {
    sdk: boto,
    levels: debug,
    scenarios: ['ok', 'ok-stream', 'rate-limited-then-ok', 'overloaded-then-ok'],
    shows: ['error_type', 'error_message'],
    why: 'status 200, and the thread goes on without a failure',
  },
  {
    sdk: boto,
    levels: debug,
    scenarios: ['rate-limited-then-ok', 'overloaded-then-ok', 'rate-limited', 'server-error', 'bad-gateway'],
    shows: ['retry_count', 'retry_reason'],
    why: '`Retry needed, …` stands between the attempts',
  },
  {
    sdk: boto,
    levels: debug,
    scenarios: ['timeout', 'refused'],
    shows: ['retry_count', 'retry_reason'],
    why: '`Exception received …` and `Retry needed, …` once for each attempt',
  },
];

const aws: Sdk = 'bedrock-aws-js';
const awsRows: readonly Row[] = [
  {
    sdk: aws,
    scenarios: apiErrors,
    rounds: [1],
    shows: ['http_status_code', 'error_type', 'error_message', 'error_param', 'request_id', 'trace_id'],
    why: "the exception has $metadata with status and id, its class and its message; the application's words name Claude",
  },
  {
    sdk: aws,
    scenarios: ['rate-limited', 'server-error', 'bad-gateway', 'timeout', 'refused'],
    rounds: [1],
    shows: ['retry_count', 'http_status_code', 'trace_id'],
    why: '$metadata counts the attempts',
  },
  {
    sdk: aws,
    scenarios: ['sse-error'],
    rounds: [1],
    shows: ['error_type', 'error_message', 'trace_id'],
    why: 'the exception has its class and its message',
  },
  {sdk: aws, scenarios: ['timeout', 'refused'], rounds: [1], shows: ['error_type'], why: 'the code of the exception'},
  {
    sdk: aws,
    levels: ['info'],
    scenarios: everything,
    shows: ['model', 'stream_mode', 'http_status_code', 'trace_id'],
    why: "the client's logger writes the input and the metadata of each call",
  },
  {
    sdk: aws,
    levels: ['info'],
    scenarios: apiErrors,
    shows: ['error_type', 'error_message', 'error_param', 'request_id'],
    why: "the client's logger writes the exception",
  },
  {
    sdk: aws,
    levels: ['info'],
    scenarios: answered,
    shows: ['request_id'],
    why: "the client's logger writes the metadata of the answer",
  },
  {
    sdk: aws,
    levels: ['info'],
    scenarios: ['ok', 'ok-stream', 'rate-limited-then-ok', 'overloaded-then-ok'],
    shows: ['error_type', 'error_message', 'request_id'],
    why: "the client's logger writes an output",
  },
];

const inherit = (sdk: Sdk): readonly Row[] =>
  sdk.endsWith('python') ? inherited(pythonRows, sdk) : inherited(typescriptRows, sdk);

const bedrockPython: Row = {
  sdk: 'bedrock-python',
  levels: debug,
  scenarios: apiErrors,
  shows: byHeader,
  why: `${cloudErrors}, which \`HTTP Response: …\` shows`,
};

const bedrockPythonIds: Row = {
  sdk: 'bedrock-python',
  levels: debug,
  scenarios: answered,
  shows: ['request_id'],
  why: "httpcore's line and `HTTP Response: …` show the header",
};

const clients: readonly Sdk[] = ['bedrock-python', 'vertex-python', 'bedrock-typescript', 'vertex-typescript'];

export const cloudRows: readonly Row[] = [
  ...botoRows,
  ...awsRows,
  bedrockPython,
  bedrockPythonIds,
  ...clients.flatMap(inherit),
];

const told: readonly Condition[] = [
  {sdk: boto, scenarios: ['stream-cut', 'malformed']},
  {sdk: aws, scenarios: ['stream-cut', 'malformed']},
];

export const cloudMentions: readonly Mention[] = [
  ...told.map((condition) => ({...condition, why: 'only the words of a parser or of a socket: no status, no type'})),
  ...clients.flatMap((sdk) =>
    (sdk.endsWith('python') ? pythonMentions : typescriptMentions).map((mention) => ({...mention, sdk})),
  ),
];
