import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cutEchoes} from '../src/redact/echo.ts';

const WORDS = 'the reeds along the lagoon bend low before the storm';
const CUT = '[REDACTED:content]';

test('quotations of many words are cut, in any quotes and any escaping', () => {
  const cases: readonly (readonly [string, string])[] = [
    [`got "${WORDS}"`, `got "${CUT}"`],
    [`content: '${WORDS}' is refused`, `content: '${CUT}' is refused`],
    [`value \`${WORDS}\`.`, `value \`${CUT}\`.`],
    [`arguments {\\"query\\": \\"${WORDS}\\"}`, `arguments {\\"query\\": \\"${CUT}\\"}`],
    [`it's "${WORDS}" they're`, `it's "${CUT}" they're`],
    [`cut: "${WORDS}`, `cut: "${CUT}`],
    [`data "${'QUJD'.repeat(60)}"`, `data "${CUT}"`],
    [
      '内容「芦苇在风暴来临之前沿着潟湖低低地弯下腰来然后再慢慢地直起身子一直到天亮以后才停下来的样子」',
      `内容「${CUT}」`,
    ],
  ];
  for (const [text, wanted] of cases) {
    assert.equal(cutEchoes(text), wanted);
    assert.equal(cutEchoes(wanted), wanted);
  }
});

test('names, short values and what a message calls its message stay', () => {
  for (const text of [
    "messages.0.content: Input should be 'text', 'image' or 'document'",
    'model: "claude-sonnet-4-5-20250929-with-a-long-suffix-of-a-relay"',
    `{"message": "${WORDS}"}`,
    `{\\"message\\": \\"${WORDS}\\"}`,
    "This request would exceed your organization's rate limit; don't send more than the tier's tokens",
    'path "/srv/app/releases/20260302/node_modules/@scope/package/index.js"',
  ])
    assert.equal(cutEchoes(text), text);
});

test('odd quotes cost no more than even ones', () => {
  for (const unit of [`"a `, `'a`, '`', `\\"`, `: "`, `"'`, 'a "b" ']) {
    const text = unit.repeat(1_000_000 / unit.length);
    const start = performance.now();
    cutEchoes(text);
    assert.ok(performance.now() - start < 2000, JSON.stringify(unit));
  }
});
