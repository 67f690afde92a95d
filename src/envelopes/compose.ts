import type {Envelope} from './define.ts';
import {context, source, timedText} from './facts.ts';

const PREFIX =
  /^(?:\x1b\[[\d;]{0,12}m)?([A-Za-z0-9][\w.-]{0,127})(?:@([\w.-]{1,255}))?([ \t]{1,128})\|(?:\x1b\[[\d;]{0,12}m)?(?:[ \t]|$)(?:\x1b\[0?m)?/;
/** `--timestamps` prints exactly nine digits; applications do not. */
const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}(?:Z|[+-]\d\d:\d\d))(?: |$)/;
const NUMBERED = /[-_.]\d{1,4}$|\.\d{1,4}\.[a-z\d]{25}$/;
const LEVEL = /^(?:trace|debug|info|success|notice|warn|warning|error|critical|fatal)$/i;

export const compose: Envelope = {
  id: 'compose',
  title: 'docker compose logs, docker service logs',
  origin: 'docker/compose cmd/formatter/logs.go',
  shape: 'text',
  opens: '0-9A-Za-z\\x1b',
  examples: [
    ['heron-api-1  | ERROR:heron:Error code: 529', 'ERROR:heron:Error code: 529'],
    ['heron_1 |     at Heron.land (heron.js:3:7)', '    at Heron.land (heron.js:3:7)'],
    ['one-relay  | 2026-11-23T08:46:35+08:00\tINFO\tready', '2026-11-23T08:46:35+08:00\tINFO\tready'],
    ['heron-api-1\t| API Error: Connection error', 'API Error: Connection error'],
    ['heron-api-1  | 2026-11-23T09:46:35.123456789+01:00 API Error (529)', 'API Error (529)'],
    ['\u001b[36mheron-api-1  | \u001b[0mConnection error.', 'Connection error.'],
    ['heron_api.1.qp8x2mv7k1zt4n9c0w3b5d6fa@reed-2    | {"level":30}', '{"level":30}'],
  ],
  near: [
    ['INFO     | heron - landed', 'a level, not a service'],
    ['model | claude-sonnet-4-5', 'a table: compose puts two blanks behind a name without a number'],
    ['heron-1  || true', 'a shell command'],
  ],
  unwrap: ({text}, zone) => {
    const found = PREFIX.exec(text);
    if (!found) return undefined;
    const [prefix, container, host, gap] = found;
    if (LEVEL.test(container!)) return undefined;
    if (gap!.length < 2 && gap !== '\t' && !NUMBERED.test(container!)) return undefined;
    const rest = text.slice(prefix.length);
    const stamp = STAMP.exec(rest);
    return {
      text: stamp ? rest.slice(stamp[0].length) : rest,
      context: stamp ? context(timedText(stamp[1]!, zone)) : {},
      source: source({container, host}),
    };
  },
};
