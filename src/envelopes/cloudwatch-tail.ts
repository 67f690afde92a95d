import type {Envelope} from './define.ts';
import {context, source, timedText} from './facts.ts';

/** A time to the microsecond with its zone, the stream's name, and the line. */
const TAIL = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00) (\S{1,512}) /;

export const cloudwatchTail: Envelope = {
  id: 'cloudwatch-tail',
  title: 'CloudWatch Logs, `aws logs tail`',
  origin: 'aws/aws-cli awscli/customizations/logs/tail.py (detailed format)',
  shape: 'text',
  opens: '0-9',
  inside: (line) => TAIL.exec(line)?.[0].length ?? 0,
  examples: [
    ['2026-11-23T08:46:35.123000+00:00 api/heron/0a1b2c3d Error code: 529', 'Error code: 529'],
    ['2026-11-23T08:46:35.123000+00:00 2026/11/23/[$LATEST]0a1b {"level":50}', '{"level":50}'],
  ],
  near: [
    [
      '2026-11-23T08:46:35.123000+00:00 ERROR Error code: 529',
      'an application that prints such times: a level follows',
    ],
    ['2026-11-23T08:46:35.123Z stderr F Error code: 529', 'CRI'],
  ],
  unwrap: ({text: line}, zone) => {
    const found = TAIL.exec(line);
    const [head = '', time = '', stream = ''] = found ?? [];
    // Streams are named after a place; a word in front of a message is a level.
    if (!found || !/[/\d]/.test(stream)) return undefined;
    return {text: line.slice(head.length), context: context(timedText(time, zone)), source: source({unit: stream})};
  },
};
