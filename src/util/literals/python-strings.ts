import {ahead, atEnd, type Cursor, eat, hexEscape, match, quoted, skipBlanks} from './reader.ts';

/** The prefix and the opening quote of a Python string. */
export const STRING = /(b?r?|rb?|u|f)('''|"""|'|")/iy;
const OCTAL = /[0-7]{1,3}/y;
const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['a', '\x07'],
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
]);

/** One string, or several that stand side by side and so are one. */
export function strings(c: Cursor): string {
  let out = '';
  for (;;) {
    out += string(c);
    if (c.stopped) return out;
    const end = c.pos;
    skipBlanks(c);
    if (ahead(c, STRING)) continue;
    c.pos = end;
    return out;
  }
}

function string(c: Cursor): string {
  const [, prefix = '', quote = ''] = match(c, STRING) ?? [];
  const kind = prefix.toLowerCase();
  const bytes = kind.includes('b');
  const decode = kind.includes('r') ? rawEscape : bytes ? byteEscape : textEscape;
  const read = quoted(c, quote, decode, quote.length === 3);
  return bytes ? utf8(read, c.stopped) : read;
}

function rawEscape(c: Cursor): string {
  return `\\${c.text.slice(c.pos, ++c.pos)}`;
}

function textEscape(c: Cursor): string {
  if (eat(c, 'u')) return hexEscape(c, 'u', 4);
  if (eat(c, 'U')) return hexEscape(c, 'U', 8);
  return byteEscape(c);
}

function byteEscape(c: Cursor): string {
  if (eat(c, 'x')) return hexEscape(c, 'x', 2);
  const octal = match(c, OCTAL)?.[0];
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  if (atEnd(c)) return '';
  const char = c.text.charAt(c.pos++);
  return SIMPLE.get(char) ?? `\\${char}`;
}

/** The text of bytes that stand one in a character; a cut last character is left out. Other text stays. */
function utf8(bytes: string, cut: boolean): string {
  if (/^[\0-\x7f]*$/.test(bytes) || /[^\0-\xff]/.test(bytes)) return bytes;
  const codes = Uint8Array.from(bytes, (char) => char.charCodeAt(0));
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(codes, {stream: cut});
}
