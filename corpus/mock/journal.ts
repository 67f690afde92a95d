/** What really happened: the only source of the expected records. */
import {createHash} from 'node:crypto';
import type {IncomingHttpHeaders} from 'node:http';
import type {ScenarioName} from '../plan.ts';

export interface Attempt {
  readonly attempt: number;
  requestId: string | null;
  status: number | null;
  errorType: string | null;
  message: string | null;
  readonly startedAt: number;
  endedAt: number | null;
  readonly retryCountHeader: string | null;
  readonly idempotencyKey: string | null;
}

export interface RequestFacts {
  readonly path: string;
  readonly model: string;
  readonly maxTokens: number;
  readonly temperature: number | null;
  readonly stream: boolean;
  readonly messagesCount: number;
  readonly toolNames: readonly string[];
  readonly contentTypes: readonly string[];
  readonly userId: string | null;
  /** Absent when nobody saw the body. */
  readonly bodyHash: string | undefined;
  readonly sdkLanguage: string | null;
  readonly sdkVersion: string | null;
  readonly runtime: string | null;
  readonly runtimeVersion: string | null;
}

export interface JournalCall {
  readonly call: number;
  readonly scenario: ScenarioName;
  readonly request: RequestFacts;
  readonly attempts: Attempt[];
  response: {inputTokens: number; outputTokens: number; contentTypes: readonly string[]} | null;
}

export class Journal {
  readonly calls = new Map<number, JournalCall>();

  /** Notes one more attempt of the call and hands it back to be completed. */
  begin(call: number, scenario: ScenarioName, request: RequestFacts, headers: IncomingHttpHeaders): Attempt {
    const entry = this.calls.get(call) ?? {call, scenario, request, attempts: [], response: null};
    this.calls.set(call, entry);
    const attempt: Attempt = {
      attempt: entry.attempts.length + 1,
      requestId: null,
      status: null,
      errorType: null,
      message: null,
      startedAt: Date.now(),
      endedAt: null,
      retryCountHeader: header(headers, 'x-stainless-retry-count'),
      idempotencyKey: header(headers, 'idempotency-key'),
    };
    entry.attempts.push(attempt);
    return attempt;
  }
}

export function requestFacts(path: string, headers: IncomingHttpHeaders, rawBody: string): RequestFacts {
  const body = record(JSON.parse(rawBody));
  const messages = list(body.messages).map(record);
  const userId = record(body.metadata).user_id;
  return {
    path,
    model: String(body.model),
    maxTokens: Number(body.max_tokens),
    temperature: typeof body.temperature === 'number' ? body.temperature : null,
    stream: body.stream === true,
    messagesCount: messages.length,
    toolNames: list(body.tools).map((tool) => String(record(tool).name)),
    contentTypes: [...new Set(messages.flatMap((message) => contentTypes(message.content)))],
    userId: typeof userId === 'string' ? userId : null,
    bodyHash: `sha256:${createHash('sha256').update(canonicalJson(body)).digest('hex')}`,
    sdkLanguage: header(headers, 'x-stainless-lang'),
    sdkVersion: header(headers, 'x-stainless-package-version'),
    runtime: header(headers, 'x-stainless-runtime'),
    runtimeVersion: header(headers, 'x-stainless-runtime-version'),
  };
}

function contentTypes(content: unknown): readonly string[] {
  if (typeof content === 'string') return ['text'];
  return list(content)
    .map(record)
    .map((block) => {
      const source = record(block.source).type;
      return typeof source === 'string' ? `${String(block.type)}_${source}` : String(block.type);
    });
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
