import type {Context, Frame, Line} from '../framing/frame.ts';
import type {ErrorType} from '../spec/error-types.ts';
import {type CallFields, type Draft, emptyDraft} from '../spec/types.ts';
import {headersOf} from '../util/headers.ts';
import {isObject, text as nonEmpty} from '../util/json.ts';
import {readTime} from '../util/time.ts';
import {requestFacts, responseFacts} from './content.ts';
import {clientOfStack} from './client.ts';
import {isErrorBody, readErrorBody} from './error-body.ts';
import {readErrorText} from './error-text.ts';
import {classify, type TypeVerdict} from './error-type.ts';
import type {Evidence, Failure, Phase} from './evidence.ts';
import {type KeepHeader, keptHeaders, requestHeaderFacts, responseHeaderFacts} from './headers.ts';
import {idOfText, idsOfHeaders, type RankedId} from './request-id.ts';
import {statusOf} from './status.ts';

/** Evidence, read: bodies counted, ids ranked, statuses told apart. No content is left in it, so that it may wait. */
export interface Facts {
  readonly dialect: string;
  readonly row: string;
  readonly phase: Phase;
  /** True: may join an open call, never opens one. */
  readonly joinsOnly: boolean;
  readonly line: Line;
  readonly lines: number;
  readonly context: Context;
  readonly at: number | undefined;
  readonly zoneless: boolean;
  readonly traceId: string | undefined;
  readonly attemptKey: string | undefined;
  readonly callKey: string | undefined;
  readonly status: number | undefined;
  readonly upstreamStatus: number | undefined;
  readonly ids: readonly RankedId[];
  readonly failure: Failure | undefined;
  readonly broken: boolean;
  /** The type of the failure; absent when the evidence shows none. */
  readonly type: TypeVerdict | undefined;
  readonly message: string | undefined;
  readonly retry: Evidence['retry'];
  readonly elapsedMs: number | undefined;
  /** Canonical values that do not depend on which attempt this is. */
  readonly fields: Draft;
  readonly assumed: readonly string[];
}

export interface FactOptions {
  readonly keepHeader: KeepHeader;
}

const OFFICIAL_HOST = /^https:\/\/api\.anthropic\.com(?:[:/]|$)/;
/** `messages.1.content.0.text: …`: the path that the API puts before its complaint (sdk-formats, error bodies). */
const PARAM_PATH = /^([A-Za-z_]\w*(?:\.[\w-]+){0,24}):\s/;
/** Relays append their own id to every message that passes. */
const SUFFIX_ID = /\(request id: ([\w-]{8,128})\)/i;
const utc = () => 0;

/** Reads the evidence of one frame. Pure; every value is raw until the redactor has seen it. */
export function readFacts(evidence: Evidence, frame: Frame, dialect: string, options: FactOptions): Facts {
  const request = headersOf(evidence.requestHeaders);
  const response = headersOf(evidence.responseHeaders);
  const text = evidence.errorText === undefined ? undefined : readErrorText(evidence.errorText);
  const body = isObject(evidence.responseBody) && isErrorBody(evidence.responseBody) ? readErrorBody(evidence.responseBody) : undefined;
  const inner = body?.type !== undefined || body?.message !== undefined ? body : (text?.body ?? body);
  const status = statusOf(evidence.status) ?? text?.status;
  const failure = evidence.failure;
  const broken = evidence.stream?.broken === true;
  const failed = failure !== undefined || broken || (status !== undefined && status >= 400) || errorStated(evidence, inner);
  const fields = collectFields(evidence, request, response, options);
  const type = failed ? classify(clues(evidence, inner, text, status, fields.endpoint)) : undefined;
  const message = failed ? (inner?.message ?? evidence.error?.message ?? text?.message) : undefined;
  fillError(fields, evidence, inner, text, message, type?.value);
  const assumed: string[] = [];
  const wire = status ?? (broken || inner === undefined ? undefined : inner.statuses[0]);
  const deeper = inner?.statuses.find((other) => other !== wire) ?? (text?.status !== wire ? text?.status : undefined);
  const time = timeOf(evidence, frame, response);
  return {
    dialect,
    row: evidence.row,
    phase: evidence.phase,
    joinsOnly: evidence.joinsOnly === true || evidence.phase === 'detail',
    line: frame.lines[0] as Line,
    lines: frame.lines.length,
    context: frame.context,
    at: time.at,
    zoneless: time.zoneless,
    traceId: evidence.traceId ?? frame.context.traceId,
    attemptKey: evidence.attemptKey,
    callKey: evidence.callKey,
    status: wire,
    upstreamStatus: deeper,
    ids: idsOf(evidence, response, inner),
    failure,
    broken,
    type,
    message,
    retry: evidence.retry,
    elapsedMs: evidence.elapsedMs,
    fields,
    assumed,
  };
}

type HeaderView = ReturnType<typeof headersOf>;
type Inner = ReturnType<typeof readErrorBody> | undefined;
type Printed = ReturnType<typeof readErrorText> | undefined;

