import {isObject, type JsonObject, own, text as textOf} from '../util/json.ts';
import {readJson} from '../util/literals/index.ts';
import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';
import {traceIdOf} from './trace.ts';

const LINE =
  /^\[(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)?)\] ([\w.-]{1,64})\.(DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY): /;
/** Context and extra when there are none. */
const EMPTY = / \[\] \[\]$/;
/** The extra behind the context: `[]`, an object, or nothing. */
const EXTRA = /^ ?(?:\[\]|\{[^\n]{0,2000}\})? ?$/;
const MAX_TRIES = 8;

export const monologText: Envelope = {
  id: 'monolog-text',
  title: 'monolog, LineFormatter (also Laravel, Symfony)',
  origin: 'Seldaek/monolog src/Monolog/Formatter/LineFormatter.php; laravel/framework LogManager.php; run at 2.9.1',
  shape: 'text',
  opens: '[',
  heads: true,
  language: 'php',
  examples: [
    ['[2026-11-23T08:46:35.123456+00:00] heron.ERROR: Claude call failed [] []', 'Claude call failed'],
    ['[2026-11-23 08:46:35] production.ERROR: Claude call failed  ', 'Claude call failed  '],
    [
      '[2026-11-23T08:46:35.123456+00:00] heron.ERROR: failed {"exception":"[object] (Heron\\\\Fall(code: 0): too windy\\nat noon)"} []',
      'failed\n[object] (Heron\\Fall(code: 0): too windy\nat noon)',
    ],
    ['[2026-11-23T08:46:35+01:00] heron.INFO: landed {"status":429} {"uid":"a1"}', 'landed'],
  ],
  near: [
    ['[2026-11-23 08:46:35] heron: landed', 'no channel and level'],
    ['[2026-11-23 08:46:35,123] ERROR in app: failed', 'Flask'],
  ],
  unwrap: ({text}, zone) => {
    const found = LINE.exec(text);
    if (!found) return undefined;
    const [prefix, time, channel, level] = found;
    const rest = text.slice(prefix.length);
    const {message, fields} = split(rest);
    const exception = fields && textOf(own(fields, 'exception'));
    return {
      text: exception === undefined ? message : `${message}\n${exception}`,
      // The exception stands in the text.
      ...(fields && {json: {message, context: {...fields, exception: undefined}}}),
      context: context(timedText(time!, zone), {
        level: level!.toLowerCase(),
        logger: channel,
        traceId: fields && traceIdOf(fields),
      }),
    };
  },
};

/** The message and its context, when that is whole: Laravel lets a long one run over lines. */
function split(rest: string): {message: string; fields?: JsonObject} {
  if (EMPTY.test(rest)) return {message: rest.replace(EMPTY, '')};
  let at = -1;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    at = rest.indexOf(' {"', at + 1);
    if (at < 0) break;
    const reading = readJson(rest, at + 1);
    if (reading?.complete && isObject(reading.value) && EXTRA.test(rest.slice(reading.end)))
      return {message: rest.slice(0, at), fields: reading.value};
  }
  return {message: rest};
}
