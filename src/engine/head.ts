/** How far back the last whole word of a cut line is looked for. */
const MAX_WORD = 4096;

/** The head of a cut line without the word that the cut went through: half a key is no key to any rule. */
export function wholeWords(text: string): string {
  let end = text.length;
  const stop = Math.max(0, end - MAX_WORD);
  while (end > stop && !/[\s"',;(){}[\]<>]/.test(text[end - 1] as string)) end--;
  return text.slice(0, end);
}
