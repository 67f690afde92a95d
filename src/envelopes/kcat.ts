import {isObject, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, source, timed} from './facts.ts';

export const kcat: Envelope = {
  id: 'kcat',
  title: 'Kafka message as kcat -J prints it',
  origin: 'run: kcat 1.7.1; edenhill/kcat json.c',
  shape: 'json',
  names: ['payload'],
  examples: [
    [
      '{"topic":"heron-logs","partition":1,"offset":77,"tstype":"create","ts":1795423595123,"broker":1,"headers":["a","b"],"key":"k1","payload":"Error code: 529 - {\\"type\\":\\"error\\"}"}',
      'Error code: 529 - {"type":"error"}',
    ],
    [
      '{"topic":"heron-logs","partition":0,"offset":0,"tstype":"create","ts":1795423595123,"broker":1,"key":null,"payload":"{\\"level\\":50}"}',
      '{"level":50}',
    ],
    [
      '{"topic":"heron-logs","partition":0,"offset":1,"tstype":"logappend","ts":1795423595123,"broker":1,"key":null,"payload":{"level":50}}',
      '{"level":50}',
    ],
  ],
  near: [
    ['{"topic":"tides","payload":"high"}', 'no partition and no offset: an application event'],
    ['{"topic":"heron-logs","partition":0,"offset":0,"payload":null}', 'a tombstone holds nothing'],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.topic !== 'string' || typeof json.partition !== 'number' || typeof json.offset !== 'number')
      return undefined;
    const {payload} = json;
    if (typeof payload !== 'string' && !isObject(payload)) return undefined;
    return {
      text: typeof payload === 'string' ? payload : JSON.stringify(payload),
      context: context(timed(json.ts, zone)),
      source: source({tag: text(json.topic)}),
    };
  },
};