function errorStated(evidence: Evidence, inner: Inner): boolean {
  if (inner?.type !== undefined) return true;
  const {error} = evidence;
  return evidence.phase === 'end' && (error !== undefined || evidence.errorText !== undefined);
}

function clues(evidence: Evidence, inner: Inner, text: Printed, status: number | undefined, endpoint: string | undefined) {
  return {
    type: inner?.type ?? evidence.error?.type,
    className: evidence.error?.name ?? text?.className,
    status,
    failure: evidence.failure ?? (evidence.stream?.broken && inner?.type === undefined ? 'stream_interrupted' : undefined),
    official: endpoint !== undefined && OFFICIAL_HOST.test(endpoint),
  } as const;
}

function collectFields(evidence: Evidence, request: HeaderView, response: HeaderView, options: FactOptions) {
  // The evidence is read once and then gone: what it states is the start of the fields, not copied.
  const fields = evidence.stated ?? emptyDraft();
  const add = (more: Partial<CallFields>): void => addMissing(fields, more);
  if (fields.custom_headers) {
    const stated = headersOf(fields.custom_headers);
    fields.custom_headers = stated && keptHeaders(stated, options.keepHeader);
  }
  if (evidence.url !== undefined && fields.endpoint === undefined) fields.endpoint = evidence.url;
  if (isObject(evidence.requestBody)) add(requestFacts(evidence.requestBody, evidence.bodyComplete === true));
  if (evidence.bodyKeysShown || evidence.bodyComplete) add({stream_mode: false});
  if (isObject(evidence.responseBody)) add(responseFacts(evidence.responseBody));
  if (request) add(requestHeaderFacts(request));
  if (response) add(responseHeaderFacts(response, options.keepHeader));
  const {sdk, stream, totalMs} = evidence;
  if (sdk?.version !== undefined) add({client_sdk_version: sdk.version});
  if (sdk?.runtime !== undefined) add({sdk_language_runtime: sdk.runtime});
  if (evidence.errorText !== undefined) {
    const client = clientOfStack(evidence.errorText);
    if (client.version !== undefined) add({client_sdk_version: client.version});
    if (client.runtime !== undefined) add({sdk_language_runtime: client.runtime});
  }
  if (stream?.mode !== undefined) add({stream_mode: stream.mode});
  if (stream?.chunks !== undefined) add({stream_chunks_received: stream.chunks});
  if (stream?.broken) add({stream_mode: true, stream_error_occurred: true});
  if (totalMs !== undefined && totalMs >= 0 && totalMs <= Number.MAX_SAFE_INTEGER) fields.response_time_ms ??= Math.round(totalMs);
  return fields;
}

function addMissing(fields: Draft, more: Partial<CallFields>): void {
  for (const name in more) {
    const key = name as keyof CallFields;
    if (fields[key] === undefined && more[key] !== undefined) (fields as Record<string, unknown>)[key] = more[key];
  }
}

function fillError(
  fields: Draft,
  evidence: Evidence,
  inner: Inner,
  text: Printed,
  message: string | undefined,
  type: ErrorType | undefined,
): void {
  const param = evidence.error?.param ?? inner?.param ?? paramOf(type, message);
  if (param !== undefined && fields.error_param === undefined) fields.error_param = param;
  const code = inner?.code ?? nonEmpty(evidence.error?.code);
  if (code !== undefined && fields.error_code === undefined && code !== type) fields.error_code = code;
  if (text?.server !== undefined && fields.proxy_used === undefined) fields.proxy_used = text.server;
  if (inner?.model !== undefined && fields.model === undefined) fields.model = inner.model;
}

/** The path that a complaint about the request begins with; other types' messages begin with other words. */
export const paramOf = (type: ErrorType | undefined, message: string | undefined): string | undefined =>
  type === 'invalid_request_error' && message !== undefined ? PARAM_PATH.exec(message)?.[1] : undefined;

function idsOf(evidence: Evidence, response: HeaderView, inner: Inner): RankedId[] {
  const ids: RankedId[] = response ? idsOfHeaders((name) => response.get(name)) : [];
  const header = idOfText(evidence.ids?.header, 'printed id of the answer', true);
  if (header) ids.push(header);
  if (inner) ids.push(...inner.ids);
  const body = idOfText(evidence.ids?.body, 'id beside the call');
  if (body) ids.push(body);
  const suffix = idOfText(SUFFIX_ID.exec(inner?.message ?? evidence.errorText ?? '')?.[1], 'suffix of the message');
  if (suffix) ids.push(suffix);
  return ids;
}

function timeOf(evidence: Evidence, frame: Frame, response: HeaderView) {
  if (evidence.at !== undefined) return {at: evidence.at, zoneless: evidence.zoneless === true};
  const {at, zoneless} = frame.context;
  if (at !== undefined) return {at, zoneless: zoneless === true};
  const date = response?.get('date');
  return {at: date === undefined ? undefined : readTime(date, utc)?.at, zoneless: false};
}
