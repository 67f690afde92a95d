import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inspect} from 'node:util';
import fc from 'fast-check';
import type {Json} from '../src/util/json.ts';
import {
  isOpaque,
  readInspect,
  readInspectProperties,
  readJavaMap,
  readJson,
  readLiteral,
  readPython,
  readRuby,
} from '../src/util/literals/index.ts';

type Row = readonly [text: string, value: unknown, complete: boolean, rest?: string];
type Read = typeof readPython;

const PYTHON: readonly Row[] = [
  [`{'a': None, 'b': [True, False], "c": -1.5e3} tail`, {a: null, b: [true, false], c: -1500}, true, ' tail'],
  [
    `Headers([('a', 'b'), (b'c', b'\\xe2\\x82\\xac')])`,
    [
      ['a', 'b'],
      ['c', '€'],
    ],
    true,
  ],
  [`Headers({'a': 'b'})`, {a: 'b'}, true],
  [`{'x': <anthropic.Omit object at 0x7f>, 'r': <Request [b'POST']>, 'l': [<X>, 1]}`, {l: [null, 1]}, false],
  [`{'t': datetime.datetime(2024, 1, 1), 'n': NOT_GIVEN, 'k': Timeout(timeout=600), 'e': ...}`, {}, false],
  [
    `{'d': Decimal('1.5'), 's': set(), 'f': frozenset({1, 2}), 't': (1,), 'p': ('a'\n 'b')}`,
    {d: '1.5', s: [], f: [1, 2], t: [1], p: 'ab'},
    true,
  ],
  [`{1: 'a', None: 'b', (1, 2): 'c', 1.0: 'd'}`, {1: 'a', None: 'b', '(1, 2)': 'c', '1.0': 'd'}, true],
  [`'\\x41\\u0042\\U0001F600\\N{DASH}\\101\\n\\'' r'\\x41'`, "AB😀\\N{DASH}A\n'\\x41", true],
  [`'''a\nb'''`, 'a\nb', true],
  [`[nan, inf, -inf, 1_000]`, [null, null, null, 1000], true],
  [`{'a': {'b': 'cut he`, {a: {b: 'cut he'}}, false],
  [`{'a': 1, 'b': 52`, {a: 1}, false],
  [`{'a': 1, 'key`, {a: 1}, false],
  [`BadRequestError("Error code: 400")`, 'Error code: 400', true],
];

const RUBY: readonly Row[] = [
  [
    '{:a=>"b", "c"=>1, :"x y"=>nil, 3=>true, nil=>[1, 2.5, -30000000000.0]} (Heron)',
    {a: 'b', c: 1, 'x y': null, 3: true, nil: [1, 2.5, -3e10]},
    true,
    ' (Heron)',
  ],
  ['{a: "b", "c" => 1, "x y": nil, 3 => true}', {a: 'b', c: 1, 'x y': null, 3: true}, true],
  ['{"t"=>"a\\"b\\#{x}\\n\\e[31m \\u0000\\u{1F600}\\x41"}', {t: 'a"b#{x}\n\x1b[31m \0😀A'}, true],
  [
    '[:sym, :"odd sym", #<Foo:0x7f @a=1, @b="x">, Foo::Bar, 1970-01-01 00:00:00 UTC, (1/1)]',
    ['sym', 'odd sym', null, null, null, null],
    false,
  ],
  ['{:status=>502, :body=>#<StringIO:0x00007fbadbc0ddf0>}', {status: 502}, false],
  ['{:a=>{:b=>"cut he', {a: {b: 'cut he'}}, false],
  ['{:a=>1, :b=>52', {a: 1}, false],
  ['{a: 1, :ke', {a: 1}, false],
];

const JAVA: readonly Row[] = [
  [
    `{type=error, error={details=null, type=api_error, message=Down}, request_id=req_1} tail`,
    {type: 'error', error: {details: null, type: 'api_error', message: 'Down'}, request_id: 'req_1'},
    true,
    ' tail',
  ],
  [`{message=wants {a, b}, not a=b, see x, type=t}`, {message: 'wants {a, b}, not a=b, see x', type: 't'}, true],
  [`{message=wants, status=400}`, {message: 'wants', status: 400}, true],
  [
    `{n=1, f=-1.5, t=true, id=007, e={}, l=[a, {b=c}, []], s=}`,
    {n: 1, f: -1.5, t: true, id: '007', e: {}, l: ['a', {b: 'c'}, []], s: ''},
    true,
  ],
  [`{message=12, code=12}`, {message: '12', code: 12}, true],
  [`{type=error, error={message=cut he`, {type: 'error', error: {message: 'cut he'}}, false],
  [`{type=error, err`, {type: 'error'}, false],
];

