/** The journal of a call in the names of the canonical record (SPEC, section 1). */
import {createHash} from 'node:crypto';
import {type Capture, isCloud, retriesOf, type Sdk} from './matrix.ts';
import type {Attempt, JournalCall, RequestFacts} from './mock/journal.ts';
import type {PlannedCall} from './plan.ts';

export type Facts = Readonly<Record<string, unknown>>;

interface Place {
  readonly capture: Capture;
  readonly baseUrl: string;
  readonly runtime: string;
}

/** Python programs around the SDK, or with a client of their own. */
export const frameworks: ReadonlySet<Sdk> = new Set(['langchain-python', 'litellm-sdk', 'pydantic-ai']);
/** These make a body of their own out of what they are told. */
const reshapes: ReadonlySet<Sdk> = new Set(['ai-sdk', 'langchain', 'openai', ...frameworks]);

/** How each client names itself in its User-Agent or its x-stainless headers, and so in the record. */
const products: Readonly<Partial<Record<Sdk, string>>> = {
  langchain: 'anthropic-sdk-typescript',
  'python-loggers': 'anthropic-sdk-python',
  'langchain-python': 'anthropic-sdk-python',
  'litellm-sdk': 'anthropic-sdk-python',
  'pydantic-ai': 'anthropic-sdk-python',
  openai: 'openai',
  axios: 'axios',
};
/** These print no trace id of the application. */
const withoutTrace: readonly string[] = ['plain', 'console', 'logback', 'log4j2', 'loguru', 'rich'];

