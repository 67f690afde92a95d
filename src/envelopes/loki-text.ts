import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';
import {labelsOf, sourceOfLabels} from './loki.ts';

const PREFIX =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)) \{((?:[A-Za-z_]\w{0,127}="(?:[^"\\]|\\.){0,1024}"(?:, ?)?){0,64})\} {1,8}/;

export const lokiText: Envelope = {
  id: 'loki-text',
  title: 'Loki: logcli, its usual output',
  origin: 'grafana/loki pkg/logcli/output/default.go',
  shape: 'text',
  opens: '0-9',
  examples: [
    ['2026-11-23T08:46:35Z {app="heron", pod="heron-0"} Error code: 529', 'Error code: 529'],
    ['2026-11-23T09:46:35+01:00 {} {"level":50}', '{"level":50}'],
  ],
  near: [['2026-11-23T08:46:35Z {"level":50}', 'an object, not labels']],
  unwrap: ({text}, zone) => {
    const found = PREFIX.exec(text);
    if (!found) return undefined;
    return {
      text: text.slice(found[0].length),
      context: context(timedText(found[1]!, zone)),
      source: sourceOfLabels(labelsOf(found[2]!) ?? {}),
    };
  },
};
