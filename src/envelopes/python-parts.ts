import {kindOf, LEVEL, type Parts, PLACE} from './python-words.ts';
import {traceIdIn} from './trace.ts';

const PART = /\[([^[\]\n]{0,200})\]|\(([^()\n]{1,80})\)|([A-Za-z_\d][\w./\\$<>-]{0,199}(?::[\w<>]{1,100}){0,2})/y;
/** Between two parts: the end of an outer bracket, then a dash, a pipe, a colon, blanks, or nothing before a bracket. */
const BETWEEN = /(\])?(?:[ \t]+([-|])(?: +|$)|(:)(?: +|$|(?=[A-Z]))|( +)|(?=\[)|$)/y;
/** `LEVEL:name:message`; `name:LEVEL: file.py:12 - message` (LiteLLM, OpenHands). */
const GLUED =
  /(?<level>[A-Z]{4,8}):(?<logger>[A-Za-z_][\w.-]{0,100}):(?!\/)|(?<name>[A-Za-z_][\w.]{0,100}(?: [A-Z]\w{0,40})?):(?<rank>[A-Z]{4,8}): (?:[\w.]{1,100}\.py:\d{1,6} - )?/y;
/** Celery's `LEVEL/process`. */
const SHARED = /^([A-Z]{4,8})\/([\w-]{1,64})$/;
/** No Python: Spring Boot's pid, or logback's logger after `[thread] LEVEL`. */
const FOREIGN = /\d{1,8} --- \[|[a-z]\w{0,40}(?:\.[\w$]{1,60}){1,12} +- /y;

/** Reads the parts from `at`, where the time ended, up to the message. Undefined when no level is among them. */
export function readParts(text: string, at: number, boxed: boolean, level?: string): Parts | undefined {
  const first = match(BETWEEN, text, at);
  if (!first || (first[1] !== undefined && !boxed) || (first[4]?.length ?? 0) > 1) return undefined;
  const start = at + first[0].length;
  const parts: Parts = level === undefined ? {start} : {start, level: level.toLowerCase()};
  let box = boxed && first[1] === undefined;
  let dashed = first[2] !== undefined;
  for (let count = 0; count < 9 && !readGlued(parts, text); count++) {
    const part = match(PART, text, parts.start);
    const after = part && match(BETWEEN, text, parts.start + part[0].length);
    if (!part || !after || (after[1] !== undefined && !box)) break;
    const end = parts.start + part[0].length + after[0].length;
    // Nothing behind it: the word is the message.
    if (after[0] === '' && end === text.length) break;
    const colon = after[3] !== undefined;
    if (!take(parts, part, box || after[2] !== undefined, colon)) break;
    parts.start = end;
    box &&= after[1] === undefined;
    dashed ||= after[2] !== undefined;
    if (colon && parts.level !== undefined) break;
  }
  return parts.level === undefined || box || (!dashed && match(FOREIGN, text, parts.start)) ? undefined : parts;
}

/** The forms that have colons for delimiters. What follows them is the message. */
export function readGlued(parts: Parts, text: string): boolean {
  const found = parts.level === undefined ? match(GLUED, text, parts.start) : null;
  const level = found?.groups?.level ?? found?.groups?.rank;
  if (!found || level === undefined || !LEVEL.test(level)) return false;
  parts.level = level.toLowerCase();
  parts.logger = (found.groups?.logger ?? found.groups?.name)!;
  parts.start += found[0].length;
  return true;
}

/** Notes what a part says; false when it belongs to the message. */
function take(parts: Parts, [whole, square, round, bare]: RegExpExecArray, marked: boolean, colon: boolean): boolean {
  const word = (square ?? round ?? bare)!.trim();
  const before = parts.level === undefined;
  const shared = before ? SHARED.exec(word) : null;
  if (shared && LEVEL.test(shared[1]!)) {
    [parts.level, parts.thread] = [shared[1]!.toLowerCase(), shared[2]!];
    return true;
  }
  const kind = kindOf(word, {apart: marked || whole !== bare, before, colon});
  if (kind === undefined || (round !== undefined && kind !== 'thread')) return false;
  // Numbers behind the level are the message's, unless brackets hold them and they are no HTTP status.
  if (kind === 'pid' && !before && (bare !== undefined || /^[45]\d\d$/.test(word))) return false;
  if (kind === 'file') return true;
  if (kind === 'pairs') return note(parts, 'traceId', traceIdIn(word)) || true;
  if (kind === 'place') return note(parts, 'logger', PLACE.exec(word)![1]);
  return note(parts, kind, kind === 'level' ? word.toLowerCase() : word);
}

/** The first of a kind is kept; a second one belongs to the message. */
function note(parts: Parts, name: Exclude<keyof Parts, 'start'>, value: string | undefined): boolean {
  if (value === undefined || parts[name] !== undefined) return false;
  parts[name] = value;
  return true;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
