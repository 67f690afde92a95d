import {text as nonEmpty} from '../util/json.ts';
import {readPairs} from '../util/logfmt.ts';
import type {Envelope} from './define.ts';
import {context, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

const HEAD = /^(?:time|ts|level|lvl)=/;

export const logfmt: Envelope = {
  id: 'logfmt',
  title: "logfmt: the text handler of Go's slog, logrus, go-kit",
  origin: 'golang/go src/log/slog/text_handler.go; sirupsen/logrus text_formatter.go; both run',
  shape: 'text',
  opens: 'lt',
  heads: true,
  language: 'go',
  examples: [
    [
      'time=2026-11-23T08:46:35.123Z level=ERROR msg="call failed" err="POST \\"/x\\": 529 " nest=7',
      'call failed\nPOST "/x": 529 ',
    ],
    ['time="2026-11-23T08:46:35Z" level=error msg="call failed" error="unexpected EOF"', 'call failed\nunexpected EOF'],
    ['ts=2026-11-23T08:46:35Z caller=nest.go:7 level=error msg=failed', 'failed'],
    ['level=info msg="landed\\tagain"', 'landed\tagain'],
  ],
  near: [
    ['time=2026-11-23T08:46:35Z level=error', 'no message'],
    ['level=error msg="call failed', 'cut inside a value'],
    ['time=12 msg=left the nest', 'words without a name'],
  ],
  unwrap: ({text}, zone) => {
    const pairs = HEAD.test(text) ? readPairs(text) : undefined;
    const level = pairs && (nonEmpty(pairs.level) ?? nonEmpty(pairs.lvl));
    if (!pairs || level === undefined || pairs.msg === undefined) return undefined;
    return {
      text: withStack(String(pairs.msg), nonEmpty(pairs.err) ?? pairs.error),
      json: pairs,
      context: context(timed(pairs.time ?? pairs.ts, zone), {
        level: level.toLowerCase(),
        logger: nonEmpty(pairs.logger) ?? nonEmpty(pairs.component),
        traceId: traceIdOf(pairs),
      }),
    };
  },
};
