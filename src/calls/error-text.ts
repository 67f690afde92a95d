import type {BodyReading} from './error-body.ts';
import {readErrorBody} from './error-body.ts';
import {findErrorBody} from './find-body.ts';
import {statusInText, statusOf} from './status.ts';

/** What a printed error says: the text of an exception, with or without a body in it. */
export interface TextReading {
  readonly status?: number;
  readonly className?: string;
  readonly message?: string;
  readonly body?: BodyReading;
  /** The server that an HTML error page names. */
  readonly server?: string;
  /** What stands around the body, or the head of the text when there is none. */
  readonly words: string;
}

/** Only the head of a text is searched: messages stand in front, stacks behind. */
const MAX_HEAD = 8192;
const MAX_WORDS = 512;
const CLASS_HEAD = /(?:^|[\s(:])(?:[a-z][\w]*\.)*([A-Z]\w*(?:Error|Exception))(?: \[\w+\])?: /;
const HTML_TITLE = /<title>(?:(\d{3}) )?([^<]{1,200})<\/title>/i;
const HTML_SERVER = /<center>(nginx|openresty|cloudflare|apache|haproxy|envoy|caddy|tengine)\b/i;
const CODE_PREFIX = /^(?:Error code: )?\d{3}(?: -)? (?=[<{])/;
/** Behind a status, a message alone is a body: a cloud's has nothing else. */
const CODE_BEFORE = /(?:^|[\s:(])(?:Error code: \d{3} - |\d{3} )(?=\{["']message["']:)/;
/** The words behind the SDKs' status, where there is no body: OpenAI's newer ones take the message out of it. */
const CODED = /\bError code: \d{3} - (?=\S)/;
const NO_BODY = /^\d{3} status code \(no body\)/;
const STACK = /\n\s+(?:at |File ")|\nTraceback /;

/** Reads one printed error. Pure; a text that says nothing gives an empty reading. */
export function readErrorText(whole: string): TextReading {
  const head = whole.length > MAX_HEAD ? whole.slice(0, MAX_HEAD) : whole;
  const found = findErrorBody(head) ?? (CODE_BEFORE.test(head) ? findErrorBody(head, true) : undefined);
  const before = found ? head.slice(0, found.start) : head;
  const className = CLASS_HEAD.exec(before)?.[1];
  const html = HTML_TITLE.exec(head);
  const status = statusInText(found ? head.slice(0, found.start + 1) : head) ?? statusOf(html?.[1]);
  const body = found && readErrorBody(found.body);
  const server = html ? HTML_SERVER.exec(head)?.[1]?.toLowerCase() : undefined;
  const message = body?.message ?? (html ? titleOf(html) : plainMessage(before));
  return {
    ...(status !== undefined && {status}),
    ...(className !== undefined && {className}),
    ...(message !== undefined && {message}),
    ...(body && {body}),
    ...(server !== undefined && {server}),
    words: before.slice(0, MAX_WORDS),
  };
}

const titleOf = (html: RegExpExecArray): string => (html[1] ? `${html[1]} ${html[2]}` : (html[2] as string)).trim();

/** The words of an exception without its class, its status and its stack. */
function plainMessage(before: string): string | undefined {
  const end = before.search(STACK);
  let words = (end < 0 ? before : before.slice(0, end)).trim();
  const named = CLASS_HEAD.exec(words);
  if (named) words = words.slice(named.index + named[0].length);
  const coded = CODED.exec(words);
  if (coded) words = words.slice(coded.index + coded[0].length);
  words = words.replace(CODE_PREFIX, '').trim();
  return words === '' || NO_BODY.test(words) ? undefined : words;
}
