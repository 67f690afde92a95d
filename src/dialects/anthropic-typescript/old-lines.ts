import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, own} from '../../util/json.ts';
import {readInspect} from '../../util/literals/index.ts';
import type {Row} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

const REQUEST = /^Anthropic:DEBUG:request (\S+) /;
const REFUSED = /^Anthropic:DEBUG:response \(error; (.*?)\) (\d{3}) (\S+) /;
const ANSWERED = /^(?:Anthropic:DEBUG:)?response (\d{3}) (\S+) (?=Headers |\{)/;
const LEFT = /retrying, (\d+) attempts? remaining/;

/** What DEBUG=true printed up to 0.41, keys in clear; the unprefixed stream line is still printed by 0.50 and later. */
export const oldRows: readonly Row[] = [
  {
    id: 'ts.old.req',
    title: 'DEBUG up to 0.41: an attempt is sent',
    marks: ['Anthropic:DEBUG:request'],
    read: readRequest,
  },
  {
    id: 'ts.old.err',
    title: 'DEBUG up to 0.41: an attempt was refused',
    marks: ['Anthropic:DEBUG:response (error'],
    read: readRefused,
  },
  {id: 'ts.old.ok', title: 'DEBUG: an attempt was answered', marks: ['response '], read: readAnswered},
];

function readRequest({text}: Frame): Evidence | undefined {
  const found = REQUEST.exec(text);
  if (!found || !isClaudeUrl(found[1] as string)) return undefined;
  const options = readInspect(text, found[0].length);
  const headers = options && readInspect(text, nextBrace(text, options.end));
  const body = options && isObject(options.value) ? own(options.value, 'body') : undefined;
  return {
    row: 'ts.old.req',
    phase: 'start',
    url: found[1],
    ...(isObject(body) && {requestBody: body, bodyKeysShown: true}),
    ...(headers && {requestHeaders: headers.value, retry: attemptOf(headers.value)}),
  };
}

function readRefused({text}: Frame): Evidence | undefined {
  const found = REFUSED.exec(text);
  if (!found || !isClaudeUrl(found[3] as string)) return undefined;
  const left = LEFT.exec(found[1] as string)?.[1];
  const headers = readInspect(text, found[0].length);
  return {
    row: 'ts.old.err',
    phase: 'response',
    url: found[3],
    status: found[2],
    responseHeaders: plainHeaders(headers?.value),
    retry: left === undefined ? {again: false, remaining: 0} : {again: true, remaining: Number(left)},
  };
}

function readAnswered({text}: Frame): Evidence | undefined {
  const found = ANSWERED.exec(text);
  if (!found || !isClaudeUrl(found[2] as string)) return undefined;
  const headers = readInspect(text, found[0].length);
  // A streamed answer is printed as a stream object, full of numbers that mean nothing here.
  const body =
    headers && /^\s*\{/.test(text.slice(headers.end, headers.end + 8))
      ? readInspect(text, nextBrace(text, headers.end))
      : undefined;
  return {
    row: 'ts.old.ok',
    // Printed beside the line with the log id since 0.50: it only adds to that call.
    phase: text.startsWith('Anthropic:') ? 'response' : 'detail',
    url: found[2],
    status: found[1],
    responseHeaders: plainHeaders(headers?.value),
    ...(body && isObject(body.value) && {responseBody: body.value}),
  };
}

/** node-fetch keeps its headers under a symbol, each value in a list. */
const plainHeaders = (value: unknown): unknown => (isObject(value) ? (own(value, 'Symbol(map)') ?? value) : value);

const nextBrace = (text: string, from: number): number => {
  const at = text.indexOf('{', from);
  return at < 0 ? text.length : at;
};

function attemptOf(headers: unknown): Evidence['retry'] {
  const count = isObject(headers) ? Number(own(headers, 'x-stainless-retry-count')) : Number.NaN;
  return Number.isInteger(count) ? {attempt: count + 1} : undefined;
}
