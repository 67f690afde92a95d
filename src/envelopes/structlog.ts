import {isObject, type Json, type JsonObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, label, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

const LEVEL = /^(?:debug|info|warn|warning|error|critical|exception|notset)$/i;

export const structlog: Envelope = {
  id: 'structlog',
  title: 'structlog, JSONRenderer',
  origin: 'hynek/structlog src/structlog/processors.py, stdlib.py; run at 26.1.0',
  shape: 'json',
  names: ['event'],
  heads: true,
  language: 'python',
  examples: [
    [
      '{"event":"HTTP Request: POST","logger":"httpx","level":"info","timestamp":"2026-11-24T16:28:53.495767Z"}',
      'HTTP Request: POST',
    ],
    [
      '{"bird":"heron","event":"call failed","level":"error","timestamp":"2026-11-24T16:28:53Z","exception":"Traceback (most recent call last):\\nanthropic.InternalServerError: Error code: 529"}',
      'call failed\nTraceback (most recent call last):\nanthropic.InternalServerError: Error code: 529',
    ],
    ['{"error":"Connection error.","event":"call failed","level":"error"}', 'call failed\nConnection error.'],
    [
      '{"event":"call failed","level":"error","exception":[{"exc_type":"RateLimitError","exc_value":"Error code: 429","frames":[]}]}',
      'call failed\nRateLimitError: Error code: 429',
    ],
  ],
  near: [
    ['{"event":"message_start","data":{"type":"message_start"}}', 'an event of a stream: no level'],
    ['{"event":{"kind":"landing"},"level":"info"}', 'the event is an object'],
    ['{"event":"landing","message":"call failed","level":"error"}', 'the message has a name of its own'],
    ['{"spec":"1","timestamp":1795423602774,"error_message":"Overloaded"}', 'our own record'],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.event !== 'string' || typeof json.level !== 'string' || !LEVEL.test(json.level)) return undefined;
    if (json.message !== undefined || json.msg !== undefined) return undefined;
    return {
      text: withStack(json.event, stackOf(json)),
      json,
      context: context(timed(json.timestamp, zone), {
        level: json.level.toLowerCase(),
        logger: text(json.logger) ?? text(json.logger_name),
        traceId: traceIdOf(json),
        pid: label(json.process),
        thread: text(json.thread_name) ?? label(json.thread),
      }),
    };
  },
};

/** The traceback, else what the application calls the error. */
const stackOf = ({exception, error, err, exc}: JsonObject): string | undefined =>
  text(exception) ?? lastOf(exception) ?? text(error) ?? text(err) ?? text(exc);

/** dict_tracebacks: a list of exceptions, the one that was raised first. */
function lastOf(exception: Json | undefined): string | undefined {
  const raised = Array.isArray(exception) ? (exception[0] as Json) : undefined;
  if (!isObject(raised) || typeof raised.exc_type !== 'string') return undefined;
  return `${raised.exc_type}: ${text(raised.exc_value) ?? ''}`;
}
