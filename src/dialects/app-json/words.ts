import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';

const FAILED = /\b(?:claude|anthropic)\b[\w ]{0,24}\b(?:call|request)\b[\w ]{0,12}\bfailed\b:? ?([^\n]*)/i;
/** The message of an SDK's error begins with the status. */
const STATUS = /^(?:([45]\d\d) (?=[A-Z]))?(.*)$/i;
const LEVELS = /^(?:error|critical|fatal)$/;

/** `Claude call failed: …`, said by a logger at error level; prose and lower levels are no evidence. */
export function readWords(frame: Frame): Evidence | undefined {
  if (!LEVELS.test(frame.context.level ?? '')) return undefined;
  const found = FAILED.exec(frame.text);
  if (!found) return undefined;
  const [, status, message = ''] = STATUS.exec(found[1]?.trim() ?? '') ?? [];
  return {
    row: 'app.words',
    phase: 'end',
    ...(status !== undefined && {status}),
    error: {...(message !== '' && {message})},
  };
}
