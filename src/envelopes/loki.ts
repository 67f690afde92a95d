import {isObject, type Json, type JsonObject, parseObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, source, timed} from './facts.ts';

export const loki: Envelope = {
  id: 'loki',
  title: 'Loki: logcli -o jsonl, Grafana Explore',
  origin: 'grafana/loki pkg/logcli/output/jsonl.go; grafana/grafana public/app/features/explore (download as JSON)',
  shape: 'json',
  names: ['line'],
  examples: [
    [
      '{"labels":{"app":"heron","pod":"heron-0","namespace":"marsh","stream":"stderr"},"line":"Error code: 529","timestamp":"2026-11-23T08:46:35.123456789Z"}',
      'Error code: 529',
    ],
    [
      '{"line":"{\\"level\\":50}","timestamp":"1795423595123456789","date":"2026-11-23T08:46:35.123Z","fields":{"container":"api"}}',
      '{"level":50}',
    ],
  ],
  near: [
    ['{"line":"high tide","timestamp":"2026-11-23T08:46:35Z"}', 'no labels: an application record'],
    ['{"line":7,"labels":{},"timestamp":"2026-11-23T08:46:35Z"}', 'line is a number in a file'],
  ],
  unwrap: ({json}, zone) => {
    const labels = json?.labels ?? json?.fields;
    if (json === undefined || typeof json.line !== 'string' || !isObject(labels)) return undefined;
    const time = timed(json.timestamp, zone);
    return time.at === undefined
      ? undefined
      : {text: json.line, context: context(time), source: sourceOfLabels(labels)};
  },
};

/** The labels that Promtail, Alloy and the docker driver set. */
export function sourceOfLabels(labels: JsonObject) {
  const of = (...names: string[]): string | undefined => {
    for (const name of names) if (text(labels[name] as Json) !== undefined) return text(labels[name] as Json);
    return undefined;
  };
  return source({
    host: of('host', 'hostname', 'node_name', 'node', 'instance'),
    pod: of('pod', 'k8s_pod_name', 'pod_name'),
    namespace: of('namespace', 'k8s_namespace_name'),
    container: of('container', 'container_name', 'k8s_container_name'),
    unit: of('unit', 'systemd_unit'),
    tag: of('app', 'service_name', 'job'),
    file: of('filename'),
    stream: /^std(?:out|err)$/.exec(of('stream', 'source') ?? '')?.[0],
  });
}

/** `{app="heron", pod="heron-0"}` as an object. */
export function labelsOf(printed: string): JsonObject | undefined {
  const members = [...printed.matchAll(/([A-Za-z_]\w{0,127})=("(?:[^"\\]|\\.){0,1024}")/g)];
  return parseObject(`{${members.map(([, name, value]) => `"${name}":${value}`).join(',')}}`);
}
