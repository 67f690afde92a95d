import type {Json, JsonObject} from '../util/json.ts';
import {parse} from '../util/json.ts';
import type {Zone} from '../util/time.ts';
import type {Context, Frame, Line, Wrap} from './frame.ts';
import {isBox, textOf, wasWrapped, withoutBox} from './unfold.ts';

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

export interface Joiner {
  /**
   * Takes one entry of a source; answers the frames that are whole now. `begins`: the entry may begin a frame; if not, it
   * only goes on with an open one, and `taken` tells whether it did.
   */
  readonly push: (entry: Entry, source: string, begins: boolean) => {readonly frames: Frame[]; readonly taken: boolean};
  /** True while a frame is open: then the next line may belong to it. */
  readonly open: () => boolean;
  readonly end: () => Frame[];
}

/** What goes on from the line before, though nothing wraps it. Each shape has one first character class and is anchored. */
const CONTINUES: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^[ \t]+\S/, 'indented: stacks, printed objects, pretty JSON'],
  [/^[}\])]/, 'closes a block that the entry opened'],
  [/^Traceback \(most recent call last\)/, 'Python prints the stack below the entry'],
  [/^(?:The above exception was the direct cause|During handling of the above exception)/, 'a second Python stack'],
  [/^Caused by: /, 'a second Java stack'],
  [/^<\/?[a-z!]/i, 'an HTML error page'],
  [/^For more information check: http/, 'httpx adds it below the message of a status error'],
  [/^" is not valid JSON/, 'V8 quotes what it could not parse, line breaks and all'],
  [/^Troubleshooting URL: /, 'LangChain adds it below the message'],
  [/^[╭│╰]/, 'the box that rich draws around a stack'],
];
/** The characters that those begin with: one look spares most lines the rest. */
const CONTINUES_CHARS = /^[ \t}\])TDCF<"╭│╰]/;
const TRACEBACK = /^(?:╭─{1,400} )?Traceback \(most recent call last\)/;
/** A line of a stack that is not the exception's: loguru points at the frame that caught it. */
const IN_STACK = /^(?:\s|> File "|[╭│╰])/;
/** Words that begin a frame wherever they stand: its keyword may come lines later. */
export const FRAME_OPENERS: readonly string[] = ['Traceback (most recent call last)'];
const [OPENER, CLOSER] = [/[{[(]$/, /^[}\])]/];

/** A longer frame is let go as it stands. */
const MAX_LINES = 1000;
/** With those that only draw a box: one stack with its variables had 1300. */
const MAX_RAW_LINES = 10_000;
const MAX_CHARS = 1024 * 1024;
/** A frame that no line of its source has touched for so many lines of others is whole. */
const MAX_IDLE_LINES = 64;

interface Pending {
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
  /** The entry ended with an opening bracket: its closing bracket ends the frame. */
  hasBlock: boolean;
  touched: number;
}

/** Lines of one source that belong together become one frame; bounded in lines, size and age. */
export function createJoiner(zone: Zone): Joiner {
  const pending = new Map<string, Pending>();
  let clock = 0;

  const close = (source: string): Frame[] => {
    const frame = pending.get(source);
    pending.delete(source);
    return frame ? framesOf(frame, zone) : [];
  };

  const closeIdle = (): Frame[] => {
    const frames: Frame[] = [];
    for (const [source, frame] of pending) if (clock - frame.touched > MAX_IDLE_LINES) frames.push(...close(source));
    return frames;
  };

  return {
    push(entry, source, begins) {
      clock++;
      const open = pending.get(source);
      const frames = pending.size > 1 ? closeIdle() : [];
      if (open && pending.has(source) && !entry.headed && goesOn(open, entry)) {
        open.touched = clock;
        if (append(open, entry)) frames.push(...close(source));
        return {frames, taken: true};
      }
      frames.push(...close(source));
      if (!begins) return {frames, taken: false};
      if (entry.json !== undefined && !entry.mayGoOn) frames.push(frameOf(entry, entry.text, entry.lines, zone));
      else pending.set(source, begin(entry, clock));
      return {frames, taken: true};
    },
    open: () => pending.size > 0,
    end: () => [...pending.keys()].flatMap(close),
  };
}

/** Whether a raw line can only be the rest of what stands above it. */
export const goesOnFromAbove = (text: string): boolean =>
  CONTINUES_CHARS.test(text) && CONTINUES.some(([pattern]) => pattern.test(text));

/** The line above a Python stack. */
export const isTraceback = (text: string): boolean => TRACEBACK.test(text);

function begin(entry: Entry, clock: number): Pending {
  return {
    first: entry,
    texts: [withoutBox(entry.text) ?? ''],
    lines: [...entry.lines],
    chars: entry.text.length,
    blanks: [],
    parted: entry.lines.length > 1,
    inTraceback: TRACEBACK.test(entry.text),
    boxed: isBox(entry.text),
    hasBlock: OPENER.test(entry.text),
    touched: clock,
  };
}

function goesOn(frame: Pending, entry: Entry): boolean {
  if (frame.texts.length >= MAX_LINES || frame.lines.length >= MAX_RAW_LINES || frame.chars >= MAX_CHARS) return false;
  if (entry.text.trim() === '') return frame.blanks.length < 3;
  if (entry.json !== undefined) return frame.inTraceback;
  if (frame.inTraceback) return true;
  if (frame.boxed && frame.blanks.length === 0 && wasWrapped(frame.texts.at(-1) as string)) return true;
  return goesOnFromAbove(entry.text);
}

/** True when this line ends the frame for sure. */
function append(frame: Pending, entry: Entry): boolean {
  if (entry.text.trim() === '') {
    frame.blanks.push(entry);
    return false;
  }
  for (const blank of frame.blanks) add(frame, blank);
  frame.blanks = [];
  add(frame, entry);
  if (TRACEBACK.test(entry.text)) frame.inTraceback = true;
  // The first line of a stack that is not indented is the exception itself: it ends the stack.
  else if (frame.inTraceback && !IN_STACK.test(entry.text)) frame.inTraceback = false;
  frame.boxed ||= isBox(entry.text);
  const opens = OPENER.test(entry.text);
  if (frame.hasBlock && CLOSER.test(entry.text)) return !opens;
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

/** Blank lines at the end were not part of it: each is an entry of its own. */
function framesOf(frame: Pending, zone: Zone): Frame[] {
  const text = textOf(frame.texts, frame.first.wrap, frame.boxed);
  const whole = {
    ...frameOf({...frame.first, json: frame.first.json ?? jsonOf(text)}, text, frame.lines, zone),
    parted: frame.parted,
  };
  return [whole, ...frame.blanks.map((blank) => frameOf(blank, blank.text, blank.lines, zone))];
}

/** Pretty-printed JSON: an object, or a list with one object in it. */
function jsonOf(text: string): JsonObject | undefined {
  if (!/^[{[]/.test(text) || !/[}\]]\s*$/.test(text)) return undefined;
  const value: Json | undefined = parse(text);
  const only = Array.isArray(value) && value.length === 1 ? (value[0] as Json) : value;
  return typeof only === 'object' && only !== null && !Array.isArray(only) ? (only as JsonObject) : undefined;
}

const frameOf = ({json, context, lines: own}: Entry, text: string, lines: readonly Line[], zone: Zone): Frame => ({
  text,
  json,
  context,
  zone,
  parted: own.length > 1,
  lines,
});
