import {envelopes} from '../envelopes/index.ts';
import {goesOnFromAbove, isHeader, isStatusLine, isTraceback, type Line} from '../framing/index.ts';

export interface Hold {
  readonly keep: (line: Line) => void;
  /** True when a line that passed the gate belongs to the lines above: it goes on from them, ends a Python stack, is a header, or the message of a lone head. */
  readonly endsIn: (text: string) => boolean;
  /** The lines kept since the last one that began a paragraph; they are the caller's now. */
  readonly take: () => Line[];
  /** Lets them go as no part of a call. */
  readonly drop: () => void;
}

/** More lines than this above a keyword are not its beginning. */
const MAX_HELD = 200;

/**
 * Keeps the lines that the gate turned away until the next paragraph: a keyword in an indented line reclaims the line
 * that the entry began with.
 */
export function createHold(leave: (line: Line) => void): Hold {
  let held: Line[] = [];
  let stack = false;
  /** The head of an answer stands above. */
  let status = false;
  /** The line above is the head of an entry and nothing else. */
  let head = false;

  const drop = (): void => {
    if (held.length === 0) return;
    for (const line of held) leave(line);
    held = [];
    stack = false;
    status = false;
    head = false;
  };

  return {
    keep(line) {
      const start = innerStart(line.text);
      const text = innerText(line.text, start);
      if (held.length >= MAX_HELD || !(isIndented(text) || goesOnFromAbove(text) || (status && isHeader(text)))) drop();
      stack ||= isTraceback(text);
      status ||= isStatusLine(text);
      head = HEADS_ALONE.some((isHeadAlone) => isHeadAlone(line.text, start));
      held.push(line);
    },
    endsIn: (text) => stack || head || goesOnFromAbove(text) || (status && isHeader(text)),
    take() {
      const lines = held;
      held = [];
      stack = false;
      status = false;
      head = false;
      return lines;
    },
    drop,
  };
}

/** What a transport wraps, as far as it shows without parsing: enough to see whether a line goes on. */
function innerText(line: string, start: number): string {
  if (start === 0) return line;
  return line.startsWith('\\t', start) ? `\t${line.slice(start + 2)}` : line.slice(start);
}

function innerStart(line: string): number {
  for (const inside of INSIDE) {
    const start = inside(line);
    if (start > 0) return start;
  }
  return 0;
}

const HEADS_ALONE = envelopes.flatMap(({isHeadAlone}) => (isHeadAlone ? [isHeadAlone] : []));
const INSIDE = envelopes.flatMap(({inside}) => (inside ? [inside] : []));
const BLANK = 32;
const TAB = 9;

function isIndented(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === BLANK || first === TAB;
}
