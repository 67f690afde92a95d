import {text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, label, source, timed} from './facts.ts';

export const pm2Json: Envelope = {
  id: 'pm2-json',
  title: "pm2's files with `--log-type json`",
  origin: 'Unitech/pm2 lib/God/ForkMode.js; run at 7.0.4',
  shape: 'json',
  names: ['app_name'],
  examples: [
    [
      '{"message":"Claude call failed: Connection error.\\n","timestamp":"2026-11-24T16:36:12.666Z","type":"err","process_id":2,"app_name":"heron"}',
      'Claude call failed: Connection error.',
    ],
    [
      '{"message":"{\\"level\\":50}\\n","timestamp":"2026-11-24T16:36:12.666Z","type":"out","process_id":2,"app_name":"heron"}',
      '{"level":50}',
    ],
  ],
  near: [
    [
      '{"timestamp":"2026-11-24T16:36:20.617Z","type":"process_event","status":"exit","app_name":"heron"}',
      'no message',
    ],
    ['{"message":"landed","app_name":"heron","level":"info"}', "an application's own field"],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.message !== 'string' || json.process_id === undefined) return undefined;
    if (json.type !== 'err' && json.type !== 'out') return undefined;
    return {
      text: json.message.replace(/\n$/, ''),
      context: context(timed(json.timestamp, zone)),
      source: source({
        unit: text(json.app_name),
        container: label(json.process_id),
        stream: json.type === 'err' ? 'stderr' : 'stdout',
      }),
    };
  },
};
