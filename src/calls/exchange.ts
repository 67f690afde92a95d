import {type CallFields, type Draft, emptyDraft} from '../spec/types.ts';
import {type Headers, headersOf} from '../util/headers.ts';
import {isObject} from '../util/json.ts';
import {clientOfStack} from './client.ts';
import {requestFacts, responseFacts} from './content.ts';
import type {Evidence} from './evidence.ts';
import {type KeepHeader, keptHeaders, requestHeaderFacts, responseHeaderFacts} from './headers.ts';
import {urlFacts} from './url.ts';

/** What the parts of an HTTP exchange say in canonical values: counts, kinds, client, key, kept headers. */
export function exchangeFields(
  evidence: Evidence,
  request: Headers | undefined,
  response: Headers | undefined,
  keepHeader: KeepHeader,
): Draft {
  // The evidence is read once and then gone: what it states is the start of the fields, not copied.
  const fields = evidence.stated ?? emptyDraft();
  const add = (more: Partial<CallFields>): void => addMissing(fields, more);
  if (fields.custom_headers) {
    const stated = headersOf(fields.custom_headers);
    fields.custom_headers = stated && keptHeaders(stated, keepHeader);
  }
  if (evidence.url !== undefined && fields.endpoint === undefined) fields.endpoint = evidence.url;
  if (isObject(evidence.requestBody)) add(requestFacts(evidence.requestBody, evidence.bodyComplete === true));
  if (evidence.url !== undefined) add(urlFacts(evidence.url));
  if (evidence.bodyKeysShown || evidence.bodyComplete) add({stream_mode: false});
  if (isObject(evidence.responseBody)) add(responseFacts(evidence.responseBody));
  if (request) add(requestHeaderFacts(request));
  if (response) add(responseHeaderFacts(response, keepHeader));
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
  if (totalMs !== undefined && totalMs >= 0 && totalMs <= Number.MAX_SAFE_INTEGER)
    fields.response_time_ms ??= Math.round(totalMs);
  return fields;
}

function addMissing(fields: Draft, more: Partial<CallFields>): void {
  for (const name in more) {
    const key = name as keyof CallFields;
    if (fields[key] === undefined && more[key] !== undefined) (fields as Record<string, unknown>)[key] = more[key];
  }
}
