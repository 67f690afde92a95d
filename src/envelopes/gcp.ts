import {isObject, type JsonObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, source, timed} from './facts.ts';

export const gcp: Envelope = {
  id: 'gcp',
  title: 'Google Cloud Logging entry',
  origin: 'googleapis/googleapis google/logging/v2/log_entry.proto; `gcloud logging read --format json`',
  shape: 'json',
  names: ['textPayload', 'jsonPayload'],
  examples: [
    [
      '{"insertId":"1a2b3c","logName":"projects/marsh/logs/run.googleapis.com%2Fstderr","receiveTimestamp":"2026-11-23T08:46:36Z","resource":{"type":"cloud_run_revision","labels":{"service_name":"heron"}},"severity":"ERROR","textPayload":"Error code: 529","timestamp":"2026-11-23T08:46:35.123Z","trace":"projects/marsh/traces/4bf92f3577b34da6a3ce929d0e0e4736"}',
      'Error code: 529',
    ],
    [
      '{"insertId":"1a2b3d","logName":"projects/marsh/logs/app","jsonPayload":{"message":"call failed","status":529},"resource":{"type":"k8s_container","labels":{"pod_name":"heron-0","namespace_name":"marsh","container_name":"api"}},"severity":"ERROR","timestamp":"2026-11-23T08:46:35Z"}',
      '{"message":"call failed","status":529}',
    ],
  ],
  near: [
    ['{"textPayload":"Error code: 529","timestamp":"2026-11-23T08:46:35Z"}', 'neither a log name nor an insert id'],
    [
      '{"insertId":"1","logName":"projects/marsh/logs/x","protoPayload":{"status":{}}}',
      'an audit entry carries no line',
    ],
  ],
  unwrap: ({json}, zone) => {
    if (json === undefined || (typeof json.logName !== 'string' && typeof json.insertId !== 'string')) return undefined;
    const payload = json.jsonPayload;
    const {labels} = isObject(json.resource) ? json.resource : {labels: undefined};
    const place: JsonObject = isObject(labels) ? labels : {};
    const common = {
      context: context(timed(json.timestamp, zone), {
        level: text(json.severity)?.toLowerCase(),
        traceId: text(json.trace)?.replace(/^projects\/[^/]{1,128}\/traces\//, ''),
      }),
      source: source({
        pod: text(place.pod_name) ?? text(place.revision_name),
        namespace: text(place.namespace_name),
        container: text(place.container_name) ?? text(place.service_name) ?? text(place.function_name),
        host: text(place.instance_id),
      }),
    };
    if (typeof json.textPayload === 'string') return {...common, text: json.textPayload.replace(/\n$/, '')};
    if (!isObject(payload)) return undefined;
    // The agent took the application's line apart: put back, its logger is seen in it.
    return {...common, text: JSON.stringify(payload)};
  },
};
