import {readErrorBody} from '../../calls/error-body.ts';
import type {Evidence} from '../../calls/evidence.ts';
import {findErrorBody, isClaudeBody} from '../../calls/find-body.ts';
import {statusOf} from '../../calls/status.ts';
import {failureOf} from '../failure-words.ts';

/** What the words behind `API Error` say. */
export interface Words {
  readonly parts: Pick<Evidence, 'status' | 'responseBody' | 'error' | 'failure' | 'ids'>;
  /** True when nobody but Claude Code, or the API through it, says so. */
  readonly proven: boolean;
}

/** The advice that newer versions put behind the message. */
const ADVICE = /\.? (?:This is a server-side issue|The API is at capacity|If it persists, check)[\s\S]*$/;
/** How the Agent SDK ends the sentence that it throws. */
const EXIT = / \(exit code: \d{1,3}\)\s*$/;
/** The status, once as the client's own field and once as the head of its message. */
const STATUS = /^(?:undefined |(?<twice>\d{3}) (?=\k<twice>(?: |$)))?(\d{3})(?= |$)/;
const REJECTED = /^Request rejected \((\d{3})\) · /;
const REPEATED = /^Repeated (\d{3}) \w+ errors\b/;
/** The TypeScript SDK's sentences, whole. */
const SDK_SENTENCE = /^(?:Connection error\.?|Request timed out\.?)$/;
/** A terminal's line break and the indent of the next line, inside a word. */
const WRAP = /\s{3,}|\s*\n\s*/g;

/** Reads `529 {json}`, `529 Overloaded. This is …`, `Request rejected (429) · …`, `Connection error.` and the like. */
export function readWords(words: string): Words {
  const text = words.trim().replace(EXIT, '');
  const found = findErrorBody(text);
  const head = STATUS.exec(text) ?? REJECTED.exec(text) ?? REPEATED.exec(text);
  const status = statusOf(head?.at(-1));
  if (found) {
    return {parts: {status, ...bodyParts(found.body, text)}, proven: isClaudeBody(found.body)};
  }
  const message = text.replace(ADVICE, '').slice(head && !REPEATED.test(text) ? head[0].length : 0);
  const failure = status === undefined ? failureOf(text) : undefined;
  return {
    parts: {status, failure, error: {message: message.trim() || undefined}},
    proven: REJECTED.test(text) || REPEATED.test(text) || ADVICE.test(text) || SDK_SENTENCE.test(text),
  };
}

type Body = NonNullable<ReturnType<typeof findErrorBody>>['body'];

/** A body that a terminal wrapped inside its words is put together again: the type is one word. */
function bodyParts(body: Body, text: string): Words['parts'] {
  const joined = text.search(WRAP) >= 0 ? findErrorBody(text.replace(WRAP, ''))?.body : undefined;
  if (joined === undefined) return {responseBody: body};
  const {type, ids} = readErrorBody(joined);
  const {message} = readErrorBody(body);
  return {error: {type, message: message?.replace(WRAP, ' ')}, ids: {body: ids[0]?.value}};
}
