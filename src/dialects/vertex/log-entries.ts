import {clientOfAgent} from '../../calls/client.ts';
import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type Json, type JsonObject, own, text as textOf} from '../../util/json.ts';
import {timeOf} from '../../util/time.ts';
import type {Row} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';
import {modelIn} from './models.ts';

/** google.rpc.Code by number; only those that a call can end in. */
const RPC_CODES: Readonly<Record<number, string>> = {
  1: 'CANCELLED',
  2: 'UNKNOWN',
  3: 'INVALID_ARGUMENT',
  4: 'DEADLINE_EXCEEDED',
  5: 'NOT_FOUND',
  7: 'PERMISSION_DENIED',
  8: 'RESOURCE_EXHAUSTED',
  9: 'FAILED_PRECONDITION',
  10: 'ABORTED',
  13: 'INTERNAL',
  14: 'UNAVAILABLE',
  16: 'UNAUTHENTICATED',
};
const METHOD = /PredictionService\.(Stream)?RawPredict$/;
const SECONDS = /^(\d{1,6}(?:\.\d{1,9})?)s$/;
const MS = 1000;

/** What Google Cloud itself writes about a call. */
export const entryRows: readonly Row[] = [
  {id: 'gcp.audit', title: 'A data access audit entry', names: ['protoPayload'], read: readAudit},
  {
    id: 'gcp.request',
    title: 'A request log of a load balancer or of Cloud Run',
    names: ['httpRequest'],
    read: readRequest,
  },
];

/** An entry without a status tells that the call was let in, not how it went. */
function readAudit({json, zone}: Frame): Evidence | undefined {
  const payload = objectOf(json && own(json, 'protoPayload'));
  const method = METHOD.exec(textOf(own(payload, 'methodName')) ?? '');
  const model = modelIn(textOf(own(payload, 'resourceName')) ?? '');
  const status = objectOf(own(payload, 'status'));
  const code = own(status, 'code');
  if (!json || !method || model === undefined || typeof code !== 'number') return undefined;
  const caller = objectOf(own(payload, 'requestMetadata'));
  const agent = textOf(own(caller, 'callerSuppliedUserAgent'));
  const ip = textOf(own(caller, 'callerIp'));
  return {
    row: 'gcp.audit',
    phase: 'end',
    ...timeParts(json, zone),
    error: {type: RPC_CODES[code] ?? String(code), message: textOf(own(status, 'message'))},
    ...(agent !== undefined && {sdk: clientOfAgent(agent)}),
    stated: {
      ...emptyDraft(),
      model,
      stream_mode: method[1] !== undefined,
      client_ip: ip !== undefined && /^[\d.:a-f]+$/i.test(ip) ? ip : undefined,
    },
  };
}

function readRequest({json, zone}: Frame): Evidence | undefined {
  const request = objectOf(json && own(json, 'httpRequest'));
  const url = textOf(own(request, 'requestUrl'));
  const status = own(request, 'status');
  if (!json || url === undefined || !isClaudeUrl(url) || typeof status !== 'number') return undefined;
  const seconds = SECONDS.exec(textOf(own(request, 'latency')) ?? '')?.[1];
  const agent = textOf(own(request, 'userAgent'));
  return {
    row: 'gcp.request',
    phase: 'end',
    ...timeParts(json, zone),
    url,
    status,
    ...(seconds !== undefined && {elapsedMs: Number(seconds) * MS}),
    ...(agent !== undefined && {sdk: clientOfAgent(agent)}),
    traceId: textOf(own(json, 'trace'))?.replace(/^projects\/[^/]{1,128}\/traces\//, ''),
    stated: {...emptyDraft(), client_ip: textOf(own(request, 'remoteIp'))},
  };
}

function timeParts(entry: JsonObject, zone: Frame['zone']): Pick<Evidence, 'at'> {
  const value = own(entry, 'timestamp');
  return {at: value === undefined ? undefined : timeOf(value, zone)?.at};
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
