import type {Envelope} from './define.ts';
import {context, source, timedText} from './facts.ts';

/** Colours are printed into pipes too. */
const PREFIX =
  /^(?:\x1b\[\d{0,3}m){0,3}(?:(\d{4}-\d\d-\d\d)-(\d\d:\d\d:\d\d) (?:\x1b\[\d{0,3}m){0,4})?(\d{1,5})\|([\w@.:/-][\w@.:/ -]{0,63}?) {1,64}\| (?:\x1b\[39m)?/;

export const pm2: Envelope = {
  id: 'pm2',
  title: 'pm2 logs',
  origin: 'Unitech/pm2 lib/API/Log.js; run at 7.0.4',
  shape: 'text',
  opens: '0-9\\x1b',
  inside: (line) => PREFIX.exec(line)?.[0].length ?? 0,
  examples: [
    ['0|heron-api  | Claude call failed: Connection error.', 'Claude call failed: Connection error.'],
    ['12|heron  |     at Heron.land (heron.js:3:7)', '    at Heron.land (heron.js:3:7)'],
    ['\u001b[31m1|raw      | \u001b[39m  status: 429', '  status: 429'],
    ['\u001b[2m\u001b[90m2026-11-24-16:36:20 \u001b[39m\u001b[22m\u001b[31m1|raw        | \u001b[39m}', '}'],
  ],
  near: [
    ['4|model|claude-sonnet-4-5|429', 'a table with bars'],
    ['PM2        | 2026-11-24T16:36:11: PM2 log: App [heron-api:0] online', "pm2's own line"],
  ],
  unwrap: ({text}, zone) => {
    const found = PREFIX.exec(text);
    if (!found) return undefined;
    const [prefix, day, time, process, app] = found;
    return {
      text: text.slice(prefix.length),
      context: day === undefined ? {} : context(timedText(`${day}T${time}`, zone)),
      source: source({unit: app, container: process}),
    };
  },
};
