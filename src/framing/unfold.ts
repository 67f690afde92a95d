import type {Wrap} from './frame.ts';

/** rich draws a box around a stack; below it stands the exception. */
const BOX = /^[╭│╰]/;
const PLACE = /^│( \/[^│\n]{1,400}\.py:\d{1,6} in [^\s│]{1,100})(?= )/;

/** The text of a frame: its lines, put together again where they were broken to fit a width. */
export function textOf(texts: readonly string[], wrap: Wrap | undefined, boxed: boolean): string {
  if (wrap) return unfold(texts, wrap);
  return boxed ? unfoldBlanks(texts) : texts.join('\n');
}

/**
 * Takes a column's line breaks back. A word that would have fitted behind the line above was on a line of its own; a
 * line that is one word as wide as the column was cut inside it; any other break stands for a blank.
 */
function unfold([first = '', ...rest]: readonly string[], {indent, width}: Wrap): string {
  let text = first;
  let above = first;
  for (const line of rest) {
    const inner = line.slice(0, indent).trim() === '' ? line.slice(indent).trimEnd() : line.trim();
    text += between(above, inner, width) + inner;
    above = inner;
  }
  return text;
}

function between(above: string, line: string, width: number): string {
  const word = /^\S+/.exec(line)?.[0];
  if (word === undefined || above.length + 1 + word.length <= width) return '\n';
  return above.length === width && !/\s/.test(above.trimStart()) ? '' : ' ';
}

/** What rich prints outside of a column breaks behind a blank, which it leaves at the end of the line. */
function unfoldBlanks(texts: readonly string[]): string {
  let joined = '';
  for (const [index, line] of texts.entries()) {
    const above = texts[index - 1];
    joined += above === undefined || wasWrapped(above) ? line : `\n${line}`;
  }
  return joined;
}

export const isBox = (text: string): boolean => BOX.test(text);

/** Of a box only the places of its stack are kept: the rest is source code and values of variables, which is content. */
export const withoutBox = (text: string): string | undefined => (isBox(text) ? PLACE.exec(text)?.[1] : text);

export const wasWrapped = (text: string): boolean => text.endsWith(' ') && !text.startsWith(' ');
