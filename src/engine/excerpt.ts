/** Enough to recognise a line by, in characters. */
const EXCERPT = 200;
/** More than that is not looked at: scrubbing a giant line to show its head would cost too much. */
const MAX_TEXT = 16_384;
/** Quoted values of this length or more may be content; whose name says person are left out whole. */
const QUOTED = /"(?:[^"\\]|\\.){16,}(?:"|$)|'(?:[^'\\]|\\.){16,}(?:'|$)/g;
/** What is left of content where quotes do not pair: no shape of a log line has that many words in a row. */
const WORDS = /[^\s"'{}[\]:=,]{1,64}(?:[ \t]{1,8}[^\s"'{}[\]:=,]{1,64}){4,2000}/g;
const PERSON = /("?\buser_?id"?\s{0,4}[:=]\s{0,4})(?:"[^"]*"?|'[^']*'?|[^\s,}]+)/gi;
const KEY = /^["'][\w.-]{1,64}["']$/;

/** The head of a line that could not be read: its shape without its content, scrubbed before it is cut. */
export function excerptOf(text: string, scrub: (text: string) => string): string {
  const head = scrub(text.slice(0, MAX_TEXT));
  const shape = head
    .replace(PERSON, '$1"…"')
    .replace(QUOTED, (value) => (KEY.test(value) ? value : `${value[0]}…${value[0]}`))
    .replace(WORDS, '…');
  return shape.length > EXCERPT ? `${shape.slice(0, EXCERPT - 1)}…` : shape;
}
