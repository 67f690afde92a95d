import {text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, source, timed} from './facts.ts';

export const cloudwatch: Envelope = {
  id: 'cloudwatch',
  title: 'CloudWatch Logs event',
  origin: 'docs.aws.amazon.com AmazonCloudWatchLogs FilterLogEvents, GetLogEvents, ExportTask',
  shape: 'json',
  names: ['ingestionTime', 'eventId'],
  examples: [
    [
      '{"logStreamName":"2026/11/23/[$LATEST]0a1b","timestamp":1795423594514,"message":"Error code: 529\\n","ingestionTime":1795423599000,"eventId":"384"}',
      'Error code: 529',
    ],
    ['{"timestamp":1795423594514,"message":"Error code: 529","ingestionTime":1795423599000}', 'Error code: 529'],
  ],
  near: [
    ['{"eventId":"12","timestamp":1795423594514,"message":"Error code: 529"}', "an application's own event"],
    ['{"ingestionTime":1795423599000,"message":{"status":529},"timestamp":1795423594514}', 'the message is no text'],
  ],
  unwrap: ({json}, zone) => {
    if (typeof json?.message !== 'string' || typeof json.timestamp !== 'number') return undefined;
    if (typeof json.ingestionTime !== 'number') return undefined;
    return {
      text: json.message.replace(/\r?\n$/, ''),
      context: context(timed(json.timestamp, zone)),
      source: source({unit: text(json.logStreamName)}),
    };
  },
};
