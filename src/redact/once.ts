import {copyOf, createMemory} from '../util/memory.ts';

/** Longer texts are one of a kind. */
const MAX_LENGTH = 96;
const MAX_KNOWN = 512;

/** Judges a text that a log repeats once; long ones are not remembered. */
export function once(judge: (text: string) => string): (text: string) => string {
  const known = createMemory<string>(MAX_KNOWN);
  const remember = (text: string, answer: string): void => known.set(text, answer === text ? copyOf(text) : answer);
  return (text) => {
    const before = text.length > MAX_LENGTH ? undefined : known.get(text);
    if (before !== undefined) return before;
    const answer = judge(text);
    if (text.length <= MAX_LENGTH) remember(text, answer);
    return answer;
  };
}
