import {isObject, type Json, type JsonObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, source, timed} from './facts.ts';

export const datadog: Envelope = {
  id: 'datadog',
  title: 'Datadog: what the agent sends, log archives, the logs API',
  origin: 'docs.datadoghq.com/api/latest/logs, docs.datadoghq.com/logs/log_configuration/archives',
  shape: 'json',
  names: ['ddtags', 'ddsource', 'attributes'],
  examples: [
    [
      '{"message":"Error code: 529","status":"error","timestamp":1795423595123,"hostname":"reed-2","service":"heron","ddsource":"python","ddtags":"env:prod,kube_namespace:marsh,pod_name:heron-0,kube_container_name:api"}',
      'Error code: 529',
    ],
    [
      '{"_id":"AQ","date":"2026-11-23T08:46:35.123Z","service":"heron","host":"reed-2","source":"python","status":"error","message":"{\\"level\\":50}","attributes":{},"tags":["pod_name:heron-0"]}',
      '{"level":50}',
    ],
    [
      '{"id":"AQ","type":"log","attributes":{"timestamp":"2026-11-23T08:46:35.123Z","status":"error","service":"heron","host":"reed-2","message":"Error code: 529","tags":["pod_name:heron-0"]}}',
      'Error code: 529',
    ],
  ],
  near: [
    ['{"message":"landed","attributes":{"tide":"high"},"status":"error"}', 'no service and no tags'],
    ['{"type":"log","attributes":{"message":"landed"}}', 'no service and no time'],
  ],
  unwrap: ({json}, zone) => {
    const entry = json?.type === 'log' && isObject(json.attributes) ? json.attributes : json;
    if (entry === undefined || typeof entry.message !== 'string' || text(entry.service) === undefined) return undefined;
    const tags = tagsOf(entry.ddtags ?? entry.tags);
    const time = timed(entry.timestamp ?? entry.date, zone);
    if (tags === undefined && entry.ddsource === undefined) return undefined;
    const fields = isObject(entry.attributes) ? entry.attributes : {};
    return {
      text: entry.message,
      // What the application's own JSON held besides its message.
      ...(Object.keys(fields).length > 0 && {json: {message: entry.message, ...fields}}),
      context: context(time, {level: text(entry.status)}),
      source: sourceOf(entry, tags ?? new Map()),
    };
  },
};

function sourceOf(entry: JsonObject, tags: ReadonlyMap<string, string>) {
  return source({
    host: text(entry.hostname) ?? text(entry.host),
    pod: tags.get('pod_name'),
    namespace: tags.get('kube_namespace'),
    container: tags.get('kube_container_name') ?? tags.get('container_name'),
    tag: text(entry.service),
    file: tags.get('filename'),
  });
}

/** `env:prod,pod_name:heron-0`, or a list of such. */
function tagsOf(value: Json | undefined): Map<string, string> | undefined {
  const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : undefined;
  return (
    list &&
    new Map(
      list.flatMap((tag): [string, string][] => {
        const at = typeof tag === 'string' ? tag.indexOf(':') : -1;
        return at < 1 ? [] : [[(tag as string).slice(0, at).trim(), (tag as string).slice(at + 1)]];
      }),
    )
  );
}
