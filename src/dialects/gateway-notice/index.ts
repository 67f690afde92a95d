import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {defineDialect} from '../define.ts';

/** Claude Code names the gateway only when its base URL is not Anthropic's. */
const NOTICE =
  /API Error: (\d{3}) ([\s\S]{1,2000}?)\.? This is a server-side issue[\s\S]{0,200}? check your inference gateway \(([\w.:[\]-]{1,255})\)/;

export default defineDialect({
  id: 'gateway-notice',
  title: "Claude Code's advice to look at the gateway in front",
  origin: 'what Claude Code 2 prints behind a base URL of somebody else',
  keywords: ['check your inference gateway ('],
  rows: [{id: 'gateway.notice', title: 'the notice', marks: ['check your inference gateway ('], read: readNotice}],
});

function readNotice({text}: Frame): Evidence | undefined {
  const found = NOTICE.exec(text);
  if (!found) return undefined;
  const [, status, words = ''] = found;
  return {
    row: 'gateway.notice',
    phase: 'end',
    status,
    ...(words.includes('{') ? {errorText: words} : {error: {message: words.trim()}}),
  };
}
