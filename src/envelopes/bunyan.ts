import {text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, label, numberedLevel, source, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

export const bunyan: Envelope = {
  id: 'bunyan',
  title: 'bunyan (Node.js)',
  origin: 'trentm/node-bunyan README.md, "Core fields"',
  shape: 'json',
  names: ['v'],
  heads: true,
  language: 'node',
  examples: [
    [
      '{"name":"heron","hostname":"reed-2","pid":412,"level":20,"msg":"[log_c135c6] sending request {\\n  method: \'POST\' }","time":"2026-11-23T08:46:35.123Z","v":0}',
      "[log_c135c6] sending request {\n  method: 'POST' }",
    ],
    [
      '{"name":"heron","hostname":"reed-2","pid":412,"level":50,"err":{"message":"529","name":"Error","stack":"Error: 529\\n    at land (heron.js:3:7)"},"msg":"call failed","time":"2026-11-23T08:46:35.123Z","v":0}',
      'call failed\nError: 529\n    at land (heron.js:3:7)',
    ],
  ],
  near: [
    ['{"level":30,"time":1795423407990,"pid":412,"hostname":"reed-2","msg":"landed","v":1}', 'pino before version 6'],
    ['{"name":"heron","v":0,"level":2,"wingspan":1.8}', 'an application record without a message'],
  ],
  unwrap: ({json}, zone) => {
    if (json?.v !== 0 || typeof json.level !== 'number') return undefined;
    if (typeof json.name !== 'string' || typeof json.msg !== 'string') return undefined;
    return {
      text: withStack(json.msg, json.err),
      json,
      context: context(timed(json.time, zone), {
        level: numberedLevel(json.level),
        logger: text(json.name),
        traceId: traceIdOf(json),
        pid: label(json.pid),
      }),
      source: source({host: text(json.hostname)}),
    };
  },
};
