import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createJoiner, type Entry, type Frame} from '../src/framing/index.ts';
import {parseObject} from '../src/util/json.ts';
import {utc} from './support-run.ts';

interface Said {
  readonly text: string;
  readonly source?: string;
  /** A logger's prefix was taken off. */
  readonly headed?: boolean;
  readonly level?: string;
}

/** Frames of lines, in the order in which they are whole; each as its text. */
function framesOf(lines: readonly (string | Said)[]): Frame[] {
  const joiner = createJoiner(utc);
  const frames: Frame[] = [];
  for (const [i, line] of lines.entries()) {
    const {text, source = 'a', headed = false, level}: Said = typeof line === 'string' ? {text: line} : line;
    const entry: Entry = {
      text,
      json: parseObject(text),
      headed,
      context: {source: {}, ...(level !== undefined && {level})},
      lines: [{text, number: i + 1}],
    };
    frames.push(...joiner.push(entry, source, true).frames);
  }
  frames.push(...joiner.end());
  assert.equal(joiner.open(), false);
  const numbers = frames.flatMap((frame) => frame.lines.map(({number}) => number)).sort((x, y) => x - y);
  assert.deepEqual(
    numbers,
    lines.map((_, i) => i + 1),
    'every line is in one frame, and in one only',
  );
  return frames;
}

const textsOf = (lines: readonly (string | Said)[]): string[] => framesOf(lines).map(({text}) => text);
const head = (text: string, source?: string): Said => ({text, headed: true, ...(source !== undefined && {source})});

const TRACE = ['Traceback (most recent call last):', '  File "a.py", line 1, in f', '    g()', 'ValueError: first'];
const CHAIN = 'During handling of the above exception, another exception occurred:';

const CASES: readonly {
  readonly name: string;
  readonly lines: readonly (string | Said)[];
  readonly frames: readonly (readonly number[])[];
}[] = [
  {name: 'lines that stand alone', lines: ['one', 'two', 'three'], frames: [[1], [2], [3]]},
  {
    name: 'a traceback under its entry',
    lines: [head('call failed'), ...TRACE, head('next')],
    frames: [[1, 2, 3, 4, 5], [6]],
  },
  {name: 'a traceback by itself', lines: [...TRACE, 'other'], frames: [[1, 2, 3, 4], [5]]},
  {name: 'a traceback at the end of the input', lines: TRACE.slice(0, 3), frames: [[1, 2, 3]]},
  {
    name: 'a Java exception under its entry, and one that stands alone',
    lines: [head('call failed'), 'com.heron.nest.GoneException: 529', '\tat com.heron.Nest', 'a.b.CException: x'],
    frames: [[1, 2, 3], [4]],
  },
  {
    name: 'a head whose message is the next line',
    lines: [head(''), 'INFO: landed', 'INFO: again'],
    frames: [[1, 2], [3]],
  },
  {
    name: 'dumps of a request and its answer',
    lines: [
      head('Request Content:'),
      'POST /v1/messages HTTP/1.1',
      'Host: a.example',
      '',
      '{"model":"m"}',
      'HTTP/1.1 200 OK',
      'A: b',
      '',
      '2f',
      '{"id":"1"}',
      '0',
      '{"msg":"of an application"}',
    ],
    frames: [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11], [12]],
  },
  {
    name: 'a request and an answer up to their end marks',
    lines: [
      '--> POST https://a.example/',
      'A: b',
      '',
      '{"b":1}',
      '--> END POST (7-byte body)',
      'C: d',
      '<-- 200 (1ms)',
    ],
    frames: [[1, 2, 3, 4, 5], [6], [7]],
  },
  {
    name: 'the body of an answer is not taken while another one has not ended',
    lines: ['<-- 200 (1ms)', 'A: b', '<-- 200 (2ms)', 'A: b', '', '{"b":1}', '<-- END HTTP (7-byte body)'],
    frames: [[1, 2], [3, 4], [5], [6], [7]],
  },
  {
    name: 'a chained traceback',
    lines: [head('call failed'), ...TRACE, '', CHAIN, '', ...TRACE, head('next')],
    frames: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [13]],
  },
  {
    name: 'a caused traceback',
    lines: [...TRACE, '', 'The above exception was the direct cause of the following exception:', '', ...TRACE],
    frames: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
  },
  {
    name: 'blank lines inside a traceback',
    lines: [...TRACE.slice(0, 2), '', ...TRACE.slice(2)],
    frames: [[1, 2, 3, 4, 5]],
  },
  {
    name: 'blank lines behind an entry are their own',
    lines: [head('one'), '', '', head('two')],
    frames: [[1], [2], [3], [4]],
  },
  {
    name: "a second entry after a traceback's exception",
    lines: [...TRACE, 'ValueError: second'],
    frames: [[1, 2, 3, 4], [5]],
  },
  {
    name: 'httpx adds a line',
    lines: [...TRACE, 'For more information check: https://httpstatuses.com/429', 'other'],
    frames: [[1, 2, 3, 4, 5], [6]],
  },
  {
    name: 'a printed object',
    lines: ['sending request {', "  method: 'POST',", '  headers: {', "    a: 'b'", '  }', '}', 'other'],
    frames: [[1, 2, 3, 4, 5, 6], [7]],
  },
  {
    name: 'two objects in a row',
    lines: ['request {', '  a: 1', '} {', '  b: 2', '}', 'other'],
    frames: [[1, 2, 3, 4, 5], [6]],
  },
  {
    name: 'objects of two entries',
    lines: ['one {', '  a: 1', '}', 'two {', '  b: 2', '}'],
    frames: [
      [1, 2, 3],
      [4, 5, 6],
    ],
  },
  {
    name: 'a stack and its properties',
    lines: [
      'Error: 400 x',
      '    at f (a.js:1:1)',
      '    at g (b.js:2:2) {',
      '  status: 400,',
      '  headers: {',
      "    a: 'b'",
      '  }',
      '}',
      '}',
    ],
    frames: [[1, 2, 3, 4, 5, 6, 7, 8], [9]],
  },
  {
    name: 'pretty JSON',
    lines: ['{', '  "model": "m",', '  "list": [', '    1', '  ]', '}', '{', '  "model": "n"', '}'],
    frames: [
      [1, 2, 3, 4, 5, 6],
      [7, 8, 9],
    ],
  },
  {
    name: 'an HTML page',
    lines: [head('502'), '<html>', '<head><title>502</title></head>', '</html>', head('next')],
    frames: [[1, 2, 3, 4], [5]],
  },
  {name: 'a JSON line ends what is open', lines: ['one', '{"a":1}', '  two'], frames: [[1], [2], [3]]},
  {
    name: 'a headed line begins, whatever it looks like',
    lines: [head('one'), head('  two'), head('} three'), head('Traceback (most recent call last):')],
    frames: [[1], [2], [3], [4]],
  },
  {
    name: 'sources that take turns',
    lines: [
      head('one', 'a'),
      head('uno', 'b'),
      {text: '  two', source: 'a'},
      {text: '  dos', source: 'b'},
      head('three', 'a'),
      {text: '  tres', source: 'b'},
    ],
    frames: [[1, 3], [2, 4, 6], [5]],
  },
];

