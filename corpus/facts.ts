/** The journal of a call in the names of the canonical record (SPEC, section 1). */
import {createHash} from 'node:crypto';
import type {Capture} from './matrix.ts';
import type {Attempt, JournalCall} from './mock/journal.ts';
import type {PlannedCall} from './plan.ts';

export type Facts = Readonly<Record<string, unknown>>;

interface Place {
  readonly capture: Capture;
  readonly baseUrl: string;
  readonly runtime: string;
}

/** The SDKs' own default; nothing in a driver changes it. */
const maxRetries = 2;

/** These print no fields beside the message. */
const traceless: readonly string[] = ['plain', 'console', 'loguru', 'rich'];

/** Leaves out what the journal does not know; `null` means that there is none. */
export function callFacts(planned: PlannedCall, entry: JournalCall, place: Place): Facts {
  const {request, attempts, response} = entry;
  const last = attempts.at(-1);
  const facts = {
    timestamp: last?.endedAt ?? undefined,
    trace_id: traceless.includes(place.capture.logger) ? undefined : planned.traceId,
    request_id: last?.requestId ?? undefined,
    http_status_code: last?.status ?? null,
    error_type: errorType(planned, last),
    error_message: errorMessage(planned, last),
    model: request.model,
    endpoint: (planned.baseUrl ?? place.baseUrl) + request.path,
    client_sdk_version: clientOf(place.capture, request.sdkVersion),
    sdk_language_runtime: runtime(request.runtime, request.runtimeVersion) ?? place.runtime,
    api_key_prefix: `${planned.apiKey.slice(0, 8)}${'*'.repeat(16)}${planned.apiKey.slice(-4)}`,
    messages_count: request.messagesCount,
    tools_count: request.toolNames.length,
    max_tokens_requested: request.maxTokens,
    temperature: request.temperature ?? undefined,
    response_time_ms: last?.endedAt == null ? undefined : last.endedAt - (attempts[0] as Attempt).startedAt,
    retry_count: retryCount(planned, attempts),
    retry_reason: retryReason(planned, attempts),
    request_body_hash: request.bodyHash,
    stream_mode: request.stream,
    content_types_in_messages: request.contentTypes,
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

/** A framework around the SDK is not the client that the API sees. */
function clientOf({sdk, version}: Capture, sent: string | null): string | undefined {
  if (sdk === 'typescript') return `anthropic-sdk-typescript==${sent ?? version}`;
  if (sent === null && sdk !== 'python' && sdk !== 'python-loggers') return undefined;
  return `anthropic-sdk-python==${sent ?? version}`;
}

function errorType({scenario}: PlannedCall, last: Attempt | undefined): string | null | undefined {
  if (scenario === 'refused') return 'connection_error';
  // Nobody named a type: a proxy's page and a body that is no JSON have none.
  return scenario === 'bad-gateway' || scenario === 'malformed' ? undefined : last?.errorType;
}

function errorMessage({scenario}: PlannedCall, last: Attempt | undefined): string | null | undefined {
  // The words for these are the client's own, so the journal cannot know them.
  if (['bad-gateway', 'malformed', 'stream-cut', 'timeout', 'refused'].includes(scenario)) return undefined;
  return last?.message;
}

function retryCount({scenario}: PlannedCall, attempts: readonly Attempt[]): number {
  return scenario === 'refused' ? maxRetries : attempts.length - 1;
}

function retryReason({scenario}: PlannedCall, attempts: readonly Attempt[]): string | undefined {
  if (scenario === 'refused') return 'connection_error';
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

function runtime(name: string | null, version: string | null): string | undefined {
  if (name === null || version === null) return undefined;
  return name === 'CPython' ? `Python ${version}` : `Node.js ${version.replace(/^v/, '')}`;
}

function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
