import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {text as nonEmpty, own} from '../../util/json.ts';
import {readTime, type Zone} from '../../util/time.ts';
import {defineDialect} from '../define.ts';
import {ginEvidence, readGin} from '../gin.ts';
import {aboutModel} from '../models.ts';
import {aboutPath} from '../urls.ts';
import {readZap} from '../zap.ts';

/** Go's `log` puts the time in front. */
const STAMP = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
const HOP = /Account \d{1,9}: upstream error (\d{3}), (?:retry (\d{1,4})\/\d{1,4} after|switching account (\d{1,4})\/)/;
const GIVEN_UP = /Account \d{1,9}: upstream error (\d{3}) after (\d{1,4}) retries/;
/** The value of `error=` runs to the end of the line, without quotes. */
const FORWARD = /(?:^|\s)gateway\.forward_failed method=POST path=(\S{1,2048}) ([^\n]{0,1000}?)error=([^\n]{1,2000})$/;

export default defineDialect({
  id: 'sub2api',
  title: 'The relay sub2api',
  origin:
    'Wei-Shaw/sub2api 0.1.27 backend/internal/service/gateway_service.go, handler/gateway_handler.go, server/middleware/logger.go',
  keywords: [': upstream error ', 'gateway.forward_failed', 'http request completed', '[GIN] '],
  rows: [
    {
      id: 'sub2api.access',
      title: "the access line in Gin's own form, behind the time of Go's log",
      marks: ['[GIN] '],
      read: readAccess,
    },
    {
      id: 'sub2api.done',
      title: 'the access entry of newer versions',
      marks: ['http request completed'],
      read: readDone,
    },
    {id: 'sub2api.hop', title: 'an account failed', marks: [': upstream error '], read: readHop},
    {
      id: 'sub2api.forward',
      title: 'the request could not be forwarded',
      marks: ['gateway.forward_failed'],
      read: readForward,
    },
  ],
});

const stampOf = (text: string, zone: Zone): Pick<Evidence, 'at' | 'zoneless'> => {
  const time = STAMP.test(text) ? readTime(text, zone) : undefined;
  return time === undefined ? {} : {at: time.at, zoneless: time.zoneless};
};

/** An access line that other relays give an id is theirs; without Go's log around it, it may be any server's. */
function readAccess({text, zone, context}: Frame): Evidence | undefined {
  const access = context.language === 'go' ? readGin(text) : undefined;
  if (access === undefined || access.id !== undefined) return undefined;
  const evidence = ginEvidence('sub2api.access', access, zone);
  if (evidence?.about !== 'claude') return undefined;
  return {...evidence, ...(access.time === undefined && stampOf(text, zone))};
}

function readDone(frame: Frame): Evidence | undefined {
  const entry = readZap(frame);
  if (entry === undefined || !entry.message.endsWith('http request completed')) return undefined;
  const {fields} = entry;
  const path = nonEmpty(own(fields, 'path'));
  const about = path === undefined || own(fields, 'method') !== 'POST' ? undefined : aboutPath(path);
  if (about === undefined) return undefined;
  const model = nonEmpty(own(fields, 'model'));
  const named = aboutModel(model);
  const id = nonEmpty(own(fields, 'request_id'));
  const took = own(fields, 'latency_ms');
  return {
    row: 'sub2api.done',
    phase: 'end',
    server: {part: 'access'},
    about: named === 'unknown' ? about : named,
    at: entry.at,
    zoneless: entry.zoneless,
    url: path,
    status: own(fields, 'status_code'),
    ...(typeof took === 'number' && {totalMs: took}),
    ...(id !== undefined && {callKey: `sub2api ${id}`, ids: {relay: id}}),
    stated: {...emptyDraft(), model, client_ip: nonEmpty(own(fields, 'client_ip'))},
  };
}

/** Accounts are of any provider, but 529 is Claude's alone. The line has no id. */
function readHop({text, zone}: Frame): Evidence | undefined {
  const found = HOP.exec(text);
  const last = found ? undefined : GIVEN_UP.exec(text);
  if (!found && !last) return undefined;
  const status = found?.[1] ?? last?.[1];
  const proven = status === '529';
  const common = {status, ...stampOf(text, zone), ...(!proven && {joinsOnly: true})};
  // "After 10 retries" means ten tries.
  if (last) return {row: 'sub2api.hop', phase: 'response', ...common, hop: 'failed', hops: Number(last[2])};
  return {row: 'sub2api.hop', phase: 'retry', ...common, hop: 'failed', retry: {again: true}};
}

function readForward({text, zone}: Frame): Evidence | undefined {
  const found = FORWARD.exec(text);
  if (!found) return undefined;
  const [, path = '', rest = '', words = ''] = found;
  const model = /(?:^| )model=(\S{1,200})/.exec(rest)?.[1];
  const named = aboutModel(model);
  const about = named === 'unknown' ? aboutPath(path) : named;
  if (about === undefined) return undefined;
  const id = /(?:^| )req=(\S{8,64})/.exec(rest)?.[1];
  const client = /(?:^| )client_req=(\S{8,64})/.exec(rest)?.[1];
  return {
    row: 'sub2api.forward',
    phase: 'end',
    about,
    ...stampOf(text, zone),
    url: path,
    errorText: words,
    error: words.includes('{') ? {} : {message: words},
    traceId: client,
    ...(id !== undefined && {callKey: `sub2api ${id}`, ids: {relay: id}}),
    stated: {...emptyDraft(), model},
  };
}
