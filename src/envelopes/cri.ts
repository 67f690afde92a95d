import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';

const CRI = /^(\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d)) (stdout|stderr) ([PF])(?::\S{0,64})?(?: |$)/;

export const cri: Envelope = {
  id: 'cri',
  title: 'Kubernetes container log (CRI: containerd, CRI-O)',
  origin: 'kubernetes/kubernetes pkg/kubelet/kuberuntime/logs/logs.go',
  shape: 'text',
  opens: '0-9',
  inside: (line) => CRI.exec(line)?.[0].length ?? 0,
  examples: [
    [
      '2026-11-23T08:46:35.123456789Z stderr F Error code: 529 - {"type":"error"}',
      'Error code: 529 - {"type":"error"}',
    ],
    ['2026-11-23T09:46:35.5+01:00 stdout P   the first part of a long line', '  the first part of a long line'],
    ['2026-11-23T08:46:35.123456789Z stdout F', ''],
  ],
  near: [
    [
      '2026-11-23T08:46:35Z stdout Failed to reach the API',
      'no tag: the word after the stream is the text of an application',
    ],
  ],
  unwrap: ({text}, zone) => {
    const found = CRI.exec(text);
    if (!found) return undefined;
    return {
      text: text.slice(found[0].length),
      context: context(timedText(found[1]!, zone)),
      source: {stream: found[2]!},
      part: found[3] === 'P' ? 'more' : 'last',
    };
  },
};
