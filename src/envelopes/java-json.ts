import {isObject, type Json, type JsonObject, text as nonEmpty} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

export const javaJson: Envelope = {
  id: 'java-json',
  title: "JSON of Java's loggers: logstash-logback-encoder, log4j2 templates, Quarkus",
  origin:
    'logfellow/logstash-logback-encoder README.md; apache/logging-log4j2 log4j-layout-template-json JsonLayout.json; logstash-encoder 8.1 and log4j2 2.25.1 run',
  shape: 'json',
  names: ['logger_name', 'loggerName'],
  heads: true,
  language: 'java',
  examples: [
    [
      '{"@timestamp":"2026-11-23T08:46:35.123Z","@version":"1","message":"call failed","logger_name":"com.heron.Nest","thread_name":"main","level":"ERROR","level_value":40000,"stack_trace":"com.heron.Gone: 529\\n\\tat com.heron.Nest"}',
      'call failed\ncom.heron.Gone: 529\n\tat com.heron.Nest',
    ],
    [
      '{"instant":{"epochSecond":1795423595,"nanoOfSecond":123000000},"thread":"main","level":"ERROR","loggerName":"com.heron.Nest","message":"call failed","thrown":{"message":"529","name":"com.heron.Gone","extendedStackTrace":"com.heron.Gone: 529"}}',
      'call failed\ncom.heron.Gone: 529',
    ],
    [
      '{"timestamp":"2026-11-23T08:46:35.123Z","loggerName":"com.heron.Nest","level":"ERROR","message":"call failed","threadName":"main","exception":{"exceptionType":"com.heron.Gone","message":"529"}}',
      'call failed\ncom.heron.Gone: 529',
    ],
  ],
  near: [
    ['{"log":"landed\\n","stream":"stderr","time":"2026-11-23T08:46:35Z"}', 'docker'],
    ['{"@timestamp":"2026-11-23T08:46:35Z","ecs.version":"1.2.0","log.level":"ERROR","message":"landed"}', 'ECS'],
    ['{"message":"call failed","logger":"nest","level":"ERROR"}', 'another logger'],
  ],
  unwrap: ({json}, zone) => {
    const parts = json && typeof json.message === 'string' ? partsOf(json) : undefined;
    if (!json || !parts || parts.level === undefined) return undefined;
    return {
      text: withStack(json.message as string, parts.stack),
      json,
      context: context(timed(parts.time, zone), {
        level: parts.level.toLowerCase(),
        logger: parts.logger,
        thread: parts.thread,
        traceId: traceIdOf(json) ?? traceOf(json.contextMap) ?? traceOf(json.mdc),
      }),
    };
  },
};

interface Parts {
  readonly time: Json | undefined;
  readonly level: string | undefined;
  readonly logger: string | undefined;
  readonly thread?: string | undefined;
  readonly stack: Json | undefined;
}

function partsOf(json: JsonObject): Parts | undefined {
  const time = json['@timestamp'] ?? json.timestamp;
  if (json.logger_name !== undefined)
    return {
      time,
      level: nonEmpty(json.level),
      logger: nonEmpty(json.logger_name),
      thread: nonEmpty(json.thread_name),
      stack: json.stack_trace,
    };
  return json.loggerName === undefined ? undefined : log4j(json, time);
}

const MS = 1000;
const NS_PER_MS = 1_000_000;

function log4j(json: JsonObject, time: Json | undefined): Parts {
  const {instant, thrown, exception} = json;
  const seconds = isObject(instant) ? Number(instant.epochSecond) : Number.NaN;
  const at = seconds * MS + Math.floor(Number(isObject(instant) ? (instant.nanoOfSecond ?? 0) : 0) / NS_PER_MS);
  return {
    time: Number.isFinite(at) ? at : (time ?? json.timeMillis),
    level: nonEmpty(json.level),
    logger: nonEmpty(json.loggerName),
    thread: nonEmpty(json.thread) ?? nonEmpty(json.threadName),
    stack: isObject(thrown) ? (nonEmpty(thrown.extendedStackTrace) ?? headOf(thrown)) : headOf(exception),
  };
}

/** The first line of a stack, put together from its parts. */
function headOf(thrown: Json | undefined): string | undefined {
  if (!isObject(thrown)) return nonEmpty(thrown);
  const name = nonEmpty(thrown.name) ?? nonEmpty(thrown.exceptionType);
  const message = nonEmpty(thrown.message) ?? nonEmpty(thrown.localizedMessage);
  return name === undefined || message === undefined ? (name ?? message) : `${name}: ${message}`;
}

const traceOf = (value: Json | undefined): string | undefined => (isObject(value) ? traceIdOf(value) : undefined);
