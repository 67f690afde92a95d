import {createShortMemory} from '../util/memory.ts';

/** Longer texts are one of a kind. */
const MAX_LENGTH = 96;
const MAX_KNOWN = 512;

/** Judges a text that a log repeats once; long ones are not remembered. */
export function once(judge: (text: string) => string): (text: string) => string {
  const known = createShortMemory<string>(MAX_KNOWN);
  return (text) => {
    if (text.length > MAX_LENGTH) return judge(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = judge(text);
    known.set(text, answer);
    return answer;
  };
}
