import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';

const LINE =
  /^[DIWEFA], \[(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}) ?#(\d{1,10})\] +(DEBUG|INFO|WARN|ERROR|FATAL|ANY) -- ([^:\n]{0,100}): ?/;

export const rubyLogger: Envelope = {
  id: 'ruby-logger',
  title: "Ruby's Logger (also Rails in production)",
  origin: 'ruby/logger lib/logger/formatter.rb; run with Ruby 3.1.2',
  shape: 'text',
  opens: 'DIWEFA',
  heads: true,
  language: 'ruby',
  examples: [
    ['E, [2026-11-23T08:46:35.123456 #412] ERROR -- : Connection error.', 'Connection error.'],
    ['W, [2026-11-23T08:46:35.123456 #412]  WARN -- heron: retrying', 'retrying'],
    ['I, [2026-11-23T08:46:35.123456#412]  INFO -- : before Ruby 2.7', 'before Ruby 2.7'],
  ],
  near: [
    ['E, [2026-11-23] ERROR -- : landed', 'no clock and no pid'],
    ['ERROR -- : landed', 'a message alone'],
  ],
  unwrap: ({text}, zone) => {
    const found = LINE.exec(text);
    if (!found) return undefined;
    const [prefix, time, pid, level, name] = found;
    return {
      text: text.slice(prefix.length),
      context: context(timedText(time!, zone), {level: level!.toLowerCase(), pid, logger: name || undefined}),
    };
  },
};
