import {readInspect} from './inspect.ts';
import {JAVA_MAP, readJavaMap} from './java-map.ts';
import {readJson} from './loose-json.ts';
import {readPython} from './python.ts';
import type {Reading} from './reader.ts';
import {readRuby} from './ruby.ts';

export {readInspect, readInspectProperties} from './inspect.ts';
export {readJavaMap} from './java-map.ts';
export {readJson} from './loose-json.ts';
export {readPython} from './python.ts';
export {isOpaque, type Reading} from './reader.ts';
export {readRuby} from './ruby.ts';

const JSON_START = /[\s[{]*["“”„]/y;
/** A symbol for a key, or an arrow behind the first one. */
const RUBY_START = /[\s[{]*(?::["\w]|"[^"\\\n]{1,200}"\s{0,9}=>)/y;
const PYTHON_START = /[\s[({]*(?:[bru]{0,2}'|None\b|True\b|False\b)/y;

type Read = (text: string, start?: number) => Reading | undefined;

/**
 * Reads a literal in whichever of the notations fits: JSON, Python's repr, Node's or Ruby's inspect, Java's Map.toString(). The first key tells
 * which to try first; a complete reading is taken, else the one that got furthest. Undefined when none can read it.
 * Never throws.
 */
export function readLiteral(text: string, start = 0): Reading | undefined {
  let best: Reading | undefined;
  for (const read of order(text, start)) {
    const reading = read(text, start);
    if (reading?.complete) return reading;
    if (reading && (best === undefined || reading.end > best.end)) best = reading;
  }
  return best;
}

function order(text: string, start: number): readonly Read[] {
  if (at(RUBY_START, text, start)) return [readRuby, readInspect];
  if (at(JAVA_MAP, text, start)) return [readJavaMap];
  if (at(JSON_START, text, start)) return [readJson, readPython, readInspect];
  if (at(PYTHON_START, text, start)) return [readPython, readInspect, readJson];
  return [readInspect, readRuby, readPython, readJson];
}

function at(sticky: RegExp, text: string, index: number): boolean {
  sticky.lastIndex = index;
  return sticky.test(text);
}
