import {isObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, label, numberedLevel, source, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

export const pino: Envelope = {
  id: 'pino',
  title: 'pino (Node.js; also Fastify)',
  origin: 'pinojs/pino docs/api.md, lib/proto.js; pinojs/pino-std-serializers',
  shape: 'json',
  names: ['level'],
  heads: true,
  language: 'node',
  examples: [
    [
      '{"level":30,"time":1795423407990,"pid":412,"hostname":"reed-2","msg":"[log_c135c6] connection failed"}',
      '[log_c135c6] connection failed',
    ],
    [
      '{"level":50,"time":1795423407990,"pid":412,"hostname":"reed-2","reqId":"req-7","err":{"type":"APIConnectionError","message":"Connection error.","stack":"Error: Connection error.\\n    at land (heron.js:3:7)"},"msg":"Connection error."}',
      'Connection error.\nError: Connection error.\n    at land (heron.js:3:7)',
    ],
    [
      '{"level":40,"time":"2026-11-23T08:46:35.123Z","module":"sse","msg":"Account unavailable (529)"}',
      'Account unavailable (529)',
    ],
    [
      '{"level":"error","time":1795423407990,"pid":412,"hostname":"reed-2","msg":"levels as labels"}',
      'levels as labels',
    ],
  ],
  near: [
    [
      '{"time":"2026-11-23T08:46:35Z","level":"ERROR","msg":"failed","err":"529"}',
      "Go's slog: the level is a word, no pid",
    ],
    ['{"level":3,"time":1795423407990,"score":12}', 'an application record without a message'],
    ['{"spec":"1","timestamp":1795423407990,"error_message":"Overloaded"}', 'our own record'],
  ],
  unwrap: ({json}, zone) => {
    if (json?.level === undefined || json.time === undefined || json.v === 0) return undefined;
    const numbered = typeof json.level === 'number';
    const signed = json.pid !== undefined && json.hostname !== undefined;
    // An object that is logged alone has no message: AWS's clients hand their logger nothing else.
    if (typeof json.msg !== 'string' && !isObject(json.err) && !(numbered && signed)) return undefined;
    if (!numbered && !signed) return undefined;
    return {
      text: withStack(text(json.msg), json.err),
      json,
      context: context(timed(json.time, zone), {
        level: typeof json.level === 'number' ? numberedLevel(json.level) : text(json.level),
        logger: text(json.name),
        traceId: traceIdOf(json),
        pid: label(json.pid),
      }),
      source: source({host: text(json.hostname)}),
    };
  },
};