for (const {name, lines, frames} of CASES) {
  test(`join: ${name}`, () => {
    const got = framesOf(lines)
      .map((frame) => frame.lines.map(({number}) => number))
      .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
    assert.deepEqual(got, frames);
  });
}

test('the text of a frame is its lines', () => {
  assert.deepEqual(textsOf(['a {', '  b', '}']), ['a {\n  b\n}']);
});

test('pretty JSON is an entry, alone and as the only one of a list', () => {
  assert.deepEqual(framesOf(['{', '  "a": 1', '}'])[0]?.json, {a: 1});
  assert.deepEqual(framesOf(['[', '  {', '    "a": 1', '  }', ']'])[0]?.json, {a: 1});
  assert.equal(framesOf(['{', '  "a": 1,', '}'])[0]?.json, undefined);
  assert.equal(framesOf(['[', '  1,', '  2', ']'])[0]?.json, undefined);
});

test('the first line gives the context', () => {
  const [frame] = framesOf([
    {text: 'one', level: 'error'},
    {text: '  two', level: 'info'},
  ]);
  assert.equal(frame?.context.level, 'error');
});

test('a frame is bounded in lines', () => {
  const frames = framesOf(['one', ...Array.from({length: 5000}, () => '  x')]);
  assert.ok(frames.length >= 5);
  for (const frame of frames) assert.ok(frame.lines.length <= 1000, `${frame.lines.length} lines`);
});

test('a frame is bounded in size', () => {
  const frames = framesOf(['one', ...Array.from({length: 300}, () => `  ${'x'.repeat(10_000)}`)]);
  for (const frame of frames) assert.ok(frame.text.length < 1024 * 1024 + 20_000, `${frame.text.length} characters`);
});

test('a frame that others have passed by for long is let go', () => {
  const joiner = createJoiner(utc);
  const push = (text: string, source: string) =>
    joiner.push({text, json: undefined, headed: true, context: {source: {}}, lines: [{text, number: 1}]}, source, true)
      .frames;
  push('quiet', 'a');
  const frames = Array.from({length: 100}, (_, i) => push(`busy ${i}`, 'b')).flat();
  assert.equal(frames.filter(({text}) => text === 'quiet').length, 1);
});

test('many sources at once stay cheap', () => {
  const lines = Array.from({length: 20_000}, (_, i) => ({
    text: i % 2 === 0 ? 'head' : '  tail',
    source: `s${i % 977}`,
    headed: i % 2 === 0,
  }));
  assert.ok(framesOf(lines).length > 0);
});
