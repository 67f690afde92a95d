import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';

const FAILED = /\b(?:claude|anthropic)\b[\w ]{0,24}\b(?:call|request)\b[\w ]{0,12}\bfailed\b:? ?([^\n]*)/i;
const LEVELS = /^(?:error|critical|fatal)$/;

/** `Claude call failed: …`, said by a logger at error level; prose and lower levels are no evidence. */
export function readWords(frame: Frame): Evidence | undefined {
  if (!LEVELS.test(frame.context.level ?? '')) return undefined;
  const found = FAILED.exec(frame.text);
  if (!found) return undefined;
  const message = found[1]?.trim();
  return {row: 'app.words', phase: 'end', error: {...(message && {message})}};
}
