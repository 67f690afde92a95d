import type {Json, JsonObject} from '../util/json.ts';
import {text as nonEmpty} from '../util/json.ts';
import {readPython} from '../util/literals/index.ts';
import type {Envelope} from './define.ts';
import {context, timedText, withStack} from './facts.ts';
import {traceIdOf} from './trace.ts';

const HEAD =
  /^(?:(\d{4}-\d\d-\d\d[T ][\d:.]{5,18}(?:Z|[+-]\d\d:?\d\d)?) )?\[(debug|info|warning|error|critical|exception|notset) {0,5}\] /;
/** The logger's name in brackets, at the end or before the pairs. */
const LOGGER = /\[([A-Za-z_][\w.]{0,150})\](?= +[A-Za-z_][\w.]{0,80}=| *$)/g;
const PAIR = /( {1,64})([A-Za-z_][\w.]{0,80})=(?=\S)/g;
const QUOTED = /^b?['"]/;
const NUMBER = /^(?:0|-?[1-9]\d{0,14})(?:\.\d{1,9})?$/;
/** A shorter message is padded to this width, so that two blanks mark its end. */
const PADDED = 30;
const MAX_PAIRS = 64;

export const structlogConsole: Envelope = {
  id: 'structlog-console',
  title: 'structlog, ConsoleRenderer',
  origin: 'hynek/structlog src/structlog/dev.py; run at 26.1.0',
  shape: 'text',
  opens: '0-9[',
  heads: true,
  language: 'python',
  examples: [
    [
      '2026-11-24T16:25:57.705550Z [info     ] HTTP Request: POST "HTTP/1.1 200 OK" [httpx2]',
      'HTTP Request: POST "HTTP/1.1 200 OK"',
    ],
    [
      '2026-11-24T16:25:40.334147Z [error    ] call failed                    [nest] trace_id=e3ca8a400b92',
      'call failed',
    ],
    [
      "2026-11-24 16:25:40 [error    ] call failed                    error=\"Error code: 529 - {'a': 'b=1 c=2'}\" request_id=None status=529",
      "call failed\nError code: 529 - {'a': 'b=1 c=2'}",
    ],
    [
      '2026-11-24T16:25:40Z [error    ] call failed                    error=Error code: 529 - {} status=529',
      'call failed\nError code: 529 - {}',
    ],
    [
      "[debug    ] connect_tcp.started host='10.0.0.7' port=443 [httpcore.connection]",
      "connect_tcp.started host='10.0.0.7' port=443",
    ],
  ],
  near: [
    ['2026-11-23T11:31:23.862Z [ERROR] Error in non-streaming fallback', 'Claude Code: capitals, no column'],
    ['2026-11-23 08:46:42,774 [ERROR] heron: Error code: 529', "Python's logging"],
    ['[log_c135c6] connection failed', 'the TypeScript SDK'],
  ],
  unwrap: ({text}, zone) => {
    const head = HEAD.exec(text);
    if (!head) return undefined;
    const rest = text.slice(head[0].length);
    const logger = lastLogger(rest);
    const end = logger?.index ?? endOfEvent(rest);
    const pairs = readPairs(rest, logger === undefined ? end : logger.end);
    const error = nonEmpty(pairs.error) ?? nonEmpty(pairs.err) ?? nonEmpty(pairs.exc);
    return {
      text: withStack(rest.slice(0, end).trimEnd(), error),
      json: pairs,
      context: context(head[1] === undefined ? {} : timedText(head[1], zone), {
        level: head[2],
        logger: logger?.name,
        traceId: traceIdOf(pairs),
      }),
    };
  },
};

/** The last name in brackets that nothing but pairs follow. */
function lastLogger(rest: string): {index: number; end: number; name: string} | undefined {
  let last: {index: number; end: number; name: string} | undefined;
  LOGGER.lastIndex = 0;
  for (let found = LOGGER.exec(rest); found; found = LOGGER.exec(rest))
    last = {index: found.index, end: LOGGER.lastIndex, name: found[1] as string};
  return last;
}

/** Without a logger: the first pair, behind the padding when the message is short. */
function endOfEvent(rest: string): number {
  PAIR.lastIndex = 0;
  for (let found = PAIR.exec(rest); found; found = PAIR.exec(rest)) {
    if (found.index + (found[1] as string).length > PADDED) return found.index;
  }
  return rest.length;
}

/** Values are Python's repr when they have blanks in them; before 23.1 they went bare up to the next pair. */
function readPairs(rest: string, from: number): JsonObject {
  const pairs: Record<string, Json> = Object.create(null);
  PAIR.lastIndex = from;
  for (let count = 0; count < MAX_PAIRS; count++) {
    const found = PAIR.exec(rest);
    if (!found) break;
    const at = PAIR.lastIndex;
    const quoted = QUOTED.test(rest.slice(at, at + 2)) ? readPython(rest, at) : undefined;
    if (quoted?.complete && typeof quoted.value === 'string') {
      pairs[found[2] as string] ??= quoted.value;
      PAIR.lastIndex = quoted.end;
      continue;
    }
    const next = PAIR.exec(rest);
    const end = next?.index ?? rest.length;
    pairs[found[2] as string] ??= bare(rest.slice(at, end).trimEnd());
    PAIR.lastIndex = end;
  }
  return {...pairs};
}

function bare(printed: string): Json {
  if (printed === 'None') return null;
  if (printed === 'True' || printed === 'False') return printed === 'True';
  return NUMBER.test(printed) ? Number(printed) : printed;
}
