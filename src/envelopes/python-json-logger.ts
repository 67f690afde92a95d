import {type JsonObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, label, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

const LEVEL = /^(?:DEBUG|INFO|WARNING|ERROR|CRITICAL)$/;

export const pythonJsonLogger: Envelope = {
  id: 'python-json-logger',
  title: 'python-json-logger and other JSON formatters for logging',
  origin: 'nhairs/python-json-logger src/pythonjsonlogger/core.py; BerriAI/litellm litellm/_logging.py',
  shape: 'json',
  names: ['message'],
  heads: true,
  language: 'python',
  examples: [
    [
      '{"asctime":"2026-11-23 08:46:42,774","name":"heron","levelname":"ERROR","taskName":"Task-7","message":"call failed","exc_info":"Traceback (most recent call last):\\nanthropic.InternalServerError: Error code: 529"}',
      'call failed\nTraceback (most recent call last):\nanthropic.InternalServerError: Error code: 529',
    ],
    ['{"message":"call failed","exc_info":"Traceback"}', 'call failed\nTraceback'],
    [
      '{"timestamp":"2026-11-23T08:46:42Z","level":"INFO","logger":"httpx","message":"HTTP Request: POST"}',
      'HTTP Request: POST',
    ],
    [
      '{"message":"Retrying","level":"WARNING","timestamp":"2026-11-23T08:46:42.774","stacktrace":"Traceback"}',
      'Retrying\nTraceback',
    ],
  ],
  near: [
    ['{"message":"call failed","request_id":"req_1"}', 'nothing of Python in it'],
    [
      '{"timestamp":"2026-11-23","trace_id":"a1","error_type":"api_error","request_id":"req_1"}',
      'an application record',
    ],
    [
      '{"@timestamp":"2026-11-23T08:46:42Z","message":"failed","logger_name":"heron.Nest","level":"ERROR"}',
      'logstash-logback-encoder',
    ],
    ['{"event":"failed","level":"error","timestamp":"2026-11-23T08:46:42Z"}', 'structlog: the message is called event'],
    ['{"spec":"1","timestamp":1795423602774,"error_message":"Overloaded"}', 'our own record'],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.message !== 'string' || !pythonic(json)) return undefined;
    return {
      text: withStack(json.message, text(json.exc_info) ?? json.stacktrace),
      json,
      context: context(timed(json.asctime ?? json.timestamp, zone), {
        level: (text(json.levelname) ?? text(json.level))?.toLowerCase(),
        logger: text(json.name) ?? text(json.logger),
        traceId: traceIdOf(json),
        pid: label(json.process),
        // The task is the finer of the two: one event-loop thread runs many.
        thread: text(json.taskName) ?? text(json.threadName) ?? label(json.thread),
      }),
    };
  },
};

function pythonic(json: JsonObject): boolean {
  if (typeof json.levelname === 'string' || typeof json.asctime === 'string') return true;
  if (typeof json.exc_info === 'string' || json.taskName !== undefined) return true;
  if (typeof json.level !== 'string' || !LEVEL.test(json.level)) return false;
  return json['@timestamp'] === undefined && (json.timestamp ?? json.logger ?? json.name) !== undefined;
}
