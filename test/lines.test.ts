import assert from 'node:assert/strict';
import {Readable} from 'node:stream';
import {test} from 'node:test';
import fc from 'fast-check';
import split2 from 'split2';
import {createSplitter, type Line} from '../src/framing/index.ts';
import type {SplitOptions} from '../src/framing/lines.ts';

interface Split {
  readonly lines: readonly Line[];
  readonly dropped: readonly number[];
}

function split(chunks: readonly Buffer[], options: Partial<SplitOptions> = {}): Split {
  const lines: Line[] = [];
  const dropped: number[] = [];
  const splitter = createSplitter(
    {maxLineBytes: 1 << 20, onOversize: (bytes) => dropped.push(bytes), ...options},
    ({text, number, file, oversize}) =>
      lines.push({text, number, ...(file !== undefined && {file}), ...(oversize && {oversize})}),
  );
  for (const chunk of chunks) {
    const lent = Buffer.from(chunk);
    splitter.push(lent);
    lent.fill(0x21);
  }
  splitter.end();
  return {lines, dropped};
}

const texts = (bytes: string | Buffer, options: Partial<SplitOptions> = {}) =>
  split([Buffer.from(bytes as string)], options).lines.map(({text}) => text);

const cut = (bytes: Buffer, places: readonly number[]): Buffer[] => {
  const at = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, i) => bytes.subarray(from, at[i] ?? bytes.length));
};

const piece = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom('\n', '\r\n', '\r', 'a', 'line', ' ', '"', '\t')},
  {weight: 2, arbitrary: fc.constantFrom('ü', '漢', '😀', '\u2028', '\u0085', '\u0000', '\ud7ff')},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 8})},
);
const document = fc.array(piece, {maxLength: 40}).map((pieces) => pieces.join('').replace(/^\ufeff+|\r+$/g, ''));

test('the same lines as split2, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(document, fc.array(fc.nat(), {maxLength: 12}), async (text, places) => {
      const bytes = Buffer.from(text);
      const wanted: string[] = await Readable.from([bytes], {objectMode: false}).pipe(split2()).toArray();
      assert.deepEqual(
        split(cut(bytes, places)).lines.map((line) => line.text),
        wanted,
      );
    }),
    {numRuns: 400},
  );
});

test('any bytes: the same lines as each line decoded by itself, however they are cut', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 60}), fc.array(fc.nat(), {maxLength: 8}), (array, places) => {
      const bytes = Buffer.from(array.map((byte, i) => (i % 7 === 3 ? 10 : byte)));
      const whole = split([bytes]).lines;
      assert.deepEqual(split(cut(bytes, places)).lines, whole);
      const parts: Buffer[] = [];
      let from = 0;
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
        parts.push(bytes.subarray(from, at));
        from = at + 1;
      }
      assert.deepEqual(
        whole.slice(0, parts.length).map((line) => line.text),
        parts.map((part, i) => new TextDecoder('utf-8', {ignoreBOM: i > 0}).decode(part).replace(/\r$/, '')),
      );
    }),
    {numRuns: 400},
  );
});

const CASES: readonly (readonly [what: string, bytes: string | Buffer, lines: readonly string[]])[] = [
  ['nothing', '', []],
  ['one end', '\n', ['']],
  ['empty lines count', 'a\n\n\nb\n', ['a', '', '', 'b']],
  ['no end at the end', 'a\nb', ['a', 'b']],
  ['CRLF', 'a\r\nb\r\n', ['a', 'b']],
  ['only one CR goes', 'a\r\r\nb', ['a\r', 'b']],
  ['a lone CR is data', 'a\rb\n\rc\n', ['a\rb', '\rc']],
  ['other separators are data', 'a\u2028b\u2029c\u0085d\u000be\u000cf\n', ['a\u2028b\u2029c\u0085d\u000be\u000cf']],
  ['a BOM at the very start', '\ufeffa\nb\n', ['a', 'b']],
  ['a BOM anywhere else is data', 'a\n\ufeffb\n', ['a', '\ufeffb']],
  ['only the first of two', '\ufeff\ufeffa\n', ['\ufeffa']],
  [
    'broken UTF-8',
    Buffer.from([0x61, 0xff, 0xc0, 0xaf, 0x0a, 0xe6, 0xbc, 0x0a, 0x62]),
    ['a\ufffd\ufffd\ufffd', '\ufffd', 'b'],
  ],
  ['a surrogate half in UTF-8', Buffer.from([0xed, 0xa0, 0x80, 0x0a]), ['\ufffd\ufffd\ufffd']],
  ['NUL', 'a\0b\n', ['a\0b']],
];

for (const [what, bytes, wanted] of CASES) {
  test(`lines: ${what}`, () => {
    assert.deepEqual(texts(bytes), wanted);
    const each = Array.from(Buffer.from(bytes as string), (byte) => Buffer.from([byte]));
    assert.deepEqual(
      split(each).lines.map(({text}) => text),
      wanted,
      'byte by byte',
    );
  });
}

test('lines: a CR at the end of the input, with no LF behind it, is data', () => {
  assert.deepEqual(texts('a\nb\r'), ['a', 'b\r']);
});

test('lines are numbered from 1 and carry their file', () => {
  const {lines} = split([Buffer.from('a\n\nb')], {file: 'app.log'});
  assert.deepEqual(lines, [
    {text: 'a', number: 1, file: 'app.log'},
    {text: '', number: 2, file: 'app.log'},
    {text: 'b', number: 3, file: 'app.log'},
  ]);
});

test('of a line too long the head is kept, the rest is counted, the next line is untouched', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({unit: fc.constantFrom('a', 'b', '{'), maxLength: 24}), {minLength: 1, maxLength: 8}),
      fc.array(fc.nat(), {maxLength: 8}),
      (lines, places) => {
        const bytes = Buffer.from(`${lines.join('\n')}\n`);
        const got = split(cut(bytes, places), {maxLineBytes: 8});
        assert.deepEqual(
          got.lines,
          lines.map((text, i) => ({text: text.slice(0, 8), number: i + 1, ...(text.length > 8 && {oversize: true})})),
        );
        assert.deepEqual(
          got.dropped,
          lines.filter((text) => text.length > 8).map((text) => text.length - 8),
        );
      },
    ),
    {numRuns: 300},
  );
});

test('a head cut inside a character ends in U+FFFD', () => {
  const {lines, dropped} = split([Buffer.from('ab漢\nc\n')], {maxLineBytes: 4});
  assert.deepEqual(
    lines.map(({text, oversize}) => [text, oversize]),
    [
      ['ab\ufffd', true],
      ['c', undefined],
    ],
  );
  assert.deepEqual(dropped, [1]);
});

test('CRLF does not make a line of just the allowed length too long', () => {
  const {lines, dropped} = split([Buffer.from('12345678\r\nx\r\n')], {maxLineBytes: 8});
  assert.deepEqual(
    lines.map(({text, oversize}) => [text, oversize]),
    [
      ['12345678', undefined],
      ['x', undefined],
    ],
  );
  assert.deepEqual(dropped, []);
});

test('linear: a line that grows byte by byte', () => {
  const byte = Buffer.from('x');
  let length = 0;
  const splitter = createSplitter({maxLineBytes: 1 << 24}, (line) => {
    length = line.text.length;
  });
  for (let i = 0; i < 200_000; i++) splitter.push(byte);
  splitter.end();
  assert.equal(length, 200_000);
});
