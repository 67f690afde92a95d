import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type JsonObject, text as nonEmpty, own, parseObject} from '../../util/json.ts';
import {timeOf} from '../../util/time.ts';
import {defineDialect} from '../define.ts';
import {aboutModel} from '../models.ts';
import {speaksOfClaude} from '../proof.ts';

/** Provider, model and the provider's status; then its body, and behind that a stack. */
const PROVIDER = /Error from provider\(([^,()\n]{1,100}),([^:()\n]{1,200}): (\d{3})\)(?:: ?|$)/m;
const STACK = /\n? {0,4}Error: Error from provider\(|\n {2,8}at /;
const FETCH = /Upstream fetch failed: ([^\n[]{1,500}?)\s*\[([^\]\n]{1,1000})\]/;

export default defineDialect({
  id: 'claude-code-router',
  title: 'The relay claude-code-router',
  origin:
    'musistudio/claude-code-router 2.0.0 packages/core/src/utils/request.ts, api/middleware.ts; 3.0.21 gateway/http/io.ts',
  keywords: ['Error from provider(', 'request body', 'final request', 'request completed', 'Upstream fetch failed: '],
  rows: [
    {id: 'ccr.error', title: 'a provider refused', marks: ['Error from provider('], read: readError},
    {id: 'ccr.body', title: 'DEBUG: the request of the client', names: ['reqId'], read: readBody},
    {id: 'ccr.request', title: 'DEBUG: the request to the provider', names: ['requestUrl'], read: readRequest},
    {id: 'ccr.done', title: 'the answer to the client', names: ['responseTime'], read: readDone},
    {
      id: 'ccr.fetch',
      title: 'version 3: the provider was not reached',
      marks: ['Upstream fetch failed: '],
      read: readFetch,
    },
  ],
});

/** Numbers start at 1 in each process, so the process is part of the key. */
function keyOf(json: JsonObject | undefined): Partial<Evidence> {
  const id = json === undefined ? undefined : nonEmpty(own(json, 'reqId'));
  if (!json || id === undefined) return {};
  return {callKey: `ccr ${String(own(json, 'pid') ?? '')} ${id}`};
}

function timed({json, context, zone}: Frame): Pick<Evidence, 'at' | 'zoneless'> {
  const stamp = json === undefined || context.at !== undefined ? undefined : own(json, 'time');
  const time = stamp === undefined ? undefined : timeOf(stamp, zone);
  return time === undefined ? {} : {at: time.at, zoneless: time.zoneless === true};
}

/** Printed twice: once by the server, which knows no request, and once by the request. */
function readError(frame: Frame): Evidence | undefined {
  const error = frame.json === undefined ? undefined : own(frame.json, 'err');
  const text = (isObject(error) ? nonEmpty(own(error, 'message')) : undefined) ?? frame.text;
  const found = PROVIDER.exec(text);
  if (!found) return undefined;
  const [head, provider = '', model = '', status] = found;
  const named = aboutModel(model);
  const rest = text.slice(found.index + head.length);
  const stack = rest.search(STACK);
  const words = stack < 0 ? rest : rest.slice(0, stack);
  const key = keyOf(frame.json);
  return {
    row: key.callKey === undefined ? 'ccr.provider' : 'ccr.error',
    phase: 'response',
    about: named === 'unknown' && /^anthropic$/i.test(provider) ? 'claude' : named,
    hop: 'failed',
    status,
    errorText: words,
    ...(!words.includes('{') && words.trim() !== '' && {error: {message: words.trim()}}),
    ...key,
    ...timed(frame),
  };
}

function readBody(frame: Frame): Evidence | undefined {
  const {json} = frame;
  const body = json?.type === 'request body' ? own(json, 'data') : undefined;
  if (!isObject(body)) return undefined;
  return {
    row: 'ccr.body',
    phase: 'start',
    about: aboutModel(nonEmpty(own(body, 'model'))),
    requestBody: body,
    bodyComplete: true,
    ...keyOf(json),
    ...timed(frame),
  };
}

function readRequest(frame: Frame): Evidence | undefined {
  const {json} = frame;
  const request = json === undefined ? undefined : own(json, 'request');
  if (!json || !isObject(request) || own(json, 'msg') !== 'final request') return undefined;
  const body = parseObject(nonEmpty(own(request, 'body')) ?? '');
  const model = body && nonEmpty(own(body, 'model'));
  return {
    row: 'ccr.request',
    phase: 'start',
    about: aboutModel(model),
    url: nonEmpty(own(json, 'requestUrl')),
    requestHeaders: own(json, 'headers'),
    ...keyOf(json),
    ...timed(frame),
    stated: {...emptyDraft(), model},
  };
}

function readDone(frame: Frame): Evidence | undefined {
  const {json} = frame;
  const answer = json === undefined ? undefined : own(json, 'res');
  if (!json || !isObject(answer) || own(json, 'msg') !== 'request completed') return undefined;
  const key = keyOf(json);
  if (key.callKey === undefined) return undefined;
  const took = own(json, 'responseTime');
  return {
    row: 'ccr.done',
    phase: 'end',
    server: {part: 'access'},
    about: 'unknown',
    status: own(answer, 'statusCode'),
    ...(typeof took === 'number' && {totalMs: took}),
    ...key,
    ...timed(frame),
  };
}

function readFetch(frame: Frame): Evidence | undefined {
  const found = FETCH.exec(frame.text);
  if (!found) return undefined;
  const [, words = '', details = ''] = found;
  const value = (name: string): string | undefined =>
    new Map(details.split('; ').map((part) => part.split('=', 2) as [string, string])).get(name);
  const attempts = Number(value('attempts') ?? 0);
  const elapsed = Number(value('elapsed_ms') ?? Number.NaN);
  const timeout = /timeout/i.test(`${words} ${value('code') ?? ''}`);
  const started = value('response_started') === 'true';
  return {
    row: 'ccr.fetch',
    phase: 'end',
    ...(started ? {stream: {broken: true}} : {failure: timeout ? 'timeout' : 'connection_error'}),
    error: {message: words.trim(), code: value('code')},
    ...(attempts > 0 && {hops: attempts}),
    ...(Number.isFinite(elapsed) && {totalMs: elapsed}),
    ...(!speaksOfClaude(frame) && {joinsOnly: true}),
    ...keyOf(frame.json),
    ...timed(frame),
  };
}
