import {type JsonObject, text as nonEmpty} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, timed, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

const LEVEL = /^(?:trace|debug|info|warn|warning|error|dpanic|panic|fatal)$/;
const SLOG_LEVEL = /^(?:DEBUG|INFO|WARN|ERROR)(?:[+-]\d{1,3})?$/;

export const goJson: Envelope = {
  id: 'go-json',
  title: "JSON of Go's slog, zap, zerolog and logrus",
  origin:
    'golang/go src/log/slog/json_handler.go; uber-go/zap config.go; rs/zerolog globals.go; sirupsen/logrus json_formatter.go; all run',
  shape: 'json',
  names: ['level'],
  heads: true,
  language: 'go',
  examples: [
    [
      '{"time":"2026-11-23T08:46:35.123456789Z","level":"ERROR","msg":"call failed","err":"POST \\"/x\\": 529 ","trace_id":"4bf9"}',
      'call failed\nPOST "/x": 529 ',
    ],
    [
      '{"level":"error","ts":1795423595.99,"caller":"nest/main.go:41","msg":"call failed","error":"unexpected EOF","stacktrace":"main.main"}',
      'call failed\nunexpected EOF\nmain.main',
    ],
    [
      '{"level":"error","error":"unexpected EOF","time":"2026-11-23T08:46:35Z","message":"call failed"}',
      'call failed\nunexpected EOF',
    ],
    ['{"level":"info","msg":"landed","time":"2026-11-23T08:46:35Z"}', 'landed'],
  ],
  near: [
    ['{"level":"error","message":"landed","timestamp":"2026-11-23T08:46:35Z"}', 'winston'],
    ['{"level":"error","time":1795423407990,"pid":412,"hostname":"reed-2","msg":"landed"}', 'pino with labels'],
    [
      '{"level":"ERROR","message":"landed","timestamp":"2026-11-23T08:46:35Z","logger":"nest"}',
      'a JSON formatter of Python',
    ],
    ['{"event":"landed","level":"error","time":"2026-11-23T08:46:35Z"}', 'no message'],
  ],
  unwrap: ({json}, zone) => {
    const time = json && timeIn(json);
    const message = json && (nonEmpty(json.msg) ?? nonEmpty(json.message));
    if (!json || time === undefined || message === undefined) return undefined;
    return {
      text: withStack(withStack(message, nonEmpty(json.err) ?? nonEmpty(json.error)), nonEmpty(json.stacktrace)),
      json,
      context: context(timed(time, zone), {
        level: (json.level as string).toLowerCase(),
        logger: nonEmpty(json.logger),
        traceId: traceIdOf(json),
      }),
    };
  },
};

/** The time under the name that goes with the form of the level and the name of the message. */
function timeIn(json: JsonObject) {
  const {level, time, ts} = json;
  if (typeof level !== 'string' || json.pid !== undefined || json.timestamp !== undefined) return undefined;
  if (SLOG_LEVEL.test(level)) return typeof time === 'string' && json.msg !== undefined ? time : undefined;
  if (!LEVEL.test(level)) return undefined;
  return json.msg === undefined ? time : (ts ?? time);
}
