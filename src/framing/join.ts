import type {Json, JsonObject} from '../util/json.ts';
import {parse} from '../util/json.ts';
import type {Zone} from '../util/time.ts';
import {isAnswerEnd, isUnended} from './dump.ts';
import type {Frame, Line} from './frame.ts';
import {append, begin, type Entry, goesOn, type Pending} from './pending.ts';
import {textOf} from './unfold.ts';

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

/** A frame that no line of its source has touched for so many lines of others is whole. */
const MAX_IDLE_LINES = 64;
const MAX_SOURCES = 1024;

/** Lines of one source that belong together become one frame; bounded in lines, size and age. */
export function createJoiner(zone: Zone): Joiner {
  const pending = new Map<string, Pending>();
  /** Answers whose end mark is still to come, by source. */
  const unended = new Map<string, number>();
  let clock = 0;

  const close = (source: string): Frame[] => {
    const frame = pending.get(source);
    pending.delete(source);
    if (frame && isUnended(frame.dump, frame.texts)) countUnended(source, 1);
    return frame ? framesOf(frame, zone) : [];
  };

  const countUnended = (source: string, by: number): void => {
    if (unended.size >= MAX_SOURCES) unended.clear();
    unended.set(source, Math.max(0, (unended.get(source) ?? 0) + by));
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
      if (isAnswerEnd(entry.text)) countUnended(source, -1);
      if (!begins) return {frames, taken: false};
      if (entry.json !== undefined && !entry.mayGoOn) frames.push(frameOf(entry, entry.text, entry.lines, zone));
      else pending.set(source, begin(entry, clock, (unended.get(source) ?? 0) > 0));
      return {frames, taken: true};
    },
    open: () => pending.size > 0,
    end: () => [...pending.keys()].flatMap(close),
  };
}

/** Blank lines at the end were not part of it: each is an entry of its own. */
function framesOf(frame: Pending, zone: Zone): Frame[] {
  const text = textOf(frame.texts, frame.first.wrap, frame.boxed);
  const json = frame.first.json ?? jsonOf(text);
  const whole = {...frameOf({...frame.first, json}, text, frame.lines, zone), parted: frame.parted};
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
