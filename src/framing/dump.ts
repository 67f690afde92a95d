/**
 * A printed HTTP/1 message: its first line, its headers, a blank line, its body. None of them is indented. `title`: the
 * entry only announces one.
 */
export type Dump = 'title' | 'headers' | 'body' | 'whole' | 'block' | 'block-body' | 'block-end' | 'block-head';

const REQUEST = /^(?:GET|POST|PUT|PATCH|DELETE) \S{1,2048} HTTP\/\d(?:\.\d)?$/;
const ANSWER = /^HTTP\/\d(?:\.\d)? \d{3}(?: [^\n]{0,80})?$/;
const TITLE = /^(?:Request|Response)\b[\w ]{0,20}:$/;
/** As OkHttp's interceptor and its kin print it, with an end mark: `--> POST URL`, `<-- 200 (12ms)`. */
const BLOCK = /^(?:--> [A-Z]{3,7} https?:\/\/|<-- \d{3} )/;
const BLOCK_END = /^(?:--> END [A-Z]{3,7}|<-- END HTTP)\b/;
const HEADER = /^[A-Za-z][\w-]{0,80}:(?: |$)/;
/** Sizes of chunks, events of a stream, a page. */
const BODY = /^(?:[\da-f]{1,8}$|(?:event|data|id|retry):|:|<)/;
/** `[GIN]` and its like are a logger's tag. */
const JSON_BODY = /^(?:\{|\[["{[\]\dtfn-]|\[$)/;

/** What a first line begins; undefined when it is no HTTP message. */
export function dumpOf(text: string, headed: boolean): Dump | undefined {
  if (REQUEST.test(text) || ANSWER.test(text)) return 'headers';
  if (BLOCK.test(text)) return 'block';
  return headed && TITLE.test(text) ? 'title' : undefined;
}

/** Where the dump stands after one more line; undefined when the line is no part of it. */
export function goOn(dump: Dump, text: string, afterBlank: boolean): Dump | undefined {
  if (dump.startsWith('block')) return blockOn(dump, text, afterBlank);
  // An answer right below a request need not be its own: goroutines print between each other's lines.
  if (dump === 'title') return REQUEST.test(text) || ANSWER.test(text) ? 'headers' : undefined;
  if (dump === 'headers' && !afterBlank) return HEADER.test(text) ? 'headers' : undefined;
  if (BODY.test(text)) return dump === 'whole' ? 'whole' : 'body';
  // One object is the whole body: the next one is somebody else's entry.
  return dump !== 'whole' && JSON_BODY.test(text) ? 'whole' : undefined;
}

function blockOn(dump: Dump, text: string, afterBlank: boolean): Dump | undefined {
  if (dump !== 'block-body' && !afterBlank && HEADER.test(text)) return dump;
  if (dump === 'block-head' || dump === 'block-end') return undefined;
  if (BLOCK_END.test(text)) return 'block-end';
  const body = BODY.test(text) || JSON_BODY.test(text);
  return body && (dump === 'block-body' || afterBlank) ? 'block-body' : undefined;
}

/**
 * True for a good answer whose end mark did not come: its body may stand below the head of another one. One that is
 * tried again is never read to its end.
 */
export const isUnended = (dump: Dump | undefined, texts: readonly string[]): boolean =>
  (dump === 'block' || dump === 'block-head') && texts.length > 1 && /^<-- 2/.test(texts[0] as string);

export const isAnswer = (text: string): boolean => text.startsWith('<-- ');

export const isAnswerEnd = (text: string): boolean => text.startsWith('<-- END HTTP');
