import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';

const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:?\d\d)?): /;

/** Every line of an entry has one, so it begins none. */
export const pm2Stamp: Envelope = {
  id: 'pm2-stamp',
  title: "pm2's files with `--time`",
  origin: 'Unitech/pm2 lib/God/ForkMode.js; run at 7.0.4',
  shape: 'text',
  opens: '0-9',
  inside: (line) => STAMP.exec(line)?.[0].length ?? 0,
  examples: [
    ['2026-11-24T16:36:11: Claude call failed: Connection error.', 'Claude call failed: Connection error.'],
    ['2026-11-24T16:36:11:     at Heron.land (heron.js:3:7)', '    at Heron.land (heron.js:3:7)'],
  ],
  near: [
    ['2026-11-24T16:36:11 landed: 3', 'no colon behind the time'],
    ['2026-11-24 16:36:11: landed', 'a blank between day and time'],
  ],
  unwrap: ({text}, zone) => {
    const found = STAMP.exec(text);
    return found ? {text: text.slice(found[0].length), context: context(timedText(found[1]!, zone))} : undefined;
  },
};
