import {parseObject} from '../util/json.ts';
import type {Envelope} from './define.ts';

const LINE = /^data: ?(\{.*\}\s*)$/;

/** The API's own events name their type; what an application streams to its own users names an event of its own. */
export const sseData: Envelope = {
  id: 'sse-data',
  title: "an event of an application's own stream, such as Dify's",
  origin: 'langgenius/dify api/core/app/apps/base_app_generate_response_converter.py',
  shape: 'text',
  opens: 'd',
  examples: [
    ['data: {"event":"error","status":400,"message":"landed"}', '{"event":"error","status":400,"message":"landed"}'],
    ['data:{"event": "error", "code": "nest"}', '{"event": "error", "code": "nest"}'],
  ],
  near: [
    ['data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', "the API's own event"],
    ['data: [DONE]', 'no object'],
  ],
  unwrap: ({text}) => {
    const inner = LINE.exec(text)?.[1];
    const json = inner === undefined ? undefined : parseObject(inner);
    if (inner === undefined || typeof json?.event !== 'string' || json.type !== undefined) return undefined;
    return {text: inner, context: {}};
  },
};
