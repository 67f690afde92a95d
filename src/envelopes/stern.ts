import {isObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {source} from './facts.ts';

export const stern: Envelope = {
  id: 'stern',
  title: 'stern -o json, -o extjson',
  origin: 'stern/stern stern/log.go, cmd/cmd.go',
  shape: 'json',
  names: ['podName', 'pod'],
  examples: [
    [
      '{"message":"Error code: 529","nodeName":"reed-2","namespace":"marsh","podName":"heron-0","containerName":"api"}',
      'Error code: 529',
    ],
    ['{"pod":"heron-0","container":"api","message":{"level":50}}', '{"level":50}'],
  ],
  near: [
    ['{"message":"landed","podName":"heron-0"}', 'no container: an application that knows its pod'],
    ['{"pod":"heron-0","container":"api","message":"landed","level":"error"}', 'an application with more to say'],
  ],
  unwrap: ({json}) => {
    const container = text(json?.containerName) ?? text(json?.container);
    const pod = text(json?.podName) ?? text(json?.pod);
    if (json === undefined || container === undefined || pod === undefined || json.level !== undefined)
      return undefined;
    const {message} = json;
    if (typeof message !== 'string' && !isObject(message)) return undefined;
    return {
      text: typeof message === 'string' ? message.replace(/\n$/, '') : JSON.stringify(message),
      context: {},
      source: source({pod, container, namespace: text(json.namespace), host: text(json.nodeName)}),
    };
  },
};
