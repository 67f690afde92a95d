import type {Evidence} from '../../calls/evidence.ts';
import {findErrorBody} from '../../calls/find-body.ts';
import {statusOf} from '../../calls/status.ts';
import type {Frame} from '../../framing/frame.ts';
import {text as nonEmpty, own, parseObject} from '../../util/json.ts';
import {readTime, timeOf} from '../../util/time.ts';
import type {Row} from '../define.ts';

/** Before 1.1 the console printed `❌ [time] ERROR: words | {"metadata":{}}`. */
const OLD = /^\S{1,4} \[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] [A-Z]{4,7}: /;
const STATUS = /Claude API returned error status: (\d{3})\b/;
const BODY = /(?:Claude API error response(?: \([^\n]{1,200}\))?|Upstream error response from [^:\n]{1,200}): ?(?=\{)/;
const HTTP_529 = /Overload error \((529)\) detected|Rate limit detected for account [^,\n]{1,200}, status (429)\b/;

/** What the relay says while it works. No line has an id, so they go together by their place and their status alone. */
export const appRows: readonly Row[] = [
  {
    id: 'crs.status',
    title: 'the status of the upstream',
    marks: ['Claude API returned error status: '],
    read: readStatus,
  },
  {
    id: 'crs.signal',
    title: 'what it makes of the status',
    marks: ['Overload error (529) detected', 'Rate limit detected for account'],
    read: readSignal,
  },
  {
    id: 'crs.body',
    title: "the upstream's error body",
    marks: ['Claude API error response', 'Upstream error response from '],
    read: readBody,
  },
  {
    id: 'crs.response',
    title: 'the head of the answer',
    marks: ['Claude API response received'],
    read: readResponse,
  },
  {
    id: 'crs.timeout',
    title: 'the upstream did not answer',
    marks: ['Claude stream request timeout'],
    read: readTimeout,
  },
];

function timed({text, json, zone}: Frame): Pick<Evidence, 'at' | 'zoneless'> {
  const stamp = json === undefined ? undefined : nonEmpty(own(json, 'ts'));
  const old = OLD.exec(text)?.[1];
  const time = stamp !== undefined ? timeOf(stamp, zone) : old === undefined ? undefined : readTime(old, zone);
  return time === undefined ? {} : {at: time.at, zoneless: time.zoneless === true};
}

function readStatus(frame: Frame): Evidence | undefined {
  const status = STATUS.exec(frame.text)?.[1];
  return status === undefined
    ? undefined
    : {row: 'crs.status', phase: 'response', hop: 'failed', status, ...timed(frame)};
}

/** It says again what the status line said: no further try. */
function readSignal(frame: Frame): Evidence | undefined {
  const found = HTTP_529.exec(frame.text);
  if (!found) return undefined;
  return {row: 'crs.signal', phase: 'detail', join: 'one', upstreamStatus: found[1] ?? found[2], ...timed(frame)};
}

function readBody(frame: Frame): Evidence | undefined {
  const found = BODY.exec(frame.text);
  if (!found) return undefined;
  const body = findErrorBody(frame.text.slice(found.index + found[0].length))?.body;
  return body && {row: 'crs.body', phase: 'end', responseBody: body, ...timed(frame)};
}

/** A good head says nothing that the access entry does not, and names no call: it would count twice. */
function readResponse(frame: Frame): Evidence | undefined {
  if (frame.json === undefined) return undefined;
  const status = statusOf(own(frame.json, 'statusCode'));
  if (status === undefined || status < 400) return undefined;
  const headers = nonEmpty(own(frame.json, 'headers'));
  return {
    row: 'crs.response',
    phase: 'response',
    hop: 'failed',
    status,
    responseHeaders: headers === undefined ? undefined : parseObject(headers),
    ...timed(frame),
  };
}

function readTimeout(frame: Frame): Evidence {
  return {row: 'crs.timeout', phase: 'end', failure: 'timeout', ...timed(frame)};
}
