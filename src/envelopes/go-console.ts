import {isObject, text as nonEmpty, parseObject} from '../util/json.ts';
import {readPairs} from '../util/logfmt.ts';
import type {Envelope} from './define.ts';
import {context, timedText, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

const COLOUR = /\x1b\[[\d;]{0,12}m/g;
/** zap: tabs between time, level, logger, caller and message, and the fields as JSON behind it. */
const ZAP =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d))\t(DEBUG|INFO|WARN|ERROR|DPANIC|PANIC|FATAL|debug|info|warn|error|dpanic|panic|fatal)\t/;
const ZAP_CALLER = /^[\w./@-]{1,300}\.go:\d{1,6}$/;
const ZAP_LOGGER = /^[\w.-]{1,100}$/;
/** zerolog: the level in three letters, and the fields as pairs behind the message. */
const ZEROLOG =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)|\d{1,2}:\d\d[AP]M) (TRC|DBG|INF|WRN|ERR|FTL|PNC) (?:[\w./@-]{1,300}\.go:\d{1,6} > )?/;
const FIRST_PAIR = / (?=[A-Za-z_][\w.]{0,127}=)/g;
const LEVELS: Readonly<Record<string, string>> = {
  TRC: 'trace',
  DBG: 'debug',
  INF: 'info',
  WRN: 'warn',
  ERR: 'error',
  FTL: 'fatal',
  PNC: 'panic',
};

export const goConsole: Envelope = {
  id: 'go-console',
  title: 'The consoles of zap and zerolog',
  origin: 'uber-go/zap zapcore/console_encoder.go; rs/zerolog console.go; both run',
  shape: 'text',
  opens: '0-9\\x1b',
  heads: true,
  language: 'go',
  examples: [
    [
      '2026-11-23T08:46:35.123Z\tERROR\tnest/main.go:41\tcall failed\t{"error": "unexpected EOF"}',
      'call failed\nunexpected EOF',
    ],
    ['2026-11-23T08:46:35.123+0100\tINFO\theron\tlanded', 'landed'],
    ['2026-11-23T08:46:35Z ERR call failed error="POST \\"/x\\": 529 " nest=7', 'call failed\nPOST "/x": 529 '],
    ['\u001b[90m8:46AM\u001b[0m \u001b[32mINF\u001b[0m landed', 'landed'],
  ],
  near: [
    ['2026-11-23T08:46:35Z ERROR call failed', 'a level in full, and no tabs'],
    ['2026-11-23T08:46:35Z\tlanded\tagain', 'tabs, but no level'],
    ['8:46AM the heron landed', 'a time and prose'],
  ],
  unwrap: ({text: raw}, zone) => {
    const text = raw.charCodeAt(0) === 27 ? raw.replace(COLOUR, '') : raw;
    const zap = ZAP.exec(text);
    if (zap) return zapOf(text.slice(zap[0].length), timedText(zap[1]!, zone), zap[2]!.toLowerCase());
    const found = ZEROLOG.exec(text);
    return found ? zerologOf(text, found, found[1]!.endsWith('M') ? {} : timedText(found[1]!, zone)) : undefined;
  },
};

function zapOf(rest: string, time: ReturnType<typeof timedText>, level: string) {
  const parts = rest.split('\t', 8);
  const logger = parts.length > 1 && ZAP_LOGGER.test(parts[0]!) ? parts.shift() : undefined;
  if (parts.length > 1 && ZAP_CALLER.test(parts[0]!)) parts.shift();
  const message = parts[0] ?? '';
  const fields = parts.length > 1 ? parseObject(parts.slice(1).join('\t')) : undefined;
  if (!isObject(fields)) return {text: parts.join('\t'), context: context(time, {level, logger})};
  return {
    text: withStack(message, nonEmpty(fields.error) ?? fields.err),
    json: {msg: message, ...fields},
    context: context(time, {level, logger, traceId: traceIdOf(fields)}),
  };
}

function zerologOf(text: string, [head, , letters]: RegExpExecArray, time: ReturnType<typeof timedText>) {
  const level = LEVELS[letters as string];
  FIRST_PAIR.lastIndex = head.length - 1;
  const pair = FIRST_PAIR.exec(text);
  const pairs = pair && readPairs(text, pair.index + 1);
  if (!pair || !pairs) return {text: text.slice(head.length), context: context(time, {level})};
  const message = text.slice(head.length, Math.max(pair.index, head.length));
  return {
    text: withStack(message, nonEmpty(pairs.error) ?? pairs.err),
    json: {msg: message, ...pairs},
    context: context(time, {level, traceId: traceIdOf(pairs)}),
  };
}
