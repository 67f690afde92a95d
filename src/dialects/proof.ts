import type {Frame} from '../framing/frame.ts';

/** Words that tie a line to Claude: the SDKs' names, their paths in a stack, the models, the API's host and ids. */
const WORDS = /anthropic|claude|\breq_01[1-9A-HJ-NP-Za-km-z]{18}/i;
/** How far a line is searched: names stand in front, and a hostile line must stay cheap. */
const MAX_TEXT = 16_384;

/** True when the frame itself shows that it is about Claude, in its text or its logger's name. */
export function speaksOfClaude(frame: Frame): boolean {
  if (WORDS.test(frame.text.length > MAX_TEXT ? frame.text.slice(0, MAX_TEXT) : frame.text)) return true;
  return frame.context.logger !== undefined && WORDS.test(frame.context.logger);
}
