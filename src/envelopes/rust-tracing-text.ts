import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';
import {traceIdIn} from './trace.ts';

const COLOUR = /\x1b\[[\d;]{0,12}m/g;
const HEAD =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,9}(?:Z|[+-]\d\d:\d\d)) {1,2}(TRACE|DEBUG|INFO|WARN|ERROR) +(?:(?:[\w.-]{1,64} +)?ThreadId\(\d{1,9}\) )?/;
const PATH = '[A-Za-z_][\\w<>-]{0,80}(?:::[\\w<>{}#-]{1,80}){0,12}';
/** Spans, the outer one first: `land{id=7}:nest: `. Without fields a span looks like a target: then a path must follow. */
const SPANS = new RegExp(`(?:${PATH}(?:\\{[^{}\\n]{0,2000}\\})?:){1,16} (?=${PATH}: )`, 'y');
const PLAIN_SPANS = new RegExp(`(?:${PATH}:){1,16} (?=[A-Za-z_]\\w{0,80}::[\\w:]{1,200}: )`, 'y');
const TARGET = new RegExp(`(${PATH}): `, 'y');
const FILE = /[\w./\\@-]{1,300}\.rs:\d{1,7}: /y;

export const rustTracingText: Envelope = {
  id: 'rust-tracing-text',
  title: "Rust's tracing, text (full and compact)",
  origin: 'tokio-rs/tracing tracing-subscriber/src/fmt/format/mod.rs; run at tracing-subscriber 0.3.23',
  shape: 'text',
  opens: '0-9\\x1b',
  heads: true,
  language: 'rust',
  examples: [
    ['2026-11-23T08:46:35.647350Z ERROR goose::providers: failed: too windy', 'failed: too windy'],
    ['2026-11-23T08:46:35.647350Z  INFO land{request_id=7 bird=heron}: heron::nest: landed', 'landed'],
    ['2026-11-23T08:46:35.647350Z  WARN land{id=7}:nest{}: heron: error: too windy', 'error: too windy'],
    ['2026-11-23T08:46:35.647350Z DEBUG land: reqwest::connect: starting', 'starting'],
    [
      '2026-11-23T08:46:35.647350Z DEBUG tokio-rt-worker ThreadId(03) reqwest::connect: /srv/reqwest-0.12.28/src/connect.rs:929: starting',
      'starting',
    ],
    [
      '\u001b[2m2026-11-23T08:46:35.647350Z\u001b[0m \u001b[31mERROR\u001b[0m \u001b[2mheron\u001b[0m\u001b[2m:\u001b[0m landed',
      'landed',
    ],
  ],
  near: [
    ['2026-11-23T08:46:35.123Z [ERROR] Connection error.', 'a level in brackets'],
    ['2026-11-23T08:46:35.647350Z ERROR landed', 'no target'],
    ['2026-11-23T08:46:35+08:00\tINFO\tone-api.gin\tready', "zap's console"],
  ],
  unwrap: ({text: whole}, zone) => {
    const text = whole.charCodeAt(0) === 27 ? whole.replace(COLOUR, '') : whole;
    const head = HEAD.exec(text);
    if (!head) return undefined;
    const spans = spansAt(text, head[0].length);
    TARGET.lastIndex = head[0].length + (spans?.length ?? 0);
    const target = TARGET.exec(text);
    if (!target) return undefined;
    FILE.lastIndex = TARGET.lastIndex;
    return {
      text: text.slice(FILE.test(text) ? FILE.lastIndex : TARGET.lastIndex),
      context: context(timedText(head[1]!, zone), {
        level: head[2]!.toLowerCase(),
        logger: target[1],
        traceId: spans === undefined ? undefined : traceIdIn(spans.replaceAll('"', '')),
      }),
    };
  },
};

function spansAt(text: string, at: number): string | undefined {
  SPANS.lastIndex = at;
  const found = SPANS.exec(text)?.[0];
  if (found?.includes('{')) return found;
  PLAIN_SPANS.lastIndex = at;
  return PLAIN_SPANS.exec(text)?.[0];
}
