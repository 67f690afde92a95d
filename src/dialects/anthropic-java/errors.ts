import {clientOfStack} from '../../calls/client.ts';
import type {Evidence} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {parse} from '../../util/json.ts';
import type {Row} from '../define.ts';

/** A class of the SDK and what it says, in the first line, in another exception's message or as a cause. */
const EXCEPTION =
  /\bcom\.anthropic\.(?:[a-z]\w{0,40}\.){0,6}([A-Z]\w{0,80}(?:Exception|Error))(?:: ?([^\n]{0,65536})|$|\n)/;
const STATUS = /^(\d{3}):(?: |$)/;
/** The message alone, as `getMessage()` gives it. */
const MESSAGE = /(?:^|[\s:])(\d{3}): (?=\{(?:"type"|"error"|type=error))/;
/** Said when no answer, or not the whole of it, could be read; why stands in the causes. */
const IO = /^(Request|Stream) failed/;
const CAUSES = /(?:^|\n)Caused by: [^\n]{0,500}/g;
const TIMED_OUT = /[Tt]imeout|timed out/;
/** The SDK's own frames that read an answer. */
const READING = /\n\s+at com\.anthropic\.core\.(?:handlers|http)\./;
const BAD_ANSWER = /^Error reading response/;

export const errorRows: readonly Row[] = [
  {
    id: 'jv.exc',
    title: 'An exception of the SDK, its causes below',
    marks: ['com.anthropic.'],
    read: readException,
    enriched: true,
  },
  {
    id: 'jv.msg',
    title: 'The message of a status exception',
    marks: [': {type=', ': {"type"', ': {"error"'],
    read: readMessage,
    enriched: true,
  },
];

function readException({text}: Frame): Evidence | undefined {
  const found = EXCEPTION.exec(text);
  if (!found) return undefined;
  const [, name = '', message = ''] = found;
  const rest = text.slice(found.index);
  const status = STATUS.exec(message);
  const common = {row: 'jv.exc', phase: 'end', sdk: clientOfStack(text)} as const;
  if (status) {
    const body = message.slice(status[0].length);
    return {...common, error: {name}, ...statusParts(status[1] as string, body, rest)};
  }
  const io = IO.exec(message)?.[1];
  if (io !== undefined) return {...common, error: {name, message: reasonOf(message, rest)}, ...failureOf(io, rest)};
  if (!BAD_ANSWER.test(message) && !READING.test(rest)) return undefined;
  return {...common, error: {name, ...(message !== '' && {message})}};
}

function readMessage({text}: Frame): Evidence | undefined {
  const found = MESSAGE.exec(text);
  const body = found ? text.slice(found.index + found[0].length) : '';
  if (!found || !hasClaudeBody(body)) return undefined;
  return {row: 'jv.msg', phase: 'end', ...statusParts(found[1] as string, body, body)};
}

/** A 200 with the body of an error is an event of a stream. A page is printed as a JSON string. */
function statusParts(status: string, body: string, rest: string): Partial<Evidence> {
  const broken = status === '200' && hasClaudeBody(body);
  const page = body.startsWith('"') ? parse(body.trim()) : undefined;
  const text = typeof page === 'string' ? page : rest;
  return {status, ...(broken && {stream: {broken}}), ...(body.trim() !== '' && {errorText: text})};
}

/** The deepest cause says what happened, as far as the causes were printed. */
function reasonOf(message: string, rest: string): string {
  const causes = rest.match(CAUSES)?.map((cause) => cause.trim().slice('Caused by: '.length)) ?? [];
  return [message.trim(), ...causes.slice(0, 1)].join(': ');
}

function failureOf(io: string, rest: string): Partial<Evidence> {
  const causes = rest.match(CAUSES) ?? [];
  if (causes.some((cause) => TIMED_OUT.test(cause))) return {failure: 'timeout'};
  if (io === 'Stream') return {stream: {broken: true}};
  return causes.length > 0 ? {failure: 'connection_error'} : {};
}
