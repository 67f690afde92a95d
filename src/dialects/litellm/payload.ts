import type {Evidence} from '../../calls/evidence.ts';
import {statusOf} from '../../calls/status.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type JsonObject, text as nonEmpty, own} from '../../util/json.ts';
import type {Row} from '../define.ts';
import {aboutModel} from '../models.ts';

const MS = 1000;
const UPSTREAM_HEADER = /^llm_provider-(.+)$/;

/** What the logging callbacks are given, one JSON object for each call. */
export const payloadRow: Row = {
  id: 'litellm.payload',
  title: 'StandardLoggingPayload',
  names: ['model_group', 'call_type'],
  read: readPayload,
};

function readPayload({json}: Frame): Evidence | undefined {
  if (json === undefined || own(json, 'call_type') === undefined || own(json, 'startTime') === undefined)
    return undefined;
  const model = nonEmpty(own(json, 'model'));
  const about = aboutModel(model) === 'claude' ? 'claude' : aboutModel(nonEmpty(own(json, 'model_group')) ?? model);
  if (about !== 'claude') return undefined;
  const failed = own(json, 'status') === 'failure';
  const end = seconds(json, 'endTime');
  const took = seconds(json, 'response_time');
  const trace = nonEmpty(own(json, 'trace_id'));
  const id = nonEmpty(own(json, 'id'));
  const params = own(json, 'model_parameters');
  return {
    row: 'litellm.payload',
    phase: 'end',
    about,
    at: end,
    traceId: trace,
    url: nonEmpty(own(json, 'api_base')),
    totalMs: took ?? (end === undefined ? undefined : end - (seconds(json, 'startTime') ?? end)),
    requestBody: {...(isObject(params) ? params : {}), messages: own(json, 'messages') ?? undefined},
    responseHeaders: providerHeaders(json),
    ids: {relay: id},
    stream: typeof json.stream === 'boolean' ? {mode: json.stream} : undefined,
    ...(failed ? failureOf(json) : {}),
    stated: {
      ...emptyDraft(),
      model,
      input_tokens: count(json, 'prompt_tokens'),
      output_tokens: count(json, 'completion_tokens'),
      client_ip: nonEmpty(own(json, 'requester_ip_address')) ?? nonEmpty(own(json, 'requester_ip')),
      user_id: nonEmpty(own(json, 'end_user')),
    },
  };
}

function failureOf(json: JsonObject): Partial<Evidence> {
  const information = own(json, 'error_information');
  const error = isObject(information) ? information : {};
  const said = nonEmpty(own(json, 'error_str')) ?? nonEmpty(own(error, 'error_message'));
  return {
    // LiteLLM's class implies this code: it answers with it.
    status: statusOf(own(error, 'error_code')),
    errorText: said,
    error: {name: nonEmpty(own(error, 'error_class'))},
  };
}

/** The provider's headers, under the names that it sent. */
function providerHeaders(json: JsonObject): Record<string, string> | undefined {
  const hidden = own(json, 'hidden_params');
  const headers = isObject(hidden) ? own(hidden, 'additional_headers') : undefined;
  if (!isObject(headers)) return undefined;
  const own_: [string, string][] = [];
  for (const name in headers) {
    const inner = UPSTREAM_HEADER.exec(name)?.[1];
    const value = headers[name];
    if (inner !== undefined && typeof value === 'string') own_.push([inner, value]);
  }
  return Object.fromEntries(own_);
}

function seconds(json: JsonObject, name: string): number | undefined {
  const value = own(json, name);
  return typeof value === 'number' && value >= 0 ? Math.round(value * MS) : undefined;
}

function count(json: JsonObject, name: string): number | undefined {
  const value = own(json, name);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
