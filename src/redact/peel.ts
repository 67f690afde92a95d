import {hasTwins, TWIN, TWIN_OF} from './twins.ts';

/** A text with one or more layers of encoding taken off, and where each part of it stood in the text that was given. */
export interface Form {
  readonly text: string;
  /** The span of the given text that a span of this form came from; whole runs where nothing finer is known. */
  readonly origin: (start: number, end: number) => Span;
}
export type Span = readonly [start: number, end: number];

/**
 * Yields every other reading of a text in which a secret could show: escapes, URL-encoding and entities undone layer
 * by layer, colours and invisible characters removed, wrapped lines joined, base64 decoded. Yields nothing for most texts.
 */
export function* peel(text: string, depth = 0): Generator<Form> {
  if (!isPeelable(text)) return;
  let form: Form = {text, origin: (start, end) => [start, end]};
  const seen = new Set<string>();
  for (let layer = 0; layer < LAYERS; layer++) {
    const joined = CUT_WORD.test(form.text) ? rewrite(form, WRAP, joinWrapped) : undefined;
    if (joined !== undefined) yield joined;
    if (depth < NESTING) yield* unpack(form, depth, seen);
    const next = CODED.test(form.text) ? rewrite(form, ENCODED, decode) : undefined;
    if (next === undefined) return;
    yield next;
    form = next;
  }
}

/** Whether a text could have another reading at all: one look. */
export const isPeelable = (text: string): boolean => PEELABLE.test(text) || hasTwins(text);

/** A run of backslashes or of `%25` counts as one, so six layers undo far more than six nestings. */
const LAYERS = 6;
const NESTING = 3;
const INVISIBLE = String.raw`\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff`;
const DASHES = String.raw`\u2010-\u2015\u2212\ufe58\ufe63`;
const WIDE = String.raw`\uff01-\uff5e`;
/** Base64, also broken into lines. Starts at the start of the run only, which keeps it linear. */
const RUNS = /(?<![\w+/-])(?:[\w+/-]{60,}\r?\n[ \t]{0,40}){0,4096}[\w+/-]{24,}={0,2}/g;
/**
 * Three groups whose bits spell printable ASCII (first byte 0x20-0x7f, second 0x20-0x7f, third below 0x80), or UTF-16
 * with its zero bytes. Every encoded key has this; one hash in a hundred does, so hashes and ids are not decoded.
 */
const TEXTUAL = String.raw`(?:[CI-Za-f][C-HS-Xi-nyz0-3][ABEFIJMNQRUVYZcdghklopstwx014589][\w+/-]){3}|A[B-H][\w+/-]A[\w+/-]{4}A[B-H][\w+/-]A`;
const SPELLS_TEXT = new RegExp(TEXTUAL);
/** A line that begins with something like the rest of a key: a digit or an inner capital in its first word. */
const CUT_WORD = /\n[ \t>|]{0,200}[\w-]{0,64}?(?:\d|[a-z][A-Z])/;
const PEELABLE = new RegExp(
  String.raw`${CUT_WORD.source}|[\\%\x9b${INVISIBLE}${DASHES}${WIDE}]|&[#a-z]|\[\d{1,3}[m;]|${TEXTUAL}`,
);

const ENCODED = new RegExp(
  [
    String.raw`(?:\\+[xX][0-9a-fA-F]{2})+`,
    String.raw`\\+(?:U000[0-9a-fA-F]{5}|[uU][0-9a-fA-F]{4}|[uUxX]\{[0-9a-fA-F]{1,6}\}|[0-3][0-7]{2}|[nrtbfv])?`,
    '%u[0-9a-fA-F]{4}|(?:%(?:25){0,16}[0-9a-fA-F]{2})+',
    '&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|quot|apos|amp|lt|gt|nbsp|hyphen|dash|lowbar|equals|colon);?',
    // Colours: the real sequence, and what syslog, cat -v and lost escape characters leave of it.
    String.raw`(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b\][^\x07\x1b\n]{0,2048}(?:\x07|\x1b\\)`,
    String.raw`(?:\^\[|#033)?\[[0-9]{1,3}(?:;[0-9]{1,3}){0,4}m`,
    `[${INVISIBLE}]+|[${DASHES}]|[${WIDE}]|[${TWIN}]`,
  ].join('|'),
  'g',
);
/** The characters that any of those can begin with: most texts that hold a line break hold none of them. */
const CODED = new RegExp(String.raw`[\\%&^#[\x1b\x9b${INVISIBLE}${DASHES}${WIDE}${TWIN}]`);
const LETTERS: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v'};
const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  hyphen: '-',
  dash: '-',
  lowbar: '_',
  equals: '=',
  colon: ':',
};

