import type {Evidence} from '../../calls/evidence.ts';
import {findErrorBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type JsonObject, own, text as textOf} from '../../util/json.ts';
import type {Row} from '../define.ts';
import {modelIn, speaksOfVertexClaude} from './models.ts';

const GRPC_STATUS = /^[A-Z]{2}[A-Z_]{1,40}$/;
/** google.api_core prints its class, the status and the message; the detail lists behind it are no message. */
const API_CORE = /(?:^|[\s:(])(?:google\.api_core\.exceptions\.)?([A-Z]\w{2,40}): (\d{3}) ([^\n]+)/;
/** Classes of google.api_core.exceptions, which name the gRPC status in another spelling. */
const CLASSES = /^(?:[A-Z][a-z]+){1,3}$/;

/** Bodies that the cloud answers with itself; Claude's own errors pass through it and are read elsewhere. */
export const errorRows: readonly Row[] = [
  {id: 'vertex.json', title: 'the body is the entry', names: ['error'], read: readEntry},
  {
    id: 'vertex.body',
    title: 'the body stands in a text',
    marks: ['"status"', "'status'", '\\"status\\"'],
    read: readText,
    enriched: true,
  },
  {
    id: 'vertex.core',
    title: 'an exception of google.api_core',
    marks: ['publishers/anthropic', 'base model: anthropic'],
    read: readApiCore,
    enriched: true,
  },
];

function readEntry(frame: Frame): Evidence | undefined {
  const {json} = frame;
  if (json === undefined || !isCloudBody(json) || Object.keys(json).length > 2 || !speaksOfVertexClaude(frame))
    return undefined;
  const model = modelIn(JSON.stringify(json));
  return {row: 'vertex.json', phase: 'end', responseBody: json, stated: {...emptyDraft(), model}};
}

/** Lists around the body, as streams are answered, and Python's spelling of it are found alike. */
function readText(frame: Frame): Evidence | undefined {
  const {text} = frame;
  const found = findErrorBody(text);
  if (!found || !isCloudBody(found.body) || !speaksOfVertexClaude(frame)) return undefined;
  // With a status in front it is an SDK's sentence.
  if (/Error code: \d{3} - \[?$/.test(text.slice(0, found.start))) return undefined;
  return {
    row: 'vertex.body',
    phase: 'end',
    responseBody: found.body,
    stated: {...emptyDraft(), model: modelIn(text)},
  };
}

function readApiCore({text}: Frame): Evidence | undefined {
  const found = API_CORE.exec(text);
  const [, name = '', status, message = ''] = found ?? [];
  if (!found || !CLASSES.test(name)) return undefined;
  return {
    row: 'vertex.core',
    phase: 'end',
    status,
    error: {type: grpcName(name), message: message.replace(/ \[(?:links|reason|detail|type_url)\b.*$/, '')},
    stated: {...emptyDraft(), model: modelIn(text)},
  };
}

/** `ResourceExhausted` is RESOURCE_EXHAUSTED. */
const grpcName = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

/** `{"error": {"code": 429, "message": …, "status": "RESOURCE_EXHAUSTED"}}`. */
function isCloudBody(body: JsonObject): boolean {
  const error = own(body, 'error');
  return isObject(error) && GRPC_STATUS.test(textOf(own(error, 'status')) ?? '');
}
