import {clientOfAgent} from '../../calls/client.ts';
import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type Json, type JsonObject, text as nonEmpty, own, parse} from '../../util/json.ts';
import {timeOf} from '../../util/time.ts';
import type {Row} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

/** The file log loses the emoji in front and keeps its blanks. */
const ACCESS = /^[^\d\n]{0,8}(\d{3}) POST (\S{1,2048}) {1,4}(\d{1,9})ms \d{1,12}B$/;
const CONSOLE = /^\d\d:\d\d:\d\d [^\d\n]{0,8}(\d{3}) POST (\S{1,2048}) {1,4}(\d{1,9})ms \d{1,12}B(?:\n|$)/;
const BRANCH = /^ {1,20}[├└]─ (\w{1,40}): (.*)$/;

export const accessRows: readonly Row[] = [
  {id: 'crs.access', title: 'the access entry, with request and answer in it', names: ['lvl'], read: readEntry},
  {id: 'crs.console', title: 'the same on the console, as a tree', marks: ['/v1/messages'], read: readConsole},
];

function readEntry({json, zone}: Frame): Evidence | undefined {
  const found = json && ACCESS.exec(nonEmpty(own(json, 'msg')) ?? '');
  if (!json || !found) return undefined;
  const stamp = nonEmpty(own(json, 'ts'));
  const time = stamp === undefined ? undefined : timeOf(stamp, zone);
  const evidence = access('crs.access', found, (name) => own(json, name));
  return evidence && {...evidence, at: time?.at, zoneless: time?.zoneless};
}

function readConsole({text}: Frame): Evidence | undefined {
  const found = CONSOLE.exec(text);
  if (!found) return undefined;
  const values = new Map<string, Json | undefined>();
  for (const line of text.split('\n').slice(1)) {
    const [, name, value = ''] = BRANCH.exec(line) ?? [];
    if (name !== undefined) values.set(name, value.startsWith('{') ? parse(value) : value);
  }
  return access('crs.console', found, (name) => values.get(name));
}

function access(row: string, found: RegExpExecArray, get: (name: string) => Json | undefined): Evidence | undefined {
  const [, status, path = '', took] = found;
  if (!isClaudeUrl(path)) return undefined;
  const request = get('req');
  const answer = get('res');
  const id = nonEmpty(get('requestId'));
  const agent = nonEmpty(get('ua'));
  return {
    row,
    phase: 'end',
    server: {part: 'access'},
    url: path,
    status,
    totalMs: Number(took),
    // A large body is cut, and then its parts are texts.
    ...(isObject(request) && {
      requestBody: request,
      bodyComplete: own(request, '_truncated') === undefined && get('_truncated') === undefined,
    }),
    ...(isObject(answer) && {responseBody: withoutStatus(answer)}),
    ...(agent !== undefined && {sdk: clientOfAgent(agent)}),
    ...(id !== undefined && {callKey: `crs ${id}`, ids: {relay: id}}),
    stated: {...emptyDraft(), client_ip: nonEmpty(get('ip'))},
  };
}

/** It writes 500 into the body of a 400: the number is nobody's status. */
function withoutStatus(answer: JsonObject): JsonObject {
  const {status, ...rest} = answer;
  const error = own(rest, 'error');
  if (!isObject(error)) return rest;
  const {status: inner, ...inside} = error;
  return {...rest, error: inside};
}
