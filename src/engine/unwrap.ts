import type {Envelope, Unwrapped} from '../envelopes/define.ts';
import {unwrapOnce} from '../envelopes/index.ts';
import {placeOfFile} from '../envelopes/place.ts';
import type {Context, Line, Source, Wrap} from '../framing/frame.ts';
import type {Entry} from '../framing/pending.ts';
import {withoutStyles} from '../util/ansi.ts';
import {type JsonObject, own, parseObject, text} from '../util/json.ts';
import type {Zone} from '../util/time.ts';

export interface Unwrapper {
  /** Takes every envelope off a line. Undefined: the line is a part, the rest is still to come. */
  readonly unwrap: (line: Line) => Entry | undefined;
  /** True while a part waits for its rest: then every line matters. */
  readonly waiting: () => boolean;
  /** What still waited when the input ended. */
  readonly end: () => Entry[];
}

/** docker in Fluent Bit in a file is common; deeper is a mistake or an attack. */
const MAX_DEPTH = 5;
/** A part whose rest never comes is let go as it stands after so many bytes. */
const MAX_PART_CHARS = 16 * 1024 * 1024;
const OPEN_BRACE = 123;

/** No line has more parts, and no host more lines in parts at once. */
const MAX_PARTS = 4096;
const MAX_SOURCES = 1024;

/** The parts of a line that are here so far. */
interface Part {
  readonly texts: string[];
  readonly lines: Line[];
  readonly context: Context;
  chars: number;
}

interface Whole {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly context: Context;
}

/** Peels envelopes, outermost first, and puts the parts of a cut line together. Context merges, the inner one wins. */
export function createUnwrapper(zone: Zone): Unwrapper {
  const parts = new Map<string, Part>();

  return {
    unwrap(line) {
      let inside = withoutStyles(line.text);
      let json = objectOf(inside);
      let context = contextOf(line.file);
      let lines: readonly Line[] = [line];
      let headed = false;
      let wrap: Wrap | undefined;
      let mayGoOn = false;
      for (let depth = 0; depth < MAX_DEPTH; depth++) {
        const found = unwrapOnce({text: inside, json}, zone);
        if (found === undefined) break;
        const {envelope, inner} = found;
        context = merge(context, inner, envelope);
        inside = inner.text;
        wrap = inner.wrap;
        if (inner.part !== undefined) {
          const whole = assemble(parts, inner, lines, context);
          if (whole === undefined) return undefined;
          inside = whole.text;
          lines = whole.lines;
          context = whole.context;
        }
        inside = withoutStyles(inside);
        headed ||= envelope.heads === true;
        // A logger's entry is the innermost one, unless its message is an entry itself.
        const next = objectOf(inside);
        json = next ?? inner.json;
        mayGoOn = next === undefined && envelope.shape === 'text';
        if (next === undefined && inner.json !== undefined) break;
      }
      // Without a logger around it, an entry's text is its own message; its other fields are no text.
      if (json !== undefined && !headed) inside = messageOf(json);
      return {text: inside, json, context, lines, headed, mayGoOn, wrap};
    },
    waiting: () => parts.size > 0,
    end() {
      const rest = [...parts.values()]
        .map(wholeOf)
        .map((whole) => ({...whole, json: objectOf(whole.text), headed: false}));
      parts.clear();
      return rest;
    },
  };
}

/** What the name of the file says stands outermost. Asked once for each file. */
function contextOf(file: string | undefined): Context {
  if (file === undefined) return NOWHERE;
  if (lastPlace?.file !== file) lastPlace = {file, context: {source: placeOfFile(file) ?? {}}};
  return lastPlace.context;
}

const NOWHERE: Context = {source: {}};
let lastPlace: {readonly file: string; readonly context: Context} | undefined;

const messageOf = (json: JsonObject): string => text(own(json, 'message')) ?? text(own(json, 'msg')) ?? '';

/** Parsed at most once, and only when it looks like an object. */
function objectOf(text: string): JsonObject | undefined {
  if (text.charCodeAt(0) !== OPEN_BRACE) return undefined;
  return parseObject(text);
}

/** The whole text once its last part is here; undefined while parts are missing. */
function assemble(
  parts: Map<string, Part>,
  inner: Unwrapped,
  lines: readonly Line[],
  context: Context,
): Whole | undefined {
  const key = sourceKey(context.source, lines[0]?.file);
  const part = parts.get(key) ?? {texts: [], lines: [], chars: 0, context};
  part.texts.push(inner.text);
  part.lines.push(...lines);
  part.chars += inner.text.length;
  const full =
    part.chars > MAX_PART_CHARS || part.lines.length >= MAX_PARTS || (parts.size >= MAX_SOURCES && !parts.has(key));
  if (inner.part === 'more' && !full) {
    parts.set(key, part);
    return undefined;
  }
  parts.delete(key);
  return wholeOf(part);
}

const wholeOf = ({texts, lines, context}: Part): Whole => ({text: texts.join(''), lines, context});

/** Names one stream of lines. */
export function sourceKey(source: Source, file: string | undefined): string {
  const {host, container, pod, namespace, unit, tag, stream} = source;
  return `${file ?? ''}|${host ?? ''}|${namespace ?? ''}|${pod ?? ''}|${container ?? ''}|${unit ?? ''}|${tag ?? ''}|${stream ?? ''}`;
}

function merge(outer: Context, inner: Unwrapped, {id, language}: Envelope): Context {
  const {context: c, source: s} = inner;
  const o = outer.source;
  // Spelled out: spreading contexts was a sixth of the time of a noisy log.
  return {
    at: c.at ?? outer.at,
    zoneless: c.at === undefined ? outer.zoneless : c.zoneless,
    level: c.level ?? outer.level,
    logger: c.logger ?? outer.logger,
    language: language ?? outer.language,
    traceId: c.traceId ?? outer.traceId,
    pid: c.pid ?? outer.pid,
    thread: c.thread ?? outer.thread,
    source: {
      envelope: o.envelope === undefined ? id : `${o.envelope}>${id}`,
      file: s?.file ?? o.file,
      line: undefined,
      host: s?.host ?? o.host,
      container: s?.container ?? o.container,
      pod: s?.pod ?? o.pod,
      namespace: s?.namespace ?? o.namespace,
      unit: s?.unit ?? o.unit,
      tag: s?.tag ?? o.tag,
      stream: s?.stream ?? o.stream,
    },
  };
}