const INSPECT: readonly Row[] = [
  [
    `{ a: 'x', 'b-c': "it's", [cause]: 1, [Symbol(k)]: 2 } tail`,
    {a: 'x', 'b-c': "it's", cause: 1, 'Symbol(k)': 2},
    true,
    ' tail',
  ],
  [`{ a: [Object], b: [Array], c: [Function: x], d: [Getter], e: <Buffer 68 69>, f: 1 }`, {f: 1}, false],
  [`<ref *1> { a: 1, self: [Circular *1] }`, {a: 1}, false],
  [`[ 1, 2, ... 3 more items ]`, [1, 2], false],
  [`Headers { 'a': 'b' }`, {a: 'b'}, true],
  [`[Object: null prototype] { a: 1 }`, {a: 1}, true],
  [`Map(2) { 'a' => 1, { x: 1 } => 2 }`, {a: 1, '{ x: 1 }': 2}, true],
  [`Set(1) { 1 }`, [1], true],
  [
    `{ s: 'a\\n' +\n    'b', u: undefined, n: NaN, i: 12n, d: 2024-01-01T00:00:00.000Z }`,
    {s: 'a\nb', u: null, n: null, i: 12, d: '2024-01-01T00:00:00.000Z'},
    true,
  ],
  [`[Error: 400 [x]] {\n  status: 400\n}`, {status: 400, message: 'Error: 400 [x]'}, true],
  [`Error: a\n    at b (c)\nnext`, {message: 'Error: a'}, true, '\nnext'],
  [`{type:"x",list:[true,null,],}`, {type: 'x', list: [true, null]}, true],
  [`{\n  a: 1,\n  b: 'cut`, {a: 1, b: 'cut'}, false],
];

const JSONS: readonly Row[] = [
  [`{"a":[1,{"b":null}]} tail`, {a: [1, {b: null}]}, true, ' tail'],
  [`{"a": "x", "b": [1, "cut`, {a: 'x', b: [1, 'cut']}, false],
  [`{"a": 1, "b": 2`, {a: 1}, false],
  [`{"a": [1, 2,],}`, {a: [1, 2]}, true],
  [`{“a”: “b "c"”}`, {a: 'b "c"'}, true],
  [`{"a": "b\nc"}`, {a: 'b\nc'}, true],
];

const NOTHING: readonly (readonly [Read, string])[] = [
  [readPython, 'word'],
  [readPython, '{hello world}'],
  [readPython, ''],
  [readInspect, 'Foo: bar'],
  [readInspect, 'two words'],
  [readJson, `{'a': 1}`],
  [readJson, 'x'],
  [readLiteral, 'just prose'],
  [readInspectProperties, 'no property'],
];

