import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {text as nonEmpty, own, parseObject} from '../../util/json.ts';
import type {Row} from '../define.ts';
import {ginEvidence, ginTime, readGin} from '../gin.ts';
import {aboutModel} from '../models.ts';

/** `[LEVEL] time | id | message`. */
const LINE =
  /^\[(?:INFO|WARN|ERR|ERROR|DEBUG)\] (\d{4}\/\d\d\/\d\d - \d\d:\d\d:\d\d) \| ([0-9A-Za-z-]{16,64}) \| ([\s\S]*)$/;
const HOP = /^(?:channel|relay) error \(channel #\d{1,9}, status code:? (\d{1,3})\): ([\s\S]*)$/;
const RETRY = /^using channel #\d{1,9} to retry \(remain times (\d{1,4})\)/;
const HOPS = /^重试：(\d{1,9}(?:->\d{1,9}){1,50})$/;
const FINAL = /^relay error: ([\s\S]+)$/;
const REFUSED = /^user \d{1,9} \| ([\s\S]+)$/;
const CUT = /^(?:scanner error: (.{1,300})|(streaming timeout)$)/;
const CONSUMED =
  /^record consume log: userId=\d{1,9}, (?:[^,\n]{1,40}=[-\d]{1,20}, )?channelId=\d{1,9}, promptTokens=(\d{1,12}), completionTokens=(\d{1,12}), modelName=([^,\n]{1,200}), /;
const CONSUMED_JSON = /^record consume log: userId=\d{1,9}, params=(\{[\s\S]*\})$/;
const LOGGED =
  /^record error log: userId=\d{1,9}, channelId=\d{1,9}, modelName=([^,\n]{1,200}), tokenName=[^,\n]{0,200}, content=/;
const MS = 1000;

export const lineRows: readonly Row[] = [
  {id: 'newapi.access', title: 'the access line', marks: ['[GIN] '], read: readAccess},
  {id: 'newapi.hop', title: 'a channel failed', marks: [' error (channel #'], read: readHop},
  {id: 'newapi.retry', title: 'another channel follows', marks: [' to retry (remain times '], read: readRetry},
  {id: 'newapi.hops', title: 'the channels that were tried', marks: ['重试：'], read: readHops},
  {id: 'newapi.final', title: 'what the caller is told', marks: ['relay error: '], read: readFinal},
  {id: 'newapi.refused', title: 'refused before any channel', marks: [' | user '], read: readRefused},
  {
    id: 'newapi.cut',
    title: 'the stream of the upstream broke',
    marks: ['scanner error: ', 'streaming timeout'],
    read: readCut,
  },
  {id: 'newapi.consume', title: 'what the call used', marks: ['record consume log: '], read: readConsumed},
  {id: 'newapi.logged', title: 'the model of a failed try', marks: ['record error log: '], read: readLogged},
];

function readAccess({text, zone}: Frame): Evidence | undefined {
  const access = readGin(text);
  if (access?.id === undefined || access.time === undefined) return undefined;
  return ginEvidence('newapi.access', access, zone);
}

/** The part that every line has, and what its message says. */
function readLine({text, zone}: Frame, read: (message: string) => Evidence | undefined): Evidence | undefined {
  const found = LINE.exec(text);
  if (!found) return undefined;
  const [, time, id = '', message = ''] = found;
  const evidence = read(message.trim());
  return evidence && {...evidence, ...ginTime(time, zone), callKey: `relay ${id}`, ids: {relay: id}};
}

function readHop(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const found = HOP.exec(message);
    if (!found) return undefined;
    const words = found[2] ?? '';
    return {
      row: 'newapi.hop',
      phase: 'response',
      about: 'unknown',
      hop: 'failed',
      status: found[1],
      errorText: words,
      error: words.includes('{') ? {} : {message: words},
    };
  });
}

function readRetry(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const left = RETRY.exec(message)?.[1];
    if (left === undefined) return undefined;
    return {row: 'newapi.retry', phase: 'retry', about: 'unknown', retry: {again: true, remaining: Number(left)}};
  });
}

function readHops(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const hops = HOPS.exec(message)?.[1];
    if (hops === undefined) return undefined;
    return {row: 'newapi.hops', phase: 'response', about: 'unknown', hops: hops.split('->').length};
  });
}

function readFinal(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const words = FINAL.exec(message)?.[1];
    if (words === undefined) return undefined;
    return {row: 'newapi.final', phase: 'end', about: 'unknown', errorText: words, error: {message: words}};
  });
}

function readRefused(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const words = REFUSED.exec(message)?.[1];
    if (words === undefined) return undefined;
    return {row: 'newapi.refused', phase: 'end', about: 'unknown', error: {message: words}};
  });
}

function readCut(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const found = CUT.exec(message);
    if (!found) return undefined;
    const words = found[1] ?? found[2];
    return {row: 'newapi.cut', phase: 'response', about: 'unknown', stream: {broken: true}, error: {message: words}};
  });
}

function readConsumed(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const found = CONSUMED.exec(message);
    if (found) return consumed(found[3], Number(found[1]), Number(found[2]), {});
    const params = parseObject(CONSUMED_JSON.exec(message)?.[1] ?? '');
    if (params === undefined) return undefined;
    const model = nonEmpty(own(params, 'model_name'));
    const seconds = own(params, 'use_time_seconds');
    const stream = own(params, 'is_stream');
    return consumed(model, own(params, 'prompt_tokens'), own(params, 'completion_tokens'), {
      ...(typeof seconds === 'number' && seconds > 0 && {totalMs: seconds * MS}),
      ...(typeof stream === 'boolean' && {stream: {mode: stream}}),
    });
  });
}

function consumed(model: string | undefined, input: unknown, output: unknown, more: Partial<Evidence>): Evidence {
  return {
    row: 'newapi.consume',
    phase: 'response',
    about: aboutModel(model),
    hop: 'served',
    ...more,
    stated: {
      ...emptyDraft(),
      model,
      ...(typeof input === 'number' && {input_tokens: input}),
      ...(typeof output === 'number' && {output_tokens: output}),
    },
  };
}

function readLogged(frame: Frame): Evidence | undefined {
  return readLine(frame, (message) => {
    const model = LOGGED.exec(message)?.[1];
    if (model === undefined) return undefined;
    return {row: 'newapi.logged', phase: 'response', about: aboutModel(model), stated: {...emptyDraft(), model}};
  });
}
