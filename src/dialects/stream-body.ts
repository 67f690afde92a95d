import type {Evidence} from '../calls/evidence.ts';
import {findErrorBody} from '../calls/find-body.ts';
import {isObject, type JsonObject, text as nonEmpty, own, parseObject} from '../util/json.ts';

/** What the printed events of a stream say: its tokens, and the error that ended it. Undefined when there are none. */
export function streamParts(rest: string): Partial<Evidence> | undefined {
  if (!rest.startsWith('data:') && !rest.includes('\ndata:')) return undefined;
  const events = rest.split('\n').flatMap((line) => {
    const event = line.startsWith('data:') ? parseObject(line.slice('data:'.length)) : undefined;
    return event ? [event] : [];
  });
  const error = events.find((event) => own(event, 'type') === 'error');
  const found = error && findErrorBody(JSON.stringify(error));
  const stream = {mode: true, chunks: events.length, ...(error && {broken: true})};
  if (found) return {responseBody: found.body, stream};
  const started = events.map((event) => own(event, 'message')).find(isObject);
  const usages = [started && own(started, 'usage'), ...events.map((event) => own(event, 'usage'))].filter(isObject);
  const kinds = events.map((event) => own(event, 'content_block')).filter(isObject);
  const model = started && nonEmpty(own(started, 'model'));
  const usage = Object.assign({}, ...usages) as JsonObject;
  return {responseBody: {...(model !== undefined && {model}), usage, content: kinds}, stream};
}
