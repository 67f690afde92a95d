import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';

const LINE = /^(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,6})?Z?) (error|warn|info|http|verbose|debug|silly): /;

export const winstonText: Envelope = {
  id: 'winston-text',
  title: 'winston, the usual printf format (time level: message)',
  origin: 'winstonjs/winston README.md, "Creating custom formats"; winstonjs/logform timestamp.js',
  shape: 'text',
  opens: '0-9',
  heads: true,
  language: 'node',
  examples: [
    ['2026-11-23 08:46:35 error: [land] 529 {"type":"error"}', '[land] 529 {"type":"error"}'],
    ['2026-11-23T08:46:35.123Z warn: Connection error.', 'Connection error.'],
  ],
  near: [
    ['2026-11-23 08:46:35 ERROR: call failed', "Python's logging writes levels in capitals"],
    ['2026-11-23 08:46:35 timeout: 30', 'not a level'],
  ],
  unwrap: ({text}, zone) => {
    const found = LINE.exec(text);
    if (!found) return undefined;
    return {text: text.slice(found[0].length), context: context(timedText(found[1]!, zone), {level: found[2]})};
  },
};
