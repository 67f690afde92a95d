import assert from 'node:assert/strict';
import {it} from 'node:test';
import fc from 'fast-check';
import {headersOf} from '../src/util/headers.ts';

const FORMS: readonly (readonly [form: string, value: unknown])[] = [
  ['object', {'Request-Id': 'req_1', 'retry-after': 5}],
  ['object of lists', {'Request-Id': ['req_1'], 'retry-after': ['5'], other: null}],
  [
    'pairs',
    [
      ['Request-Id', 'req_1'],
      ['retry-after', '5'],
    ],
  ],
  [
    'names',
    [
      {name: 'Request-Id', value: 'req_1'},
      {name: 'retry-after', value: 5},
    ],
  ],
  [
    'keys',
    [
      {key: 'Request-Id', value: 'req_1'},
      {key: 'retry-after', value: '5'},
    ],
  ],
  ['rawHeaders', ['Request-Id', 'req_1', 'retry-after', '5']],
  ['text', 'HTTP/1.1 429 Too Many Requests\r\nRequest-Id: req_1\r\nretry-after:5\r\n\r\nbody: x'],
];

const NO_HEADERS: readonly unknown[] = [
  undefined,
  null,
  5,
  '',
  'no header',
  ['odd'],
  [['a', 'b', 'c']],
  [['a b', 'c']],
  [1, 2],
  [{value: 'x'}],
];

for (const [form, value] of FORMS) {
  it(`reads headers in the form: ${form}`, () => {
    const headers = headersOf(value);
    assert.equal(headers?.get('REQUEST-ID'), 'req_1');
    assert.deepEqual(headers?.entries(), [
      ['request-id', 'req_1'],
      ['retry-after', '5'],
    ]);
  });
}

it('joins repeated names and folded lines', () => {
  assert.equal(
    headersOf([
      ['A', '1'],
      ['a', '2'],
    ])?.get('a'),
    '1, 2',
  );
  assert.equal(headersOf({a: ['1', '2']})?.get('A'), '1, 2');
  assert.equal(headersOf('A: 1\n  more\nb: 2')?.get('a'), '1 more');
});

it('reaches no prototype', () => {
  const headers = headersOf({});
  for (const name of ['__proto__', 'constructor', 'toString']) assert.equal(headers?.get(name), undefined);
  assert.equal(headersOf(JSON.parse('{"__proto__": "x"}'))?.get('__proto__'), 'x');
});

it('takes nothing else for headers', () => {
  for (const value of NO_HEADERS) assert.equal(headersOf(value), undefined, JSON.stringify(value));
  fc.assert(
    fc.property(fc.anything(), (value) => {
      headersOf(value)?.entries();
    }),
  );
});
