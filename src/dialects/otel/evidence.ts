import type {Evidence, Failure} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import {isOwnId} from '../../calls/request-id.ts';
import {statusInText, statusOf} from '../../calls/status.ts';
import {isAlias, isErrorType, TYPE_OF_CLASS} from '../../spec/error-types.ts';
import {type JsonObject, own, text} from '../../util/json.ts';
import {failureOf} from '../failure-words.ts';
import {first, number} from './attributes.ts';
import {clientOf} from './client.ts';
import {requestOf} from './request.ts';
import type {Span} from './span.ts';

const CLAUDE = /claude|anthropic/i;
/** Spans around a call that are none themselves: agents, tools, embeddings. */
const OTHER_OPERATION = /agent|tool|embed|workflow|retriev|rerank/i;
const EVENT = /^(?:claude_code\.)?(api_request|api_error|api_refusal|api_retries_exhausted)$/;
/** The packages whose exceptions speak of the exchange; any other was thrown before a request was sent, or after. */
const CALL_EXCEPTION = /^(?:anthropic|httpx|httpcore|aiohttp|requests)\b|API\w*(?:Error|Exception)$/;
/** The Go SDK's exceptions begin with method, URL and status. */
const GO_ERROR = /^[A-Z]{3,7} "([^"\s]{1,2048})": (\d{3}) /;
const FAILURES: Readonly<Record<string, Failure>> = {
  client_timeout_error: 'timeout',
  timeout: 'timeout',
  connection_error: 'connection_error',
};

/** What a span or an event says of the call to Claude that it stands for; undefined when it stands for none. */
export function evidenceOf(span: Span): Evidence | undefined {
  if (span.name.startsWith('claude_code.') || EVENT.test(String(own(span.attributes, 'event.name'))))
    return ofClaudeCode(span);
  return isClaudeCall(span) ? ofSpan(span) : undefined;
}

/** The system and the model must both be Claude's, as far as they are told. */
function isClaudeCall({attributes}: Span): boolean {
  const kind = text(own(attributes, 'openinference.span.kind'));
  const operation = text(own(attributes, 'gen_ai.operation.name'));
  if ((kind !== undefined && kind !== 'LLM') || (operation !== undefined && OTHER_OPERATION.test(operation)))
    return false;
  const model = modelOf(attributes);
  const system = first(attributes, ['gen_ai.provider.name', 'gen_ai.system', 'llm.provider', 'llm.system']);
  if (model !== undefined) return CLAUDE.test(model);
  return system !== undefined && CLAUDE.test(system);
}

function ofSpan(span: Span): Evidence | undefined {
  const {attributes: a} = span;
  const exception = span.events.find(({name}) => name === 'exception')?.attributes ?? {};
  const thrown = GO_ERROR.exec(text(own(exception, 'exception.message')) ?? '');
  const status =
    statusOf(first(a, ['http.response.status_code', 'http.status_code', 'status_code'])) ?? statusOf(thrown?.[2]);
  const failed = span.failed === true || own(a, 'error.type') !== undefined || (status !== undefined && status >= 400);
  const resent = number(a, ['http.request.resend_count']);
  const request = requestOf(a);
  const id = first(a, ['anthropic.request.id', 'gen_ai.anthropic.request_id', 'request_id']);
  const answer = first(a, ['gen_ai.response.id']) ?? request.answerId;
  const evidence: Evidence = {
    // The SDK's own span tells the exchange, an instrumentation's span around it the request: both may be there.
    row: status === undefined ? 'otel.span' : 'otel.http',
    phase: 'end',
    at: span.end,
    traceId: span.traceId,
    callKey: answer?.startsWith('msg_') ? answer : undefined,
    url: first(a, ['url.full', 'http.url']) ?? thrown?.[1] ?? first(a, ['url.path', 'http.target']),
    status,
    ids: {header: id ?? (answer !== undefined && isOwnId(answer) ? answer : undefined)},
    sdk: clientOf(span),
    totalMs: span.start === undefined || span.end === undefined ? undefined : span.end - span.start,
    retry: resent === undefined ? undefined : {attempt: resent + 1},
    stated: {...request.fields, model: modelOf(a)},
    ...(failed && errorOf(span, exception)),
    // An error behind a good status came as an event of the stream.
    ...(failed && status !== undefined && status < 300 && {stream: {broken: true}}),
  };
  return isTold(evidence, failed, exception, a) ? evidence : undefined;
}

