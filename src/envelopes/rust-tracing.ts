import {isObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

const LEVEL = /^(?:TRACE|DEBUG|INFO|WARN|ERROR)$/;

export const rustTracing: Envelope = {
  id: 'rust-tracing',
  title: "Rust's tracing, JSON",
  origin: 'tokio-rs/tracing tracing-subscriber/src/fmt/format/json.rs; run at tracing-subscriber 0.3.23',
  shape: 'json',
  names: ['target'],
  heads: true,
  language: 'rust',
  examples: [
    [
      '{"timestamp":"2026-11-23T08:46:35.647350Z","level":"ERROR","fields":{"message":"Claude call failed","error":"too windy"},"target":"heron","span":{"trace_id":"a1","name":"land"},"spans":[{"trace_id":"a1","name":"land"}]}',
      'Claude call failed\ntoo windy',
    ],
    ['{"timestamp":"2026-11-23T08:46:35.647350Z","level":"INFO","message":"landed","target":"heron::nest"}', 'landed'],
  ],
  near: [
    [
      '{"timestamp":"2026-11-23T08:46:35Z","level":"error","message":"landed","target":"heron"}',
      'winston: a level in lower case',
    ],
    ['{"level":"ERROR","target":"heron","score":12}', 'an application record without a time'],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.level !== 'string' || !LEVEL.test(json.level) || typeof json.target !== 'string') return undefined;
    const fields = isObject(json.fields) ? json.fields : json;
    if (json.timestamp === undefined || (fields === json && typeof json.message !== 'string')) return undefined;
    return {
      text: withStack(text(fields.message), fields.error ?? fields.err),
      json,
      context: context(timed(json.timestamp, zone), {
        level: json.level.toLowerCase(),
        logger: json.target,
        traceId: traceIdOf(fields) ?? (isObject(json.span) ? traceIdOf(json.span) : undefined),
      }),
    };
  },
};
