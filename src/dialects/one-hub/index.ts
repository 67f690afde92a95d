import {clientOfAgent} from '../../calls/client.ts';
import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {text as nonEmpty, own} from '../../util/json.ts';
import {defineDialect} from '../define.ts';
import {goDuration} from '../gin.ts';
import {aboutModel} from '../models.ts';
import {aboutPath} from '../urls.ts';
import {readZap} from '../zap.ts';

/** The caller and then the words, or only the words when an envelope took the caller. */
const WORDS = /(?:^|[\t ])([0-9A-Za-z]{16,64}) \| ([\s\S]*)$/;
const HOP = /^relay error \(channel #\d{1,9}\([^()\n]{0,100}\)\): ([\s\S]*)$/;
const RETRY = /^using channel #\d{1,9}\([^()\n]{0,100}\) to retry \(remain times (\d{1,4})\)/;
const FINAL = /^relay error happen, status code is (\d{3}), won't retry/;
const CUT = /^Stream err:(.{1,300})/;
const CONSUMED =
  /^record consume log: userId=\d{1,9}, channelId=\d{1,9}, promptTokens=(\d{1,12}), completionTokens=(\d{1,12}), modelName=([^,\n]{1,200}), .{0,400}sourceIp=/;

export default defineDialect({
  id: 'one-hub',
  title: 'The relay one-hub',
  origin: 'MartialBE/one-hub 0.14.27 middleware/logger.go, common/logger/logger.go, relay/main.go, relay/common.go',
  keywords: [
    'GIN request',
    'relay error (channel #',
    ' to retry (remain times ',
    'relay error happen, status code is ',
    'Stream err:',
    'record consume log: ',
  ],
  rows: [
    {id: 'onehub.access', title: 'the access line', marks: ['GIN request'], read: readAccess},
    {
      id: 'onehub.app',
      title: 'channels, retries, streams and what the call used, by the id in front',
      marks: [
        'relay error (channel #',
        ' to retry (remain times ',
        'relay error happen, status code is ',
        'Stream err:',
        'record consume log: ',
      ],
      read: readApp,
    },
  ],
});

function readAccess(frame: Frame): Evidence | undefined {
  const entry = readZap(frame);
  if (entry === undefined || !entry.message.endsWith('GIN request')) return undefined;
  const {fields} = entry;
  const path = nonEmpty(own(fields, 'path'));
  const asked = nonEmpty(own(fields, 'original_model'));
  const about = path === undefined || own(fields, 'method') !== 'POST' ? undefined : aboutPath(path);
  if (path === undefined || about === undefined) return undefined;
  const named = aboutModel(asked);
  const latency = own(fields, 'latency');
  const id = nonEmpty(own(fields, 'request_id'));
  const user = own(fields, 'user_id');
  return {
    row: 'onehub.access',
    phase: 'end',
    server: {part: 'access'},
    about: named === 'unknown' ? about : named,
    at: entry.at,
    zoneless: entry.zoneless,
    url: path,
    status: own(fields, 'status'),
    // The console prints a duration, JSON seconds.
    totalMs:
      typeof latency === 'string' ? goDuration(latency) : typeof latency === 'number' ? latency * 1000 : undefined,
    sdk: clientOfAgent(nonEmpty(own(fields, 'user-agent')) ?? ''),
    ...(id !== undefined && {callKey: `relay ${id}`, ids: {relay: id}}),
    stated: {
      ...emptyDraft(),
      model: asked,
      client_ip: nonEmpty(own(fields, 'ip')),
      ...(typeof user === 'number' && user > 0 && {user_id: String(user)}),
    },
  };
}

function readApp(frame: Frame): Evidence | undefined {
  const entry = readZap(frame);
  const found = entry && WORDS.exec(entry.message);
  if (!entry || !found) return undefined;
  const [, id = '', words = ''] = found;
  const evidence = wordsOf(words.trim());
  return (
    evidence && {
      row: 'onehub.app',
      ...evidence,
      at: entry.at,
      zoneless: entry.zoneless,
      callKey: `relay ${id}`,
      ids: {relay: id},
    }
  );
}

function wordsOf(words: string): Omit<Evidence, 'row'> | undefined {
  const hop = HOP.exec(words)?.[1];
  if (hop !== undefined)
    return {
      phase: 'response',
      about: 'unknown',
      hop: 'failed',
      errorText: hop,
      error: hop.includes('{') ? {} : {message: hop},
    };
  const left = RETRY.exec(words)?.[1];
  if (left !== undefined) return {phase: 'retry', about: 'unknown', retry: {again: true, remaining: Number(left)}};
  const status = FINAL.exec(words)?.[1];
  // 900 is its own word for a stream that failed: no status, and statusOf takes none.
  if (status !== undefined) return {phase: 'response', about: 'unknown', status, retry: {again: false}};
  const cut = CUT.exec(words)?.[1];
  if (cut !== undefined) return {phase: 'response', about: 'unknown', stream: {broken: true}, error: {message: cut}};
  const used = CONSUMED.exec(words);
  if (!used) return undefined;
  const [, input, output, model] = used;
  const stated = {...emptyDraft(), model, input_tokens: Number(input), output_tokens: Number(output)};
  return {phase: 'response', about: aboutModel(model), hop: 'served', stated};
}
