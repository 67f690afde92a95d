import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {text as nonEmpty, own, parseObject} from '../../util/json.ts';
import {defineDialect, type Row} from '../define.ts';
import {ginEvidence, ginTime, readGin} from '../gin.ts';
import {aboutModel} from '../models.ts';

/** `[LEVEL] time | id | file:line [func] message`; one-api's ids are digits alone. */
const LINE =
  /^\[(?:INFO|WARN|ERROR|DEBUG)\] (\d{4}\/\d\d\/\d\d - \d\d:\d\d:\d\d) \| (?:(\d{20,40}) \| )?[\w./-]{1,120}\.go:\d{1,6} \[\w{1,80}\] ([\s\S]*)$/;
const DIGITS = /^\d{20,40}$/;
const HOP = /^relay error \(channel id \d{1,9}, user id: \d{1,9}\): ([\s\S]*)$/;
const RETRY = /^using channel #\d{1,9} to retry \(remain times (\d{1,4})\)/;
const FINAL = /^relay error happen, status code is (\d{3}), won't retry/;
const MODEL = /^user id \d{1,9}, user group: [^,\n]{1,80}, request model: ([^,\s]{1,200}), using channel/;
const UPSTREAM = /^error happened, status code: (\d{3}), response: *\n?([\s\S]*)$/;
const BODY = 'request body: ';
/** Go's `%+v` of the row that is written into the database. */
const RECORD =
  /^record log: &\{[\s\S]{0,4000}? ModelName:(\S{1,200}) Quota:-?\d+ PromptTokens:(\d{1,12}) CompletionTokens:(\d{1,12}) ChannelId:\d+ RequestId:(\d{20,40}) ElapsedTime:(\d{1,12}) IsStream:(true|false)/;

const rows: readonly Row[] = [
  {id: 'oneapi.access', title: 'the access line', marks: ['[GIN] '], read: readAccess},
  {id: 'oneapi.hop', title: 'a channel failed', marks: ['relay error (channel id '], read: readHop},
  {id: 'oneapi.retry', title: 'another channel follows', marks: [' to retry (remain times '], read: readRetry},
  {id: 'oneapi.final', title: 'no other channel is tried', marks: ["won't retry in this case"], read: readFinal},
  {id: 'oneapi.record', title: 'what the call used', marks: ['record log: &{'], read: readRecord},
  {id: 'oneapi.model', title: 'DEBUG: the model that was asked for', marks: ['request model: '], read: readModel},
  {id: 'oneapi.body', title: 'DEBUG: the request', marks: ['] request body: {'], read: readBody},
  {
    id: 'oneapi.upstream',
    title: 'DEBUG: what the upstream answered; the line has no id',
    marks: ['error happened, status code: '],
    read: readUpstream,
  },
];

export default defineDialect({
  id: 'one-api',
  title: 'The relay one-api',
  origin:
    'songquanpeng/one-api 0.6.11-preview middleware/logger.go, common/logger/logger.go, controller/relay.go, model/log.go; run at 8df4a26',
  keywords: [
    '[GIN] ',
    'relay error (channel id ',
    ' to retry (remain times ',
    'relay error happen, status code is ',
    'record log: &{',
    'request model: ',
    '] request body: {',
    'error happened, status code: ',
  ],
  rows,
});

function readAccess({text, zone}: Frame): Evidence | undefined {
  const access = readGin(text);
  if (access?.id === undefined || !DIGITS.test(access.id)) return undefined;
  return ginEvidence('oneapi.access', access, zone);
}

interface Entry {
  readonly message: string;
  readonly common: Pick<Evidence, 'at' | 'zoneless' | 'callKey' | 'ids'>;
}

function entryOf({text, zone}: Frame): Entry | undefined {
  const found = LINE.exec(text);
  if (!found) return undefined;
  const [, time, id, message = ''] = found;
  const named = id === undefined ? {} : {callKey: `relay ${id}`, ids: {relay: id}};
  return {message: message.trimEnd(), common: {...ginTime(time, zone), ...named}};
}

/** Without an id nothing says which call the line is of. */
function readNamed(frame: Frame, read: (message: string) => Evidence | undefined): Evidence | undefined {
  const entry = entryOf(frame);
  const evidence = entry?.common.callKey === undefined ? undefined : read(entry.message);
  return entry && evidence && {...evidence, ...entry.common};
}

function readHop(frame: Frame): Evidence | undefined {
  return readNamed(frame, (message) => {
    const words = HOP.exec(message)?.[1];
    if (words === undefined) return undefined;
    return {
      row: 'oneapi.hop',
      phase: 'response',
      about: 'unknown',
      hop: 'failed',
      errorText: words,
      error: {message: words},
    };
  });
}

function readRetry(frame: Frame): Evidence | undefined {
  return readNamed(frame, (message) => {
    const left = RETRY.exec(message)?.[1];
    if (left === undefined) return undefined;
    return {row: 'oneapi.retry', phase: 'retry', about: 'unknown', retry: {again: true, remaining: Number(left)}};
  });
}

function readFinal(frame: Frame): Evidence | undefined {
  return readNamed(frame, (message) => {
    const status = FINAL.exec(message)?.[1];
    if (status === undefined) return undefined;
    return {row: 'oneapi.final', phase: 'response', about: 'unknown', status, retry: {again: false}};
  });
}

function readRecord(frame: Frame): Evidence | undefined {
  return readNamed(frame, (message) => {
    const found = RECORD.exec(message);
    if (!found) return undefined;
    const [, model = '', input, output, , took, stream] = found;
    return {
      row: 'oneapi.record',
      phase: 'response',
      about: aboutModel(model),
      hop: 'served',
      totalMs: Number(took),
      stream: {mode: stream === 'true'},
      stated: {...emptyDraft(), model, input_tokens: Number(input), output_tokens: Number(output)},
    };
  });
}

function readModel(frame: Frame): Evidence | undefined {
  return readNamed(frame, (message) => {
    const model = MODEL.exec(message)?.[1];
    if (model === undefined) return undefined;
    return {row: 'oneapi.model', phase: 'start', about: aboutModel(model), stated: {...emptyDraft(), model}};
  });
}

function readBody(frame: Frame): Evidence | undefined {
  return readNamed(frame, (message) => {
    const body = message.startsWith(BODY) ? parseObject(message.slice(BODY.length)) : undefined;
    if (body === undefined) return undefined;
    const about = aboutModel(nonEmpty(own(body, 'model')));
    return {row: 'oneapi.body', phase: 'start', about, requestBody: body, bodyComplete: true};
  });
}

/** It tells the type and Claude's id, which no other line does, so it is taken where only one call can be meant. */
function readUpstream(frame: Frame): Evidence | undefined {
  const entry = entryOf(frame);
  const found = entry && UPSTREAM.exec(entry.message);
  if (!found) return undefined;
  const body = parseObject(found[2] ?? '');
  if (body === undefined) return undefined;
  return {
    row: 'oneapi.upstream',
    phase: 'detail',
    join: 'one',
    hop: 'failed',
    status: found[1],
    responseBody: body,
    ...entry.common,
  };
}
