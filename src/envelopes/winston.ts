import {text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, source, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

/** npm's, the CLI's and syslog's sets; winston prints them in lower case. */
const LEVEL = /^(?:emerg|alert|crit|error|warn|warning|notice|help|data|info|http|verbose|debug|prompt|input|silly)$/;

export const winston: Envelope = {
  id: 'winston',
  title: 'winston, format.json()',
  origin: 'winstonjs/winston README.md; winstonjs/logform json.js, timestamp.js, errors.js',
  shape: 'json',
  names: ['level'],
  heads: true,
  language: 'node',
  examples: [
    [
      '{"level":"info","message":"[log_c135c6] connection failed - retrying, 1 attempts remaining","timestamp":"2026-11-23T08:46:35.123Z"}',
      '[log_c135c6] connection failed - retrying, 1 attempts remaining',
    ],
    [
      '{"level":"error","message":"call failed Connection error.","stack":"Error: Connection error.\\n    at land (heron.js:3:7)","service":"heron"}',
      'call failed Connection error.\nError: Connection error.\n    at land (heron.js:3:7)',
    ],
    ['{"error":{"type":"error"},"level":"error","stack":"Error: 529","status":529}', 'Error: 529'],
  ],
  near: [
    ['{"level":"error","time":"2026-11-23T08:46:35Z","message":"call failed"}', 'zerolog: time instead of timestamp'],
    ['{"@timestamp":"2026-11-23T08:46:35Z","level":"error","message":"landed"}', 'logstash and its kin'],
    [
      '{"type":"system","subtype":"api_error","level":"error","timestamp":"2026-11-23T08:46:35Z","error":{"status":529}}',
      'a Claude Code transcript: no message',
    ],
    [
      '{"timestamp":1795423595123,"trace_id":"a1","error_type":"api_error","request_id":"req_1"}',
      'an application record',
    ],
    ['{"spec":"1","timestamp":1795423595123,"error_message":"Overloaded"}', 'our own record'],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.level !== 'string' || !LEVEL.test(json.level)) return undefined;
    if (typeof json.message !== 'string' && (json.message !== undefined || typeof json.stack !== 'string'))
      return undefined;
    if (json.time !== undefined || json.ts !== undefined || json['@timestamp'] !== undefined) return undefined;
    return {
      text: withStack(text(json.message), json.stack),
      json,
      context: context(timed(json.timestamp, zone), {
        level: json.level,
        logger: text(json.label) ?? text(json.service),
        traceId: traceIdOf(json),
      }),
      source: source({host: text(json.hostname)}),
    };
  },
};
