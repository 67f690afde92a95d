import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import type {Row} from '../define.ts';
import {readWords} from './words.ts';

const ATTEMPT = /^API error \(attempt (\d{1,4})\/(\d{1,4})\): ([\s\S]{1,16384})/;
const FALLBACK = /^Error streaming, falling back to non-streaming mode: ([\s\S]{1,16384})/;
const END =
  /^(?:Error in (?:API request|non-streaming fallback)|Non-streaming fallback also failed): ([\s\S]{1,16384})/;
const DROPPED = /^Stream connection error \(([^)\n]{1,200})\) — retrying streaming \((\d{1,4})\/\d{1,4}\)/;
/** Asking again would not help: then no other attempt follows. */
const FINAL = new Set([400, 403, 404, 413, 422]);

/** What stands in ~/.claude/debug/*.txt, its time and level taken off. */
export const debugRows: readonly Row[] = [
  {id: 'cc.log.attempt', title: 'debug log: an attempt failed', marks: ['API error (attempt '], read: readAttempt},
  {
    id: 'cc.log.fallback',
    title: 'debug log: a stream failed, the call is made again without one',
    marks: ['Error streaming, falling back'],
    read: readFallback,
  },
  {
    id: 'cc.log.dropped',
    title: 'debug log: a stream broke off and is asked for again',
    marks: ['Stream connection error ('],
    read: readDropped,
  },
  {
    id: 'cc.log.end',
    title: 'debug log: the call failed for good',
    marks: ['Error in API request: ', 'Error in non-streaming fallback: ', 'fallback also failed: '],
    read: readEnd,
  },
];

function readAttempt({text}: Frame): Evidence | undefined {
  const found = ATTEMPT.exec(text);
  if (!found) return undefined;
  const {parts} = readWords(found[3] as string);
  const attempt = Number(found[1]);
  const last = attempt >= Number(found[2]) || FINAL.has(Number(parts.status));
  return {
    row: 'cc.log.attempt',
    ...parts,
    phase: last ? 'response' : 'retry',
    retry: {attempt, again: !last},
  };
}

function readFallback({text}: Frame): Evidence | undefined {
  const words = FALLBACK.exec(text)?.[1];
  if (words === undefined) return undefined;
  const {parts} = readWords(words);
  return {
    row: 'cc.log.fallback',
    ...parts,
    phase: 'retry',
    // An answer like that is the first of its call; a stream that broke off may have been asked for again before.
    retry: {attempt: parts.status === undefined && parts.responseBody === undefined ? undefined : 1, again: true},
    ...(parts.status === undefined && {stream: {broken: true}, failure: 'stream_interrupted'}),
  };
}

function readDropped({text}: Frame): Evidence | undefined {
  const found = DROPPED.exec(text);
  if (!found) return undefined;
  return {
    row: 'cc.log.dropped',
    phase: 'retry',
    stream: {broken: true},
    failure: 'stream_interrupted',
    error: {message: found[1]},
    retry: {attempt: Number(found[2]), again: true},
  };
}

function readEnd({text}: Frame): Evidence | undefined {
  const words = END.exec(text)?.[1];
  return words === undefined ? undefined : {row: 'cc.log.end', phase: 'end', ...readWords(words).parts};
}
