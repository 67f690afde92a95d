import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {defineDialect} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';
import {withoutColours} from '../zap.ts';

const DONE = /^--> POST (\S{1,2048}) (\d{3}) (\d{1,9})(ms|s)$/;
const MS = 1000;

/** Relays on Hono: copilot-api and its kin. */
export default defineDialect({
  id: 'copilot-api',
  title: "Hono's access line, in front of copilot-api and other small relays",
  origin: 'honojs/hono src/middleware/logger/index.ts; ericc-ch/copilot-api 0.7.0 src/server.ts',
  keywords: ['--> POST /'],
  rows: [{id: 'hono.access', title: 'the access line', marks: ['--> POST /'], read: readDone}],
});

function readDone({text}: Frame): Evidence | undefined {
  const found = DONE.exec(withoutColours(text).trim());
  if (!found) return undefined;
  const [, path = '', status, took, unit] = found;
  if (!isClaudeUrl(path)) return undefined;
  return {
    row: 'hono.access',
    phase: 'end',
    server: {part: 'access'},
    about: 'claude',
    url: path,
    status,
    totalMs: Number(took) * (unit === 's' ? MS : 1),
  };
}
