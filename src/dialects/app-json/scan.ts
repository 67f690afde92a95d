/**
 * A scanner over one line of JSON that hops from quote to quote: keys and values are found, nothing is built.
 * Offsets are in UTF-16 units. Anything that is not plain JSON makes it give up, and the line is parsed instead.
 */
export interface Scanner {
  /** The next key of the object, or undefined at its end; `failed` tells a broken line from the end. */
  readonly nextKey: () => string | undefined;
  /** The value after the key: its bounds and its first character's code. */
  readonly value: () => void;
  start: number;
  end: number;
  /** Whether the value is a string with a backslash in it. */
  escaped: boolean;
  failed: boolean;
}

const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;
const COMMA = 44;
const SPACE = 32;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

export function createScanner(line: string): Scanner {
  let at = 1;
  let first = true;
  /** The next backslash from here on: looked for once, not once a string. */
  let backslash = line.indexOf('\\');

  const skipSpace = (): number => {
    while (line.charCodeAt(at) === SPACE) at++;
    return line.charCodeAt(at);
  };

  /** The closing quote of the string that opens at `open`; -1 when there is none. */
  const closing = (open: number): number => {
    let close = line.indexOf('"', open + 1);
    if (backslash >= 0 && backslash <= open) backslash = line.indexOf('\\', open + 1);
    if (close < 0 || backslash < 0 || backslash > close) return close;
    while (close >= 0 && isEscaped(line, close)) close = line.indexOf('"', close + 1);
    return close;
  };

  const scanner: Scanner = {
    start: 0,
    end: 0,
    escaped: false,
    failed: false,
    nextKey() {
      const char = skipSpace();
      if (char === CLOSE_BRACE) {
        scanner.failed = line.length !== at + 1;
        return undefined;
      }
      if (!first) {
        if (char !== COMMA) return fail();
        at++;
        skipSpace();
      }
      first = false;
      if (line.charCodeAt(at) !== QUOTE) return fail();
      const close = closing(at);
      if (close < 0 || (backslash >= 0 && backslash < close)) return fail();
      const key = line.slice(at + 1, close);
      at = close + 1;
      if (skipSpace() !== COLON) return fail();
      at++;
      return key;
    },
    value() {
      const char = skipSpace();
      scanner.start = at;
      scanner.escaped = false;
      if (char === QUOTE) {
        const close = closing(at);
        scanner.escaped = backslash >= 0 && backslash < close;
        at = close < 0 ? line.length : close + 1;
        if (close < 0) scanner.failed = true;
      } else if (char === OPEN_BRACE || char === OPEN_BRACKET) skipNested();
      else while (at < line.length && line.charCodeAt(at) !== COMMA && line.charCodeAt(at) !== CLOSE_BRACE) at++;
      scanner.end = at;
    },
  };

  function skipNested(): void {
    let depth = 0;
    for (; at < line.length; at++) {
      const char = line.charCodeAt(at);
      if (char === QUOTE) {
        const close = closing(at);
        if (close < 0) break;
        at = close;
      } else if (char === OPEN_BRACE || char === OPEN_BRACKET) depth++;
      else if ((char === CLOSE_BRACE || char === CLOSE_BRACKET) && --depth === 0) {
        at++;
        return;
      }
    }
    scanner.failed = true;
  }

  function fail(): undefined {
    scanner.failed = true;
    return undefined;
  }

  return scanner;
}

function isEscaped(line: string, quote: number): boolean {
  let slashes = 0;
  while (line.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}

/** Longer strings inside a nested value are content: they are left out before it is parsed. */
const LONG = 160;
const LONG_STRING = new RegExp(`"[^"\\\\]{${LONG},}"`, 'g');

/** A nested value without its content; undefined when it is not JSON. */
export function parseLight(json: string): unknown {
  try {
    return JSON.parse(json.length > LONG ? json.replace(LONG_STRING, '""') : json);
  } catch {
    return undefined;
  }
}
