const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;
const COMMA = 44;
const SPACE = 32;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
/** Names and kinds are shorter. */
const LONG = 160;

/**
 * Walks the top level of one line of JSON by hopping from quote to quote: keys and the bounds of values are found,
 * nothing is built. What is no plain JSON sets `failed`; what a value holds inside is not checked.
 */
export class Scanner {
  /** Bounds of the value that `value` passed, in UTF-16 units. */
  start = 0;
  end = 0;
  /** Whether that value is a string with a backslash in it. */
  escaped = false;
  /** Whether it is an object or a list. */
  nested = false;
  /** A nested value with its long strings emptied: what they hold is content. */
  light = '';
  failed = false;
  private line = '';
  private at = 0;
  private first = true;
  /** The next backslash: looked for once, not once a string. */
  private backslash = -1;

  /** Begins a line that starts with a brace. */
  begin(line: string): void {
    this.line = line;
    this.at = 1;
    this.first = true;
    this.failed = false;
    this.backslash = line.indexOf('\\');
  }

  /** The next key; undefined at the end of the object, or when the line is no such object. */
  key(): string | undefined {
    let char = this.skipSpace();
    if (char === CLOSE_BRACE) {
      this.failed = this.at + 1 !== this.line.length;
      return undefined;
    }
    if (!this.first) {
      if (char !== COMMA) return this.fail();
      this.at++;
      char = this.skipSpace();
    }
    this.first = false;
    const open = this.at;
    const close = char === QUOTE ? this.closing(open) : -1;
    if (close < 0 || (this.backslash > open && this.backslash < close)) return this.fail();
    this.at = close + 1;
    if (this.skipSpace() !== COLON) return this.fail();
    this.at++;
    return this.line.slice(open + 1, close);
  }

  /** Passes the value behind a key. */
  value(): void {
    const char = this.skipSpace();
    this.start = this.at;
    this.escaped = false;
    this.nested = char === OPEN_BRACE || char === OPEN_BRACKET;
    if (char === QUOTE) this.skipString();
    else if (this.nested) this.skipNested();
    else this.skipWord();
    this.end = this.at;
  }

  private skipSpace(): number {
    let char = this.line.charCodeAt(this.at);
    while (char === SPACE) char = this.line.charCodeAt(++this.at);
    return char;
  }

  private skipString(): void {
    const open = this.at;
    const close = this.closing(open);
    if (close < 0) this.failed = true;
    this.escaped = this.backslash > open && this.backslash < close;
    this.at = close + 1;
  }

  private skipWord(): void {
    let char = this.line.charCodeAt(this.at);
    while (char !== COMMA && char !== CLOSE_BRACE && this.at < this.line.length) char = this.line.charCodeAt(++this.at);
  }

  private skipNested(): void {
    const {line} = this;
    let depth = 0;
    let kept = this.at;
    this.light = '';
    for (; this.at < line.length; this.at++) {
      const char = line.charCodeAt(this.at);
      if (char === QUOTE) {
        const close = this.closing(this.at);
        if (close < 0) break;
        if (close - this.at > LONG) {
          this.light += line.slice(kept, this.at + 1);
          kept = close;
        }
        this.at = close;
      } else if (char === OPEN_BRACE || char === OPEN_BRACKET) depth++;
      else if ((char === CLOSE_BRACE || char === CLOSE_BRACKET) && --depth === 0) {
        this.light += line.slice(kept, ++this.at);
        return;
      }
    }
    this.failed = true;
  }

  /** The quote that closes the string opened at `open`; -1 when there is none. */
  private closing(open: number): number {
    const {line} = this;
    let close = line.indexOf('"', open + 1);
    if (this.backslash >= 0 && this.backslash <= open) this.backslash = line.indexOf('\\', open + 1);
    if (this.backslash < 0 || this.backslash > close) return close;
    while (close >= 0 && isEscaped(line, close)) close = line.indexOf('"', close + 1);
    return close;
  }

  private fail(): undefined {
    this.failed = true;
    return undefined;
  }
}

function isEscaped(line: string, quote: number): boolean {
  let slashes = 0;
  while (line.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}
