import {isObject, type Json, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, source, timed} from './facts.ts';

/** What Filebeat and Elastic Agent add by themselves. */
const SHIPPED = new Set(
  '@timestamp @metadata @version message log input host agent ecs beat prospector offset source stream kubernetes container docker event service cloud tags fields systemd journald syslog process orchestrator data_stream fileset elastic_agent'.split(
    ' ',
  ),
);

export const filebeat: Envelope = {
  id: 'filebeat',
  title: 'Filebeat and Elastic Agent',
  origin: 'elastic/beats libbeat/outputs/codec/json; elastic/beats filebeat/input (ECS fields)',
  shape: 'json',
  names: ['agent', 'beat', 'input'],
  examples: [
    [
      '{"@timestamp":"2026-11-23T08:46:35.123Z","@metadata":{"beat":"filebeat","type":"_doc"},"message":"Error code: 529","log":{"offset":77,"file":{"path":"/var/log/heron.log"}},"input":{"type":"log"},"host":{"name":"reed-2"},"agent":{"type":"filebeat","version":"8.15.0"},"ecs":{"version":"8.0.0"}}',
      'Error code: 529',
    ],
    [
      '{"@timestamp":"2026-11-23T08:46:35.123Z","message":"{\\"level\\":50}","stream":"stderr","kubernetes":{"pod":{"name":"heron-0"},"namespace":"marsh","container":{"name":"api"},"node":{"name":"reed-2"}},"agent":{"type":"filebeat"}}',
      '{"level":50}',
    ],
  ],
  near: [
    ['{"@timestamp":"2026-11-23T08:46:35Z","message":"landed","agent":"curl/8.0"}', 'agent is a User-Agent'],
    ['{"@timestamp":"2026-11-23T08:46:35Z","message":"landed","level":"error"}', 'logstash and its kin'],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.message !== 'string' || json['@timestamp'] === undefined) return undefined;
    const shipped = isObject(json.agent) && text(json.agent.type) !== undefined;
    if (!shipped && !isObject(json.beat) && !(isObject(json.input) && isObject(json.log))) return undefined;
    const at = (...path: string[]): string | undefined => reach(json, path);
    const rest = Object.entries(json).filter(([name]) => !SHIPPED.has(name));
    return {
      text: json.message,
      // An ndjson parser has put the application's fields beside its message.
      ...(rest.length > 0 && {json: Object.fromEntries([['message', json.message], ...rest])}),
      context: context(timed(json['@timestamp'], zone)),
      source: source({
        host: at('kubernetes', 'node', 'name') ?? at('host', 'name') ?? at('host', 'hostname'),
        pod: at('kubernetes', 'pod', 'name'),
        namespace: at('kubernetes', 'namespace'),
        container: at('kubernetes', 'container', 'name') ?? at('container', 'name'),
        unit: at('systemd', 'unit'),
        file: at('log', 'file', 'path') ?? at('source'),
        stream: at('stream'),
      }),
    };
  },
};

/** The text under nested names. */
export function reach(value: Json | undefined, path: readonly string[]): string | undefined {
  let found: Json | undefined = value;
  for (const name of path) found = isObject(found) ? found[name] : undefined;
  return text(found);
}
