import {isObject, type JsonObject, text} from '../util/json.ts';
import type {Envelope, Unwrapped} from './define.ts';
import {context, kubernetesSource, source, timed} from './facts.ts';

const DOCKER_PIECE = 16 * 1024;

export const fluentBit: Envelope = {
  id: 'fluent-bit',
  title: 'Fluent Bit and Fluentd, JSON output',
  origin:
    'fluent/fluent-bit src/flb_pack.c, plugins/filter_kubernetes; fluent/fluentd lib/fluent/plugin_helper/inject.rb',
  shape: 'json',
  names: ['log', 'message', 'exec'],
  examples: [
    [
      '{"date":1795423794.514273,"file":"/var/log/heron.log","log":"API Error: Connection error"}',
      'API Error: Connection error',
    ],
    [
      '{"date":1795423794.5,"time":"2026-11-23T08:46:35.5Z","stream":"stderr","_p":"P","log":"joined already","kubernetes":{"pod_name":"heron-0","namespace_name":"marsh","container_name":"api","host":"reed-2"}}',
      'joined already',
    ],
    ['{"date":1795423794.5,"exec":"{\\"level\\":50}"}', '{"level":50}'],
    ['{"log":"from fluentd\\n","stream":"stdout","tag":"kube.heron","time":1795423794.5}', 'from fluentd'],
  ],
  near: [
    ['{"date":"2026-11-23","message":"landed"}', 'any application: Fluent Bit writes the date as a number'],
    [
      '{"date":1795423794.5,"level":"error","message":"failed","stack":"Error"}',
      "a parser merged the application's fields in: they belong to the message",
    ],
    ['{"log":"tide table","tag":"heron"}', 'an application record: no time'],
    ['{"date":1795423794.5,"log":{"level":"error"}}', 'log is no text'],
  ],
  unwrap: ({json}, zone) => {
    const log = json && carried(json);
    if (json === undefined || log === undefined) return undefined;
    const kubernetes = kubernetesSource(json.kubernetes);
    const time = timed(json.time, zone);
    const part = partOf(json, log);
    const inner = {
      text: log.endsWith('\n') ? log.slice(0, -1) : log,
      context: context(time.at === undefined ? timed(json.date, zone) : time),
      source: source({
        pod: kubernetes.pod,
        namespace: kubernetes.namespace,
        host: kubernetes.host ?? text(json.host) ?? text(json.hostname),
        container: kubernetes.container ?? text(json.container_name),
        file: text(json.file) ?? text(json.path) ?? text(json.filename),
        tag: text(json.tag) ?? text(json._tag),
        stream: text(json.stream),
      }),
    };
    return part === undefined ? inner : {...inner, part};
  },
};

function carried(json: JsonObject): string | undefined {
  const dated = typeof json.date === 'number';
  const placed = isObject(json.kubernetes) || (typeof json.tag === 'string' && json.time !== undefined);
  if (typeof json.log === 'string') return dated || placed ? json.log : undefined;
  if (!dated || json.level !== undefined || json.levelname !== undefined) return undefined;
  return text(json.message) ?? text(json.exec);
}

/** `_p` says how a line arrived, before it was joined. Docker's pieces, unjoined, show only in size and missing line end. */
function partOf(json: JsonObject, log: string): Unwrapped['part'] {
  if (json._p !== undefined || typeof json.stream !== 'string') return undefined;
  if (log.endsWith('\n')) return 'last';
  return log.length <= DOCKER_PIECE && Buffer.byteLength(log) >= DOCKER_PIECE ? 'more' : undefined;
}
