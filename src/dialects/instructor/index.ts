import type {Evidence, Failure} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {defineDialect} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';

const FAILED =
  /^(?:API call failed on attempt (\d{1,4}): |Max retries exceeded\. Total attempts: (\d{1,4}), Last error: )/;
const API_ERROR = /^(?:Error code: \d{3}\b|\{'type': 'error'|<(?:html|!doctype|head)\b)/i;
const TIMED_OUT = /^Request timed out/;
const NO_CONNECTION = /^Connection error\./;

/** A model's answer that does not suit the schema is asked for again: that is another call, and no failure of this one. */
export default defineDialect({
  id: 'instructor',
  title: 'instructor',
  origin: 'instructor-ai/instructor instructor/v2/core/retry.py; run at 1.17.0 with anthropic 0.93.0',
  keywords: ['API call failed on attempt ', 'Max retries exceeded. Total attempts: '],
  rows: [
    {
      id: 'ins.failed',
      title: 'ERROR: an attempt failed, or the last one did',
      marks: ['API call failed on attempt ', 'Max retries exceeded. Total'],
      read: readFailed,
    },
  ],
});

function readFailed(frame: Frame): Evidence | undefined {
  const found = FAILED.exec(frame.text);
  const said = found ? frame.text.slice(found[0].length) : '';
  const failure: Failure | undefined = TIMED_OUT.test(said)
    ? 'timeout'
    : NO_CONNECTION.test(said)
      ? 'connection_error'
      : undefined;
  if (!found || (failure === undefined && !API_ERROR.test(said))) return undefined;
  const proven = hasClaudeBody(said) || speaksOfClaude(frame);
  const attempt = Number(found[1] ?? found[2]);
  return {
    row: found[1] === undefined ? 'ins.exceeded' : 'ins.failed',
    phase: 'end',
    ...(failure === undefined ? {errorText: said} : {failure, error: {message: said.trim()}}),
    // One attempt of instructor's may be three of the SDK's: it says that nothing was repeated only when it counts on.
    ...(attempt > 1 && {retry: {attempt}}),
    ...(said.startsWith('{') && {stream: {broken: true}}),
    ...(!proven && {joinsOnly: true}),
  };
}