/** What one encoded piece stands for; nothing for colours, invisible characters and lone backslashes. */
function decode(piece: string): string {
  const first = piece.charCodeAt(0);
  if (first === 0x26) return entity(piece.slice(1).replace(';', ''));
  if (first === 0x25) return piece[1] === 'u' ? codePoint(piece.slice(2)) : bytes(piece, /%(?:25)*([0-9a-f]{2})/gi);
  if (first >= 0xff01 && first <= 0xff5e) return String.fromCharCode(first - 0xfee0);
  if ((first >= 0x2010 && first <= 0x2015) || first === 0x2212 || first === 0xfe58 || first === 0xfe63) return '-';
  return first === 0x5c ? backslash(piece) : (TWIN_OF[piece] ?? '');
}

function backslash(piece: string): string {
  const code = piece.replace(/^\\+/, '');
  if (code.length < 2) return LETTERS[code] ?? '';
  if (/^[0-3]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
  if (/^x[^{]/i.test(code)) return bytes(piece, /x([0-9a-f]{2})/gi);
  return codePoint(code.slice(1).replace(/[{}]/g, ''));
}

function entity(name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? '';
  return /^#x/i.test(name) ? codePoint(name.slice(2)) : codePoint(Number(name.slice(1)).toString(16));
}

function codePoint(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** UTF-8 where it is valid, one character a byte where it is not. */
function bytes(piece: string, each: RegExp): string {
  const buffer = Buffer.from(Array.from(piece.matchAll(each), (hit) => hit[1]).join(''), 'hex');
  const text = buffer.toString('utf8');
  return text.includes('\ufffd') ? buffer.toString('latin1') : text;
}

/** A line break and its indent, right behind a character that a key may hold. */
const WRAP = /(?<=[\w-])[ \t]{0,200}\r?\n[ \t>|]{0,200}(?=[\w-])/g;
const FRAGMENT = /[\w-]{1,512}/y;

/** Joins only what goes on like a key: not a word, a number, a date or the name of the next field. */
function joinWrapped(piece: string, at: number, text: string): string {
  FRAGMENT.lastIndex = at + piece.length;
  const fragment = FRAGMENT.exec(text)?.[0] ?? '';
  const random = /[0-9]|[a-z][A-Z]/.test(fragment) && !/^(?:[\d-]+$|\d{4}-\d\d-\d\d)/.test(fragment);
  const field = /[:=(]/.test(text.charAt(at + piece.length + fragment.length));
  return fragment.length >= 4 && random && !field ? '' : piece;
}

/** Decodes every base64 run at each of its four alignments, for it may be glued to what stands before it. */
function* unpack(form: Form, depth: number, seen: Set<string>): Generator<Form> {
  if (!SPELLS_TEXT.test(form.text)) return;
  for (const {0: run, index} of form.text.matchAll(RUNS)) {
    if (seen.has(run) || !SPELLS_TEXT.test(run)) continue;
    seen.add(run);
    const origin = () => form.origin(index + escapeBefore(form.text, index), index + run.length);
    for (let shift = 0; shift < 4; shift++) {
      for (const piece of readable(Buffer.from(run.slice(shift), 'base64'))) {
        yield {text: piece, origin};
        for (const inner of peel(piece, depth + 1)) yield {text: inner.text, origin};
      }
    }
  }
}

/** The letters at the start of a run that belong to an escape: `\n`, `\u003d`. */
function escapeBefore(text: string, index: number): number {
  if (text[index - 1] !== '\\') return 0;
  return text[index] === 'u' ? 5 : 1;
}

/** The stretches of decoded bytes that are valid UTF-8; hashes and ids have none that long. UTF-16 loses its zero bytes. */
function readable(buffer: Buffer): readonly string[] {
  const text = buffer.toString('utf8').replaceAll('\0', '');
  return text.match(/[^\ufffd]{14,}/g) ?? [];
}

/** Replaces pieces of a form and keeps the way back to the given text; nothing when there was nothing to replace. */
function rewrite(
  form: Form,
  pattern: RegExp,
  replace: (piece: string, at: number, text: string) => string,
): Form | undefined {
  const {text} = form;
  const edits: Edit[] = [];
  let out = '';
  let done = 0;
  for (const {0: piece, index} of text.matchAll(pattern)) {
    const replacement = replace(piece, index, text);
    if (replacement === piece) continue;
    out += text.slice(done, index);
    edits.push([out.length, out.length + replacement.length, index, index + piece.length]);
    out += replacement;
    done = index + piece.length;
  }
  if (edits.length === 0) return undefined;
  out += text.slice(done);
  return {
    text: out,
    origin: (start, end) => form.origin(locate(edits, start)[0], locate(edits, end - 1)[1]),
  };
}

type Edit = readonly [outStart: number, outEnd: number, start: number, end: number];

/** The span of the text before the edits that one character of the text after them came from. */
function locate(edits: readonly Edit[], at: number): Span {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]![0] <= at) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  if (edit === undefined) return [at, at + 1];
  if (at < edit[1]) return [edit[2], edit[3]];
  return [edit[3] + at - edit[1], edit[3] + at - edit[1] + 1];
}