/** Leaves out what the journal does not know; `null` means that there is none. */
export function callFacts(planned: PlannedCall, entry: JournalCall, place: Place): Facts {
  const {attempts, response} = entry;
  const request = attempts.length > 0 ? entry.request : asSent(entry.request, place.capture.sdk);
  const last = attempts.at(-1);
  const facts = {
    timestamp: last?.endedAt ?? undefined,
    trace_id: withoutTrace.includes(place.capture.logger) ? undefined : planned.traceId,
    request_id: last?.requestId ?? undefined,
    http_status_code: last?.status ?? null,
    error_type: errorType(planned, last),
    error_message: errorMessage(planned, last, place.capture),
    model: request.model,
    endpoint: endpointOf(planned, request, place),
    client_sdk_version: clientOf(request, place.capture),
    sdk_language_runtime: runtime(request.runtime, request.runtimeVersion) ?? place.runtime,
    api_key_prefix: isCloud(place.capture.sdk)
      ? undefined
      : `${planned.apiKey.slice(0, 8)}${'*'.repeat(16)}${planned.apiKey.slice(-4)}`,
    messages_count: request.messagesCount,
    tools_count: request.toolNames.length,
    max_tokens_requested: request.maxTokens,
    temperature: request.temperature ?? undefined,
    response_time_ms: last?.endedAt == null ? undefined : last.endedAt - (attempts[0] as Attempt).startedAt,
    retry_count: retryCount(planned, attempts, retriesOf(place.capture)),
    retry_reason: retryReason(planned, attempts, retriesOf(place.capture)),
    // What such a client would have sent, had it arrived, nobody knows.
    request_body_hash:
      request.bodyHash === '' || (attempts.length === 0 && reshapes.has(place.capture.sdk))
        ? undefined
        : request.bodyHash,
    stream_mode: request.stream,
    // AWS's logger hides what an image is made of.
    content_types_in_messages: place.capture.sdk === 'bedrock-aws-js' ? undefined : request.contentTypes,
    user_id_hash: request.userId === null ? undefined : sha256(request.userId),
    error_param: errorParam(last),
    request_attempts_log: attempts.length < 2 ? undefined : attempts.map(attemptFacts),
    stream_error_occurred: request.stream ? last?.errorType !== null : undefined,
    tool_names: request.toolNames,
    output_tokens: response?.outputTokens,
    input_tokens: response?.inputTokens,
    response_content_types: response?.contentTypes,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** What the mock never saw, in the form in which the cloud's client sends it. */
function asSent(request: RequestFacts, sdk: Sdk): RequestFacts {
  if (!isCloud(sdk)) return request;
  const model = sdk.startsWith('bedrock')
    ? `us.anthropic.${request.model}-v1:0`
    : request.model.replace(/-(?=\d{8}$)/, '@');
  return {...request, model, bodyHash: '', userId: null};
}

/** Where the call went; the TypeScript clients of the clouds print another path, so that theirs is not held against it. */
function endpointOf(planned: PlannedCall, {path}: RequestFacts, {capture, baseUrl}: Place): string | undefined {
  if (capture.sdk === 'bedrock-typescript' || capture.sdk === 'vertex-typescript') return undefined;
  // Of an attempt without an answer, the Python client of Vertex names the path of the Messages API as well.
  if (planned.scenario === 'timeout' && capture.sdk === 'vertex-python') return undefined;
  // The mock never saw a refused call, so that its path is not known either.
  if (planned.scenario === 'refused' && isCloud(capture.sdk)) return undefined;
  return (planned.baseUrl ?? baseUrl) + path;
}

function clientOf({sdkVersion}: RequestFacts, {sdk, version}: Capture): string | undefined {
  if (sdk === 'bedrock-boto3') return `Boto3==${version}`;
  if (sdk === 'bedrock-aws-js') return `aws-sdk-js==${version}`;
  // What a client that brings an SDK along would have said of it, had the request arrived, nobody knows.
  if (sdkVersion === null && (sdk === 'langchain' || frameworks.has(sdk))) return undefined;
  return `${products[sdk] ?? `anthropic-sdk-${sdk.replace(/^(?:bedrock|vertex)-/, '')}`}==${sdkVersion ?? version}`;
}

function errorType({scenario}: PlannedCall, last: Attempt | undefined): string | null | undefined {
  if (scenario === 'refused') return 'connection_error';
  // Nobody named a type: a proxy's page and a body that is no JSON have none.
  return scenario === 'bad-gateway' || scenario === 'malformed' ? undefined : last?.errorType;
}

function errorMessage(
  {scenario}: PlannedCall,
  last: Attempt | undefined,
  {sdk, logger}: Capture,
): string | null | undefined {
  // util.inspect stops above the body of the answer: what is left is axios' own sentence.
  if (sdk === 'axios' && logger === 'console' && scenario !== 'ok') return undefined;
  // The words for these are the client's own, so the journal cannot know them.
  if (['bad-gateway', 'malformed', 'stream-cut', 'timeout', 'refused'].includes(scenario)) return undefined;
  return last?.message;
}

function retryCount({scenario}: PlannedCall, attempts: readonly Attempt[], retries: number): number {
  return scenario === 'refused' ? retries : attempts.length - 1;
}

function retryReason({scenario}: PlannedCall, attempts: readonly Attempt[], retries: number): string | undefined {
  if (scenario === 'refused') return retries > 0 ? 'connection_error' : undefined;
  const failed = attempts.filter(({status, errorType: type}) => status !== 200 || type !== null).at(-1);
  return attempts.length < 2 || failed === undefined ? undefined : reason(failed);
}

function reason({status}: Attempt): string {
  if (status === null) return 'timeout';
  if (status === 429) return '429_rate_limit';
  return status === 529 ? '529_overloaded' : '5xx_server_error';
}

function errorParam(last: Attempt | undefined): string | undefined {
  if (last?.errorType !== 'invalid_request_error') return undefined;
  return /^([A-Za-z_]+(?:\.[A-Za-z0-9_-]+)*):\s/.exec(last.message ?? '')?.[1];
}

function attemptFacts({attempt, requestId, status, errorType: type, startedAt, endedAt}: Attempt): object {
  return {
    attempt,
    ...(requestId === null ? {} : {request_id: requestId}),
    http_status_code: status,
    error_type: type,
    ...(endedAt === null ? {} : {duration_ms: endedAt - startedAt}),
    layer: 'sdk',
  };
}

const runtimeNames: Readonly<Record<string, string>> = {CPython: 'Python', go: 'Go', JRE: 'Java'};

function runtime(name: string | null, version: string | null): string | undefined {
  if (name === null || version === null) return undefined;
  const known = runtimeNames[name] ?? 'Node.js';
  return `${known} ${version.replace(/^(?:v|go)/, '')}`;
}

function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
