import type {Envelope} from './define.ts';
import {context, source, timedText} from './facts.ts';

/** out_stdout. */
const STDOUT = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{9} [+-]\d{4}) ([\w.*-]{1,256}): (?=\{)/;
/** out_file. */
const FILE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))\t([\w.*-]{1,256})\t(?=\{)/;
export const fluentd: Envelope = {
  id: 'fluentd',
  title: 'Fluentd: time, tag and the record (stdout and file outputs)',
  origin: 'fluent/fluentd lib/fluent/plugin/formatter_out_file.rb, formatter_stdout.rb',
  shape: 'text',
  opens: '0-9',
  examples: [
    ['2026-11-23 08:46:35.123456789 +0000 docker.heron: {"log":"Error code: 529"}', '{"log":"Error code: 529"}'],
    ['2026-11-23T08:46:35+00:00\tdocker.heron\t{"message":"landed"}', '{"message":"landed"}'],
  ],
  near: [
    ['2026-11-23T08:46:35+00:00\tINFO\tlanded', 'zap: a level, and no record'],
    ['2026-11-23 08:46:35.123 +0000 heron: {"message":"landed"}', 'three digits: an application'],
  ],
  unwrap: ({text}, zone) => {
    const found = STDOUT.exec(text) ?? FILE.exec(text);
    if (!found) return undefined;
    return {
      text: text.slice(found[0].length),
      context: context(timedText(found[1]!, zone)),
      source: source({tag: found[2]}),
    };
  },
};
