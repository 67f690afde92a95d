import {type JsonObject, text} from '../util/json.ts';
import {readPairs} from '../util/logfmt.ts';
import type {Envelope} from './define.ts';
import {context, label, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

const LEVEL = /^[A-Za-z]{3,9}(?:[+-]\d{1,3})?$/;
/** A level and a message somewhere in the head: most lines of other shapes leave here. */
const HEAD = /^[A-Za-z_@][\w.@/-]{0,40}=/;

export const logfmt: Envelope = {
  id: 'logfmt',
  title: "logfmt: level=… msg=… (the text handler of Go's slog, logrus, go-kit, structlog)",
  origin:
    'go-logfmt/logfmt; golang/go src/log/slog/text_handler.go; sirupsen/logrus text_formatter.go; hynek/structlog LogfmtRenderer, run at 26.1.0; all run',
  shape: 'text',
  opens: 'A-Za-z_@',
  heads: true,
  examples: [
    [
      'timestamp=2026-11-24T16:29:28.185730Z level=info logger=httpx event="HTTP Request: POST \\"HTTP/1.1 200 OK\\""',
      'HTTP Request: POST "HTTP/1.1 200 OK"',
    ],
    ['ts=2026-11-24T16:29:28Z level=error msg="call failed" err="Error code: 529"', 'call failed\nError code: 529'],
    ['level=warn msg=retrying attempt=2', 'retrying'],
    [
      'time=2026-11-23T08:46:35.123Z level=ERROR msg="call failed" err="POST \\"/x\\": 529 " nest=7',
      'call failed\nPOST "/x": 529 ',
    ],
    ['time="2026-11-23T08:46:35Z" level=error msg="call failed" error="unexpected EOF"', 'call failed\nunexpected EOF'],
    ['ts=2026-11-23T08:46:35Z caller=nest.go:7 level=error msg=failed', 'failed'],
    ['level=info msg="landed\\tagain"', 'landed\tagain'],
  ],
  near: [
    ['level=error something else msg=failed', 'words between the pairs'],
    ['status=529 model=claude-sonnet-4-5', 'pairs without a level or a message'],
    ['level=529 msg=failed', 'the level is no word'],
    ['time=2026-11-23T08:46:35Z level=error', 'no message'],
    ['level=error msg="call failed', 'cut inside a value'],
    ['time=12 msg=left the nest', 'words without a name'],
    ['INFO:httpx:level=info msg=failed', "Python's logging around it"],
  ],
  unwrap: ({text: line}, zone) => {
    if (!HEAD.test(line)) return undefined;
    const json = readPairs(line);
    const level = json && (text(json.level) ?? text(json.lvl) ?? text(json.severity));
    const message = json && (text(json.msg) ?? text(json.message) ?? text(json.event));
    if (json === undefined || level === undefined || message === undefined || !LEVEL.test(level)) return undefined;
    return {
      text: withStack(message, stackOf(json)),
      json,
      context: context(timed(json.time ?? json.ts ?? json.timestamp, zone), {
        level: level.toLowerCase(),
        logger: text(json.logger) ?? text(json.component),
        traceId: traceIdOf(json),
        pid: label(json.pid),
        thread: label(json.goroutine) ?? text(json.thread),
      }),
    };
  },
};

const stackOf = ({exception, error, err}: JsonObject): string | undefined =>
  text(exception) ?? text(err) ?? text(error);
