import type {Envelope} from './define.ts';
import {context, source, timedText} from './facts.ts';

const COLOUR = '(?:\\x1b\\[\\d{0,3}m)?';
const LEVEL = '(TRACE|DEBUG|INFO|WARN|ERROR|FATAL|USERLVL)';
const TIME = '(?:(\\d{4}-\\d\\d-\\d\\d[ T])?\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(?: ?[+-]\\d\\d:?\\d\\d|Z)?)';
/** `(heron/412 on reed-2)`, each part of which may be missing. */
const PLACE = '(?: \\(((?:[\\w.@:-]{1,100})?)(?:/?(\\d{1,10}))?(?: on ([\\w.-]{1,255}))?\\))?';
const LINE = new RegExp(`^\\[(${TIME})\\] ${COLOUR}${LEVEL}${COLOUR}${PLACE}: ${COLOUR}`);
/** With `--levelFirst`. */
const LEVEL_FIRST = new RegExp(`^${COLOUR}${LEVEL}${COLOUR} \\[(${TIME})\\]${PLACE}: ${COLOUR}`);

/** Its time has a day only when that was asked for: then nothing tells when the entry was written. */
export const pinoPretty: Envelope = {
  id: 'pino-pretty',
  title: 'pino-pretty',
  origin: 'pinojs/pino-pretty Readme.md, lib/utils/prettify-metadata.js; run at 13.2.0',
  shape: 'text',
  opens: '[TDIWEFU\\x1b',
  heads: true,
  language: 'node',
  examples: [
    ['[16:35:01.755] ERROR (412): Claude call failed', 'Claude call failed'],
    [
      '[16:35:05.351] \u001b[31mERROR\u001b[39m (heron/412): \u001b[36mClaude call failed\u001b[39m',
      'Claude call failed\u001b[39m',
    ],
    ['ERROR [2026-11-24 16:35:06.869 +0000] (heron/412 on reed-2): Claude call failed', 'Claude call failed'],
    ['[2026-11-24 16:35:06.869 +0000] WARN: Claude call failed', 'Claude call failed'],
  ],
  near: [
    ['[16:35:01.755] landed at the marsh', 'no level'],
    ['[08:46:51] INFO     HTTP Request: POST', "Python's rich: no milliseconds"],
  ],
  unwrap: ({text}, zone) => {
    const plain = LINE.exec(text);
    const found = plain ?? LEVEL_FIRST.exec(text);
    if (!found) return undefined;
    const [time, day, level] = plain ? [found[1], found[2], found[3]] : [found[2], found[3], found[1]];
    const place = found[4] ?? '';
    const isPid = /^\d+$/.test(place) && found[5] === undefined;
    return {
      text: text.slice(found[0].length),
      context: context(day === undefined ? {} : timedText(time!, zone), {
        level: level!.toLowerCase(),
        logger: isPid || place === '' ? undefined : place.replace(/\/$/, ''),
        pid: isPid ? place : found[5],
      }),
      source: source({host: found[6]}),
    };
  },
};
