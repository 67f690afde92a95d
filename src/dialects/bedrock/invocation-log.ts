import {clientOfAgent} from '../../calls/client.ts';
import {responseFacts} from '../../calls/content.ts';
import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {type Draft, emptyDraft} from '../../spec/types.ts';
import {isObject, type Json, type JsonObject, own, text as textOf} from '../../util/json.ts';
import {timeOf} from '../../util/time.ts';
import type {Row} from '../define.ts';
import {messagesAnswer, messagesBody} from './converse.ts';
import {isClaudeId, isClaudeVersion, isStream, modelOfId, OPERATION} from './models.ts';

/** What AWS itself writes about a call: neither says how long it took, and only one of them that it failed. */
export const awsLogs: readonly Row[] = [
  {id: 'aws.invocation', title: 'A model invocation log', names: ['schemaType'], read: readInvocation},
  {id: 'aws.trail', title: 'A CloudTrail event', names: ['eventSource'], read: readTrail},
];

function readInvocation({json, zone}: Frame): Evidence | undefined {
  if (json === undefined || own(json, 'schemaType') !== 'ModelInvocationLog') return undefined;
  const operation = textOf(own(json, 'operation')) ?? '';
  const id = textOf(own(json, 'modelId'));
  const input = objectOf(own(json, 'input'));
  const output = objectOf(own(json, 'output'));
  const body = own(input, 'inputBodyJson');
  const claude = isObject(body) && isClaudeVersion(own(body, 'anthropic_version'));
  if (id === undefined || !OPERATION.test(operation) || !(isClaudeId(id) || claude)) return undefined;
  const code = textOf(own(json, 'errorCode'));
  const request = isObject(body) ? messagesBody(body) : undefined;
  const answer = answerOf(own(output, 'outputBodyJson'));
  return {
    row: 'aws.invocation',
    phase: 'end',
    ...timeParts(own(json, 'timestamp'), zone),
    responseHeaders: {'x-amzn-requestid': textOf(own(json, 'requestId')) ?? ''},
    ...(request && {requestBody: request, bodyComplete: request === body}),
    ...(answer && {responseBody: answer}),
    ...(code !== undefined && {error: {type: code, message: textOf(own(json, 'errorMessage'))}}),
    stated: {
      ...emptyDraft(),
      model: modelOfId(id),
      stream_mode: isStream(operation),
      input_tokens: count(own(input, 'inputTokenCount')),
      output_tokens: count(own(output, 'outputTokenCount')),
      ...kindsOf(own(output, 'outputBodyJson')),
    },
  };
}

function readTrail({json, zone}: Frame): Evidence | undefined {
  if (json === undefined || own(json, 'eventSource') !== 'bedrock.amazonaws.com') return undefined;
  const operation = textOf(own(json, 'eventName')) ?? '';
  const id = textOf(own(objectOf(own(json, 'requestParameters')), 'modelId'));
  if (id === undefined || !OPERATION.test(operation) || !isClaudeId(id)) return undefined;
  const code = textOf(own(json, 'errorCode'));
  const agent = textOf(own(json, 'userAgent'));
  const ip = textOf(own(json, 'sourceIPAddress'));
  // An event without an error code says only that the request was let in: no outcome.
  if (code === undefined) return undefined;
  return {
    row: 'aws.trail',
    phase: 'end',
    ...timeParts(own(json, 'eventTime'), zone),
    responseHeaders: {'x-amzn-requestid': textOf(own(json, 'requestID')) ?? ''},
    ...(agent !== undefined && {sdk: clientOfAgent(agent.replace(/^\[|\]$/g, ''))}),
    error: {type: code, message: textOf(own(json, 'errorMessage'))},
    stated: {
      ...emptyDraft(),
      model: modelOfId(id),
      stream_mode: isStream(operation),
      client_ip: ip !== undefined && /^[\d.:a-f]+$/i.test(ip) ? ip : undefined,
    },
  };
}

function timeParts(value: Json | undefined, zone: Frame['zone']): Pick<Evidence, 'at'> {
  return {at: value === undefined ? undefined : timeOf(value, zone)?.at};
}

/** One object, or the events of a stream, of which the last with usage counts. */
function answerOf(body: Json | undefined): JsonObject | undefined {
  if (isObject(body)) return messagesAnswer(body);
  if (!Array.isArray(body)) return undefined;
  const last = body.findLast((event) => isObject(event) && isObject(own(event, 'usage')));
  return isObject(last) ? messagesAnswer(last) : undefined;
}

/** The blocks that a stream began. */
function kindsOf(body: Json | undefined): Partial<Draft> {
  if (!Array.isArray(body)) return {};
  const content = body.flatMap((event) => {
    const block = isObject(event) ? own(event, 'content_block') : undefined;
    return block === undefined ? [] : [block];
  });
  const kinds = responseFacts({content}).response_content_types;
  return kinds === undefined ? {} : {response_content_types: kinds};
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

const count = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
