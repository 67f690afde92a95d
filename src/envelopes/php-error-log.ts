import {createMemory} from '../util/memory.ts';
import {readTime, type Zone, zoneOf} from '../util/time.ts';
import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';

const LINE =
  /^\[((?:\d\d)-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d(?:\.\d{1,6})?) (?:UTC|([A-Z]\w{1,30}(?:\/[\w+-]{1,30}){1,2}))\] /;
const LEVEL = /^PHP (Fatal error|Parse error|Warning|Notice|Deprecated|Recoverable fatal error): {1,2}/;

/** Building a zone is dear, and a server has one. */
const zones = createMemory<Zone>(64);
const utc: Zone = () => 0;

export const phpErrorLog: Envelope = {
  id: 'php-error-log',
  title: "PHP's error_log()",
  origin: 'php/php-src main/main.c (php_log_err); run with PHP 8.2',
  shape: 'text',
  opens: '[',
  heads: true,
  language: 'php',
  examples: [
    ['[23-Nov-2026 08:46:35 UTC] Claude call failed', 'Claude call failed'],
    ['[23-Nov-2026 09:46:35 Europe/Berlin] PHP Fatal error:  Uncaught Heron: landed', 'Uncaught Heron: landed'],
  ],
  near: [
    ['[23-Nov-2026 08:46:35] landed', 'an application: PHP names its zone'],
    ['[23/Nov/2026:08:46:35 +0000] "GET /"', 'an access log'],
  ],
  unwrap: ({text}) => {
    const found = LINE.exec(text);
    if (!found) return undefined;
    const [prefix, time, place] = found;
    const message = text.slice(prefix.length);
    const level = LEVEL.exec(message);
    const zone = place === undefined ? utc : zoneOfPlace(place);
    return {
      text: level ? message.slice(level[0].length) : message,
      context: context(zone === undefined ? timedText(time!, utc) : {at: readTime(time!, zone)?.at}, {
        level: level?.[1]?.toLowerCase(),
      }),
    };
  },
};

function zoneOfPlace(place: string): Zone | undefined {
  const known = zones.get(place);
  if (known) return known;
  const zone = zoneOf(place);
  if (zone) zones.set(place, zone);
  return zone;
}
