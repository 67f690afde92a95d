import {ahead, type Cursor, stop} from './reader.ts';

/** `TypeError: …`, `Error [CODE]: …`, `APICallError [AI_APICallError]: …`, or a name alone with its stack below. */
const HEAD = /[A-Z_$][\w$.]{0,200}(?: \[[^\]\n]{1,200}\])?(?=: |:\r?\n|\r?\n[ \t]{0,200}at )/y;
const NAMED_ERROR = /[\w$.]{0,200}(?:Error|Exception)(?: \[[^\]\n]{1,200}\])?:/y;
const FRAME = /[ \t]{0,400}(?:at |\.\.\. \d+ lines matching )/y;
/** axios adds the stack of the cause below its own, at the left edge. */
const CAUSED = /[ \t]{0,400}caused by: /iy;
const PROPERTY = /[ \t]{0,400}(?:[\w$]{1,200}|'[^'\n]{1,200}'|\[[^\]\n]{1,200}\]):/y;
const CLOSER = /[ \t]{0,400}[}\])]/y;
const INDENT = /[ \t]{0,400}/y;
/** How far a message may go on before its stack. A bound, so that many heads without a stack stay linear. */
const MAX_MESSAGE_LINES = 50;

/**
 * Reads over an error's message and stack and answers the first line. The cursor ends before the `{` of its
 * properties, or behind the stack. Undefined: no error is here, or, with the cursor stopped, one that cannot be told
 * from prose. It must stop: looking for the stack goes beyond the line, and may not happen again in the same line.
 */
export function errorHead(c: Cursor): string | undefined {
  if (!ahead(c, HEAD)) return undefined;
  const {text, pos} = c;
  const stack = stackStart(text, pos, indentAt(c));
  if (stack === undefined && !(c.depth > 0 && ahead(c, NAMED_ERROR))) return stop(c);
  const first = trimmed(text, lineEnd(text, pos));
  const end = stack === undefined ? first : trimmed(text, stackEnd(text, stack));
  const block = text.startsWith(' {', end - 2) && (stack !== undefined || at(PROPERTY, text, lineEnd(text, end) + 1));
  if (stack === undefined && !block) c.whole = false;
  c.pos = block ? end - 1 : withoutComma(text, end);
  return text.slice(pos, stack === undefined ? c.pos : first).trimEnd();
}

function stackEnd(text: string, stack: number): number {
  let end = stack;
  while (end < text.length && (at(FRAME, text, end + 1) || at(CAUSED, text, end + 1))) end = lineEnd(text, end + 1);
  return end;
}

/** The end of the line before the first stack frame; undefined when the message ends without one. */
function stackStart(text: string, start: number, indent: number): number | undefined {
  let end = lineEnd(text, start);
  for (let lines = 0; lines < MAX_MESSAGE_LINES && end < text.length; lines++) {
    if (at(FRAME, text, end + 1)) return end;
    const inner = indent > 0 && indentOf(text, end + 1) <= indent;
    if (inner && (at(CLOSER, text, end + 1) || (text[trimmed(text, end) - 1] === ',' && at(PROPERTY, text, end + 1)))) {
      return undefined;
    }
    end = lineEnd(text, end + 1);
  }
  return undefined;
}

/** How far the line in which the cursor stands is indented. */
function indentAt(c: Cursor): number {
  return indentOf(c.text, c.text.lastIndexOf('\n', c.pos) + 1);
}

function indentOf(text: string, lineStart: number): number {
  INDENT.lastIndex = lineStart;
  return INDENT.exec(text)?.[0].length ?? 0;
}

function at(sticky: RegExp, text: string, index: number): boolean {
  sticky.lastIndex = index;
  return sticky.test(text);
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

/** The end of a line without the carriage return. */
function trimmed(text: string, end: number): number {
  return text[end - 1] === '\r' ? end - 1 : end;
}

function withoutComma(text: string, end: number): number {
  return text[end - 1] === ',' ? end - 1 : end;
}

const TAGGED = /\[(?=[\w$.]{0,200}(?:Error|Exception)(?: \[[^\]\n]{1,200}\])?:)/y;

/** `[TypeError: …]` is here: how inspect prints an error without a stack. */
export function taggedError(c: Cursor): boolean {
  return ahead(c, TAGGED);
}
