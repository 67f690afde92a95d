import type {Envelope, Unwrapped} from './define.ts';
import {context, type Facts, timedText} from './facts.ts';
import {readGlued, readParts} from './python-parts.ts';
import type {Parts} from './python-words.ts';

/** `asctime` as logging, loguru and gunicorn print it; a `Z` behind it is another language's. */
const TIME = /(\[)?((?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?[+-]\d\d:?\d\d)?)(?![\w.,]|:\d)/y;
/** Django's usual format puts the level in front. */
const FIRST = /^\[?(DEBUG|INFO|WARNING|ERROR|CRITICAL)\]?:? +(?=\[?\d)/;
/** A file of Go behind the level: CLIProxyAPI and its kin. */
const GO = /^\[.{0,80}\[[\w.-]{1,80}\.go:\d{1,6}\] /;
/** Flask's default format puts the module behind the level. */
const FLASK = /in ([A-Za-z_]\w{0,100}): /y;

export const pythonLogging: Envelope = {
  id: 'python-logging',
  title: "Python's logging, text formats (also loguru, Celery, gunicorn, Flask, Django)",
  origin: 'python/cpython Lib/logging/__init__.py; anthropics/anthropic-sdk-python src/anthropic/_utils/_logs.py',
  shape: 'text',
  opens: '0-9A-Z[',
  heads: true,
  language: 'python',
  examples: [
    ['INFO:httpx:HTTP Request: POST "HTTP/1.1 529 "', 'HTTP Request: POST "HTTP/1.1 529 "'],
    ['[2026-11-23 08:46:35 - httpx:1025 - INFO] HTTP Request: POST', 'HTTP Request: POST'],
    ['2026-11-23 08:46:42,774 - httpx - INFO - 1 retry left - really', '1 retry left - really'],
    ['2026-11-23 08:46:42,774 - WARNING - heron.nest - Error code: 529', 'Error code: 529'],
    ['2026-11-23 08:46:42,774 ERROR [MainThread] heron.nest: Error code: 529', 'Error code: 529'],
    ['2026-11-23 08:46:42,774 [ERROR] heron: Error code: 529', 'Error code: 529'],
    ['2026-11-23 08:46:42,774 ERROR [heron] [trace_id=4bf9 span_id=00f0] Error code: 529', 'Error code: 529'],
    ['2026-11-23 08:46:42,774 DEBUG anthropic._base_client 1 retry left', '1 retry left'],
    ['2026-11-23 08:46:42,774 DEBUG request_id: req_1', 'request_id: req_1'],
    [
      '2026-11-23 08:46:56.104 | INFO     | httpx._client:_send_single_request:1025 - HTTP Request: POST',
      'HTTP Request: POST',
    ],
    [
      '2026-11-23 08:46:42.890 INFO [Dummy-2] [_client.py:1025] c23cb653133fa7faacca4a17e4e4a020 - HTTP Request',
      'HTTP Request',
    ],
    ['2026-11-23 08:46:42.890 ERROR (MainThread) [homeassistant.core] failed', 'failed'],
    ['2026-11-23 08:46:42,774 [Thread-1 (land)] [INFO ] heron: HTTP Request', 'HTTP Request'],
    ['2026-11-23 08:46:42,774:ERROR:heron:Error code: 529', 'Error code: 529'],
    ['INFO 2026-11-23 08:46:42,774 heron.nest 1 retry left', '1 retry left'],
    ['08:46:35 - LiteLLM Proxy:ERROR: proxy_server.py:12 - failed', 'failed'],
    ['[2026-11-23 08:46:35,123: WARNING/ForkPoolWorker-8] failed', 'failed'],
    ['[2026-11-23 08:46:35 +0000] [12] [INFO] Booting worker', 'Booting worker'],
    ['[2026-11-23 08:46:35,123] ERROR in app: Exception on /chat [POST]', 'Exception on /chat [POST]'],
  ],
  near: [
    ['INFO: --> POST https://api.anthropic.com/v1/messages', 'java.util.logging: no logger behind the level'],
    ['2026-11-23T11:31:23.862Z [ERROR] Error in non-streaming fallback', 'Claude Code: a time of JavaScript'],
    ['2026-11-23 08:52:54.803 [main] ERROR com.heron.Nest - Claude call failed', 'logback'],
    ['2026-11-23T17:33:17.498+08:00 ERROR 11752 --- [nio-8083-exec-4] o.a.Nest : failed', 'Spring Boot'],
    ['2026-11-23 08:46:35 Error calling the API', 'no level, only a word like one'],
    ['[2026-11-23 08:46:35] [aa3b592d] [warn ] [gin_logger.go:95] 529 |', 'a relay written in Go'],
    ['2026-11-23T08:46:35+08:00\tINFO\tone-api.gin\tready', "zap's console: tabs"],
  ],
  unwrap: ({text}, zone) => {
    const basic: Parts = {start: 0};
    if (/^[A-Z]{4}/.test(text) && readGlued(basic, text)) return unwrapped(text, basic, {});
    const first = FIRST.exec(text);
    TIME.lastIndex = first?.[0].length ?? 0;
    const time = TIME.exec(text);
    const parts = time && readParts(text, TIME.lastIndex, time[1] !== undefined, first?.[1]);
    if (!parts || GO.test(text)) return undefined;
    FLASK.lastIndex = parts.start;
    const flask = parts.logger === undefined ? FLASK.exec(text) : null;
    if (flask) Object.assign(parts, {logger: flask[1], start: FLASK.lastIndex});
    return unwrapped(text, parts, timedText(time[2]!, zone));
  },
};

function unwrapped(text: string, parts: Parts, time: Facts): Unwrapped {
  return {text: text.slice(parts.start), context: context(time, parts)};
}