/** What Python prints for a JSON value. */
function pythonRepr(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return Object.is(value, -0) ? '-0.0' : String(value);
  if (typeof value === 'string') return pythonString(value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([k, v]) => `${pythonString(k)}: ${pythonRepr(v as Json)}`)
    .join(', ')}}`;
}

function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = Array.from(text, (char) => {
    if (char === quote || char === '\\') return `\\${char}`;
    const code = char.codePointAt(0) ?? 0;
    if (code < 32 || code === 127) return `\\x${code.toString(16).padStart(2, '0')}`;
    if (code >= 0xd800 && code <= 0xdfff) return `\\u${code.toString(16)}`;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : char;
  });
  return quote + inner.join('') + quote;
}

const own = (text: string): unknown => JSON.parse(text);
const everything = {depth: null, maxArrayLength: null, maxStringLength: null} as const;
const readers: readonly Read[] = [
  readPython,
  readInspect,
  readInspectProperties,
  readJavaMap,
  readJson,
  readRuby,
  readLiteral,
];

for (const [name, read, rows] of [
  ['Python', readPython, PYTHON],
  ['inspect', readInspect, INSPECT],
  ['ruby', readRuby, RUBY],
  ['Java', readJavaMap, JAVA],
  ['JSON', readJson, JSONS],
] as const) {
  describe(`${name} literals`, () => {
    for (const [text, value, complete, rest = ''] of rows) {
      it(text, () => {
        const reading = read(text);
        assert.deepEqual(reading, {value, end: text.length - rest.length, complete});
        assert.deepEqual(readLiteral(text)?.value, value);
      });
    }
  });
}

it('reads nothing where no literal starts', () => {
  for (const [read, text] of NOTHING) assert.equal(read(text), undefined, text);
});

it('marks what cannot be told', () => {
  for (const text of ['<Foo at 0x1>', 'Foo(1, 2)', '[Object]']) assert.ok(isOpaque(readLiteral(text)?.value), text);
  assert.ok(!isOpaque({}));
});

describe('round trips', () => {
  it('Python repr', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 6}), (value) => {
        const json = own(JSON.stringify(value)) as Json;
        const text = pythonRepr(json);
        assert.deepEqual(readPython(text), {value: json, end: text.length, complete: true});
      }),
    );
  });

  it('util.inspect', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 6}), (value) => {
        const json = own(JSON.stringify(value)) as Json;
        const text = inspect(json, everything);
        assert.deepEqual(readInspect(text), {value: json, end: text.length, complete: true});
      }),
    );
  });

  it('JSON, and JSON that is not quite', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 6}), (value) => {
        const text = JSON.stringify(value);
        assert.deepEqual(readJson(text)?.value, own(text));
        assert.deepEqual(readJson(`[${text},]`), {value: [own(text)], end: text.length + 3, complete: true});
      }),
    );
  });
});

describe('errors as inspect prints them', () => {
  const inner = Object.assign(new Error('other side'), {code: 'UND_ERR_SOCKET'});
  const cause = new TypeError('fetch failed\nsecond, line', {cause: inner});
  const error = Object.assign(new Error('429 {"type":"error"}', {cause}), {
    status: 429,
    headers: new Headers({'request-id': 'req_1'}),
    error: {type: 'error', error: {type: 'rate_limit_error', message: `it's "x"`}},
  });
  const value = {
    status: 429,
    headers: {'request-id': 'req_1'},
    error: error.error,
    cause: {cause: {code: 'UND_ERR_SOCKET', message: 'Error: other side'}, message: 'TypeError: fetch failed'},
    message: 'Error: 429 {"type":"error"}',
  };

  for (const [where, printed, expected] of [
    ['alone', error, value],
    ['in an object', {a: 1, error, b: 2}, {a: 1, error: value, b: 2}],
    ['in a list', [error, 1], [value, 1]],
  ] as const) {
    it(where, () => {
      const text = inspect(printed, everything);
      assert.deepEqual(readInspect(`${text}\nnext`), {value: expected, end: text.length, complete: true});
    });
  }

  it('without a stack', () => {
    const bare = Object.assign(new Error('x'), {stack: 'Error: x', code: 'E'});
    const text = inspect({bare, b: 2});
    assert.deepEqual(readInspect(text)?.value, {bare: {code: 'E', message: 'Error: x'}, b: 2});
  });
});

it('reads properties whose opening brace was lost', () => {
  const text = `  status: 529,\n  headers: { a: 'b' },\n  request_id: 'req'\n}`;
  const value = {status: 529, headers: {a: 'b'}, request_id: 'req'};
  assert.deepEqual(readInspectProperties(`${text} tail`), {value, end: text.length, complete: true});
  assert.deepEqual(readInspectProperties('  a: 1,\n  junk here'), {value: {a: 1}, end: 10, complete: false});
});

it('keeps __proto__ an own key', () => {
  for (const text of [`{'__proto__': {'x': 1}}`, `{ ['__proto__']: { x: 1 } }`, `{"__proto__": {"x": 1},}`]) {
    const value = readLiteral(text)?.value;
    assert.deepEqual(Object.keys(value as object), ['__proto__'], text);
    assert.equal((value as {x?: unknown}).x, undefined);
  }
});

it('survives a cut anywhere, and reads no more than the whole has', () => {
  for (const [text] of [...PYTHON, ...JAVA, ...INSPECT, ...JSONS]) {
    for (let cut = 0; cut <= text.length; cut++) {
      for (const read of readers) {
        const reading = read(text.slice(0, cut));
        assert.ok(reading === undefined || reading.end <= cut);
      }
    }
  }
});

it('never throws', () => {
  const pieces = fc.constantFrom(...`{}[]()<>'"\`\\,:=+-.0123\n abnrxuN_“”`, '=> ', 'Error: ', '\n  at x', '... ');
  fc.assert(
    fc.property(fc.array(pieces, {maxLength: 60}), (parts) => {
      for (const read of readers) read(parts.join(''));
    }),
    {numRuns: 2000},
  );
});

it('takes deep and long texts without trouble', () => {
  const units = [
    `{'a':`,
    '{a=',
    '{a=b, ',
    '{a=[',
    '((((',
    '[',
    '<',
    '{a:',
    'A: 1, ',
    'a(',
    '[Error: ',
    'Error: x\n',
    `'a' `,
    '"\\',
    '{{}=>',
    'a: E: x\n',
  ];
  for (const unit of units) {
    const text = unit.repeat(1_000_000 / unit.length);
    for (const read of readers) {
      read(text);
      read(`[${text}`);
    }
  }
  assert.deepEqual(readPython(`${'['.repeat(66)}1${']'.repeat(66)}, tail`)?.end, 133);
});
