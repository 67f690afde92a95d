import {text as nonEmpty} from '../util/json.ts';
import {readPairs} from '../util/logfmt.ts';
import type {Envelope, Unwrapped} from './define.ts';
import {context, timedText, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

const LINE =
  /^(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d(?:\.\d{6})?) (?!\[\w{1,8}\] \d{1,8}#)(?:[\w./-]{1,200}\.go:\d{1,6}: )?/;
/** slog without a handler of its own prints through log: the level, the message and its pairs. */
const SLOG = /(DEBUG|INFO|WARN|ERROR)(?:[+-]\d{1,3})? /y;
const FIRST_PAIR = / (?=[A-Za-z_][\w.]{0,127}=)/g;

export const goLog: Envelope = {
  id: 'go-log',
  title: "Go's standard log, also slog's default handler",
  origin: 'golang/go src/log/log.go, src/log/slog/handler.go; run at Go 1.26',
  shape: 'text',
  opens: '0-9',
  heads: true,
  language: 'go',
  examples: [
    ['2026/11/23 08:46:35 call failed: EOF', 'call failed: EOF'],
    ['2026/11/23 08:46:35.123456 nest/main.go:41: call failed', 'call failed'],
    ['2026/11/23 08:46:35 ERROR call failed err="POST \\"/x\\": 529" nest=7', 'call failed\nPOST "/x": 529'],
    ['2026/11/23 08:46:35 Request Content:', 'Request Content:'],
  ],
  near: [
    ['2026/11/23 08:46:35 [error] 31#31: *7 upstream timed out', 'the error log of nginx'],
    ['2026-11-23 08:46:35 call failed', 'dashes: another logger'],
  ],
  unwrap: ({text}, zone) => {
    const found = LINE.exec(text);
    if (!found) return undefined;
    const [head, year, month, day, clock] = found;
    const time = timedText(`${year}-${month}-${day} ${clock}`, zone);
    return structured(text, head.length, time) ?? {text: text.slice(head.length), context: context(time)};
  },
};

function structured(text: string, at: number, time: ReturnType<typeof timedText>): Unwrapped | undefined {
  SLOG.lastIndex = at;
  const level = SLOG.exec(text)?.[1];
  if (level === undefined) return undefined;
  FIRST_PAIR.lastIndex = at;
  const pair = FIRST_PAIR.exec(text);
  const pairs = pair && readPairs(text, pair.index + 1);
  if (!pair || !pairs)
    return {text: text.slice(at + level.length + 1), context: context(time, {level: level.toLowerCase()})};
  const message = text.slice(at + level.length + 1, pair.index);
  return {
    text: withStack(message, nonEmpty(pairs.err) ?? pairs.error),
    json: {msg: message, ...pairs},
    context: context(time, {level: level.toLowerCase(), traceId: traceIdOf(pairs)}),
  };
}
