import {isObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, kubernetesSource, label, source, timed} from './facts.ts';

export const vector: Envelope = {
  id: 'vector',
  title: 'Vector event, JSON codec',
  origin: 'vectordotdev/vector website/cue/reference/components/sources; lib/vector-core/src/event',
  shape: 'json',
  names: ['message'],
  examples: [
    [
      '{"file":"/var/log/heron.log","host":"reed-2","message":"API Error: Connection error","source_type":"file","timestamp":"2026-11-23T08:46:35.123456789Z"}',
      'API Error: Connection error',
    ],
    [
      '{"host":"reed-2","kubernetes":{"container_name":"api","pod_name":"heron-0","pod_namespace":"marsh"},"message":"{\\"level\\":50}","stream":"stderr","timestamp":"2026-11-23T08:46:35Z"}',
      '{"level":50}',
    ],
  ],
  near: [
    [
      '{"host":"reed-2","message":"landed","timestamp":"2026-11-23T08:46:35Z"}',
      'any application: no source_type, no file',
    ],
    [
      '{"level":"error","message":"failed","source_type":"file","timestamp":"2026-11-23T08:46:35Z"}',
      "the application's fields were merged in: they belong to the message",
    ],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.message !== 'string' || json.timestamp === undefined) return undefined;
    const placed = typeof json.file === 'string' || isObject(json.kubernetes);
    if (typeof json.source_type !== 'string' && !(typeof json.host === 'string' && placed)) return undefined;
    if (json.level !== undefined || json.levelname !== undefined) return undefined;
    const kubernetes = kubernetesSource(json.kubernetes);
    const inner = {
      text: json.message,
      context: context(timed(json.timestamp, zone), {
        level: text(json.severity),
        pid: label(json.procid) ?? text(json._PID),
      }),
      source: source({
        pod: kubernetes.pod,
        namespace: kubernetes.namespace,
        host: text(json.host) ?? kubernetes.host,
        container: kubernetes.container ?? text(json.container_name),
        file: text(json.file),
        unit: text(json._SYSTEMD_UNIT),
        tag: text(json.appname),
        stream: text(json.stream),
      }),
    };
    // Only there with auto_partial_merge off.
    return json._partial === true ? {...inner, part: 'more'} : inner;
  },
};
