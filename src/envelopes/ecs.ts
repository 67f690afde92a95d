import {isObject, type JsonObject, own, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, label, source, timed, withStack} from './facts.ts';
import {reach} from './filebeat.ts';
import {traceIdOf} from './trace.ts';

export const ecs: Envelope = {
  id: 'ecs',
  title: "Elastic's ecs-logging for any language",
  origin: 'elastic/ecs-logging spec/spec.json; elastic/ecs-logging-nodejs, -python, -java, -dotnet, -php, -go-zap',
  shape: 'json',
  names: ['ecs.version', 'ecs'],
  heads: true,
  examples: [
    [
      '{"@timestamp":"2026-11-23T08:46:35.123Z","log.level":"ERROR","message":"Claude call failed","ecs.version":"1.2.0","service.name":"heron","log.logger":"heron.Nest","error.type":"com.heron.Lost","error.message":"529","error.stack_trace":"com.heron.Lost: 529\\n\\tat heron.Nest.land(Nest.java:7)"}',
      'Claude call failed\ncom.heron.Lost: 529\n\tat heron.Nest.land(Nest.java:7)',
    ],
    [
      '{"log.level":"error","@timestamp":"2026-11-23T08:46:35.123Z","process":{"pid":412},"host":{"hostname":"reed-2"},"ecs":{"version":"8.10.0"},"trace":{"id":"4bf92f35"},"error":{"type":"Error","message":"529","stack_trace":"Error: 529\\n    at land (heron.js:3:7)"},"message":"call failed"}',
      'call failed\nError: 529\n    at land (heron.js:3:7)',
    ],
  ],
  near: [
    ['{"@timestamp":"2026-11-23T08:46:35Z","message":"landed","log.level":"error"}', 'no ecs.version'],
    ['{"ecs":"cluster-7","message":"landed","@timestamp":"2026-11-23T08:46:35Z"}', 'a cluster of containers'],
  ],
  unwrap: ({json}, zone) => {
    if (json?.['@timestamp'] === undefined || at(json, 'ecs', 'version') === undefined) return undefined;
    const level = at(json, 'log', 'level');
    const message = text(json.message);
    if (level === undefined || (message === undefined && at(json, 'error', 'message') === undefined)) return undefined;
    return {
      text: withStack(message ?? at(json, 'error', 'message'), at(json, 'error', 'stack_trace')),
      json,
      context: context(timed(json['@timestamp'], zone), {
        level: level.toLowerCase(),
        logger: at(json, 'log', 'logger'),
        traceId: traceIdOf(json),
        pid: isObject(json.process) ? label(own(json.process, 'pid')) : label(json[['process', 'pid'].join('.')]),
        thread: at(json, 'process', 'thread', 'name'),
      }),
      source: source({
        host: at(json, 'host', 'hostname') ?? at(json, 'host', 'name'),
        container: at(json, 'container', 'name'),
      }),
    };
  },
};

/** Names are nested or dotted, and mixed in one entry. */
function at(json: JsonObject, ...path: string[]): string | undefined {
  return text(json[path.join('.')]) ?? reach(json, path);
}