function errorOf({attributes, statusMessage}: Span, exception: JsonObject): Partial<Evidence> {
  const message =
    text(own(exception, 'exception.message')) ?? statusMessage ?? first(attributes, ['error.message', 'error']);
  const name = text(own(exception, 'exception.type'))?.replace(/^.*[.:]/, '');
  const type = text(own(attributes, 'error.type'));
  return {
    error: {type, name, message: message !== undefined && !message.includes('{') ? message : undefined},
    errorText: message,
    failure: type === undefined ? undefined : FAILURES[type],
  };
}

/** Some instrumentations close a span after a failure that they did not see: no answer, no tokens, no word of an error. */
function isTold({status, stated, callKey}: Evidence, failed: boolean, exception: JsonObject, a: JsonObject): boolean {
  if (status !== undefined) return true;
  if (!failed)
    return (
      callKey !== undefined || Boolean(stated?.output_tokens) || own(a, 'gen_ai.response.finish_reasons') !== undefined
    );
  const type = text(own(a, 'error.type'));
  if (type !== undefined && (isErrorType(type) || isAlias(type) || /^\d{3}$/.test(type))) return true;
  const thrown = text(own(exception, 'exception.type'));
  const message = text(own(exception, 'exception.message')) ?? '';
  return (
    thrown === undefined ||
    CALL_EXCEPTION.test(thrown) ||
    Object.hasOwn(TYPE_OF_CLASS, thrown) ||
    statusInText(message) !== undefined ||
    hasClaudeBody(message)
  );
}

/** Claude Code's own events and its span `claude_code.llm_request`, which counts its attempts. */
function ofClaudeCode(span: Span): Evidence | undefined {
  const {attributes: a} = span;
  const event = EVENT.exec(text(own(a, 'event.name')) ?? span.name)?.[1];
  if (event === undefined && text(own(a, 'span.type')) !== 'llm_request') return undefined;
  const attempt = number(a, ['attempt', 'total_attempts']);
  const duration = number(a, ['duration_ms']);
  const message = first(a, ['error']);
  const status = statusOf(first(a, ['status_code'])) ?? (message === undefined ? undefined : repeatedStatus(message));
  const failed = event === 'api_error' || event === 'api_retries_exhausted' || message !== undefined;
  return {
    row: event === undefined ? 'otel.cc.span' : `otel.cc.${event}`,
    phase: event === 'api_retries_exhausted' ? 'detail' : 'end',
    at: span.end,
    traceId: span.traceId,
    ids: {header: first(a, ['request_id'])},
    status,
    ...(failed && {error: {message}, errorText: message}),
    failure: status === undefined && message !== undefined ? failureOf(message) : undefined,
    retry: attempt === undefined ? undefined : {attempt},
    // An event times its last attempt, the span all of them.
    ...(event === undefined ? {totalMs: duration} : {elapsedMs: duration}),
    sdk: clientOf(span),
    stated: {...requestOf(a).fields, model: modelOf(a)},
  };
}

const repeatedStatus = (message: string): number | undefined => statusOf(/^Repeated (\d{3}) /.exec(message)?.[1]);

const modelOf = (attributes: JsonObject): string | undefined =>
  first(attributes, [
    'gen_ai.request.model',
    'llm.request.model_name',
    'llm.model_name',
    'gen_ai.response.model',
    'llm.request.model',
    'model',
  ]);
