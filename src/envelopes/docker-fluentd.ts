import {text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {source} from './facts.ts';

export const dockerFluentd: Envelope = {
  id: 'docker-fluentd',
  title: "Docker's fluentd driver",
  origin: 'moby/moby daemon/logger/fluentd/fluentd.go',
  shape: 'json',
  names: ['container_id'],
  examples: [
    [
      '{"container_id":"2c1f6e0d9b8a","container_name":"/heron","source":"stderr","log":"Error code: 529"}',
      'Error code: 529',
    ],
    [
      '{"log":"the first part","container_id":"2c1f6e0d9b8a","container_name":"/heron","source":"stdout","partial_message":"true","partial_id":"9f","partial_ordinal":"1","partial_last":"false"}',
      'the first part',
    ],
  ],
  near: [['{"container_id":"2c1f","source":"stdout","message":"landed"}', 'no log: an application record']],
  unwrap: ({json}) => {
    if (typeof json?.log !== 'string' || typeof json.container_name !== 'string') return undefined;
    if (json.source !== 'stdout' && json.source !== 'stderr') return undefined;
    const inner = {
      text: json.log,
      context: {},
      source: source({container: text(json.container_name.replace(/^\//, '')), stream: json.source}),
    };
    if (json.partial_message !== 'true') return inner;
    return {...inner, part: json.partial_last === 'true' ? 'last' : 'more'};
  },
};
