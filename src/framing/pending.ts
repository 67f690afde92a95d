import type {JsonObject} from '../util/json.ts';
import {
  awaitsBody,
  goesOnFromAbove,
  goesOnInStream,
  isBody,
  isEvent,
  isException,
  isHeader,
  isInStack,
  isStatusLine,
  isTraceback,
} from './continues.ts';
import {type Dump, dumpOf, goOn, isAnswer} from './dump.ts';
import type {Context, Line, Wrap} from './frame.ts';
import {isBox, wasWrapped, withoutBox} from './unfold.ts';

/** An unwrapped line, or the parts of one. */
export interface Entry {
  readonly text: string;
  readonly json: JsonObject | undefined;
  readonly context: Context;
  readonly lines: readonly Line[];
  /** True when a logger's own prefix was taken off: such a line begins an entry, whatever it looks like. */
  readonly headed: boolean;
  /** The line is not JSON itself: what belongs to it may stand below it. */
  readonly mayGoOn?: boolean | undefined;
  /** The text goes on in the lines below, broken to fit a column. */
  readonly wrap?: Wrap | undefined;
}

/** A frame that may still go on. */
export interface Pending {
  readonly first: Entry;
  readonly texts: string[];
  readonly lines: Line[];
  chars: number;
  /** Blank lines are kept back until the next line shows whether the frame goes on. */
  blanks: Entry[];
  parted: boolean;
  /** In a Python stack, up to and with the exception's own line. */
  inTraceback: boolean;
  /** rich drew a box: what stands below it is broken behind blanks. */
  boxed: boolean;
  /** The entry is the head of an answer: headers follow up to a blank line. */
  readonly inHeaders: boolean;
  /** The entry is an event of a stream. */
  readonly inStream: boolean;
  /** The entry ended with an opening bracket: its closing bracket ends the frame. */
  hasBlock: boolean;
  dump: Dump | undefined;
  touched: number;
}

const OPENER = /[{[(]$/;
const CLOSER = /^[}\])]/;
/** `response: `, and the API's error body in the next line. */
const ANNOUNCES = /: {0,2}$/;

/** A longer frame is let go as it stands. */
const MAX_LINES = 1000;
/** With those that only draw a box: one stack with its variables had 1300. */
const MAX_RAW_LINES = 10_000;
const MAX_CHARS = 1024 * 1024;

export function begin(entry: Entry, clock: number, afterUnended: boolean): Pending {
  const dump = dumpOf(entry.text, entry.headed);
  return {
    first: entry,
    texts: [withoutBox(entry.text) ?? ''],
    lines: [...entry.lines],
    chars: entry.text.length,
    blanks: [],
    parted: entry.lines.length > 1,
    inTraceback: isTraceback(entry.text),
    boxed: isBox(entry.text),
    inHeaders: isStatusLine(entry.text),
    inStream: isEvent(entry.text),
    hasBlock: OPENER.test(entry.text),
    dump: dump === 'block' && afterUnended && isAnswer(entry.text) ? 'block-head' : dump,
    touched: clock,
  };
}

export function goesOn(frame: Pending, entry: Entry): boolean {
  if (frame.texts.length >= MAX_LINES || frame.lines.length >= MAX_RAW_LINES || frame.chars >= MAX_CHARS) return false;
  const {json} = entry;
  const text = textOf(entry, frame.dump);
  if (text.trim() === '' && json === undefined) return frame.blanks.length < 3;
  if (frame.dump && goOn(frame.dump, text, frame.blanks.length > 0)) return true;
  const above = frame.blanks.length === 0 ? (frame.texts.at(-1) as string) : '';
  if (json !== undefined) return frame.inTraceback || (isBody(json) && awaitsBody(above)) || isAnnounced(above, json);
  if (isHeadAlone(frame) || frame.inTraceback) return true;
  if (frame.boxed && wasWrapped(above)) return true;
  if (frame.inHeaders && above !== '') return isHeader(text);
  if (frame.inStream && isEvent(text)) return goesOnInStream(frame.texts, text);
  if (text === '{') return awaitsBody(above);
  // Another one below it is another entry: a console has no prefixes.
  if (isException(text)) return frame.first.headed && frame.texts.length === 1;
  return goesOnFromAbove(text);
}

/** Of an object without a logger only its message is the text; of a body, in a dump or alone, its all counts. */
const textOf = ({text, json}: Entry, dump: Dump | undefined): string =>
  json !== undefined && (dump !== undefined || json.type === 'error') ? JSON.stringify(json) : text;

const isAnnounced = (above: string, json: JsonObject): boolean => json.type === 'error' && ANNOUNCES.test(above);

/** A logger's head without a level and a message: both are in the next line. */
const isHeadAlone = ({first, texts}: Pending): boolean =>
  first.headed && texts.length === 1 && texts[0] === '' && first.context.level === undefined;

/** True when this line ends the frame for sure. */
export function append(frame: Pending, entry: Entry): boolean {
  const text = textOf(entry, frame.dump);
  if (text.trim() === '') {
    frame.blanks.push(entry);
    return false;
  }
  const announced =
    entry.json !== undefined && frame.blanks.length === 0 && isAnnounced(frame.texts.at(-1) ?? '', entry.json);
  if (frame.dump) frame.dump = goOn(frame.dump, text, frame.blanks.length > 0);
  if (isHeadAlone(frame)) frame.texts.pop();
  for (const blank of frame.blanks) add(frame, blank);
  frame.blanks = [];
  add(frame, {...entry, text});
  if (frame.dump === 'block-end' || announced) return true;
  if (isTraceback(text)) frame.inTraceback = true;
  // The first line of a stack that is not indented is the exception itself: it ends the stack.
  else if (frame.inTraceback && !isInStack(text)) frame.inTraceback = false;
  frame.boxed ||= isBox(text);
  const opens = OPENER.test(text);
  if (frame.hasBlock && CLOSER.test(text)) return !opens;
  frame.hasBlock ||= opens;
  return false;
}

function add(frame: Pending, entry: Entry): void {
  const text = withoutBox(entry.text);
  if (text !== undefined) frame.texts.push(text);
  frame.lines.push(...entry.lines);
  frame.parted ||= entry.lines.length > 1;
  frame.chars += text?.length ?? 0;
}
