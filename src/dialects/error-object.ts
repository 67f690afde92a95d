import type {Evidence} from '../calls/evidence.ts';
import {isObject, type JsonObject, own, text} from '../util/json.ts';

type Parts = Pick<Evidence, 'status' | 'responseHeaders' | 'responseBody' | 'ids' | 'error' | 'errorText' | 'url'>;

/**
 * Reads the properties that the SDKs' exceptions carry, however a logger printed the object: pino's and winston's
 * serialisers, JSON.stringify(err), util.inspect. Source: anthropic-sdk-typescript src/core/error.ts.
 */
export function errorObjectParts(error: JsonObject): Parts {
  const body = own(error, 'error') ?? own(error, 'body');
  const response = own(error, 'response');
  const headers =
    own(error, 'headers') ??
    own(error, 'responseHeaders') ??
    (isObject(response) ? own(response, 'headers') : undefined);
  const message = text(own(error, 'message'));
  const url = text(own(error, 'url'));
  return {
    status: own(error, 'status') ?? own(error, 'statusCode') ?? own(error, 'status_code'),
    ...(headers !== undefined && {responseHeaders: headers}),
    ...(isObject(body) && {responseBody: body}),
    ids: {header: text(own(error, 'requestID')) ?? text(own(error, 'request_id'))},
    error: {
      name: text(own(error, 'name')) ?? classOf(own(error, 'type')),
      type: own(error, 'type'),
      message: message !== undefined && !message.includes('{') ? message : undefined,
      code: own(error, 'errorCode') ?? own(error, 'code'),
    },
    ...(message !== undefined && {errorText: message}),
    ...(url !== undefined && {url}),
  };
}

/** pino puts the class name where the API type was. */
const classOf = (type: unknown): string | undefined =>
  typeof type === 'string' && /^[A-Z]\w*Error$/.test(type) ? type : undefined;
