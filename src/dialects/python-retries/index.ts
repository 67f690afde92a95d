import type {Evidence, Failure} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {defineDialect} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';

const TENACITY = /^Retrying ([^\s]{1,200}) in (\d{1,6}(?:\.\d{1,20})?) seconds as it raised ([\w.]{1,120}): /;
const BACKING_OFF = /^Backing off ([\w.<>]{1,120})\([^\n]{0,400}?\) for (\d{1,6}(?:\.\d{1,20})?)s \(([\w.]{1,120}): /;
const GIVING_UP = /^Giving up ([\w.<>]{1,120})\([^\n]{0,400}?\) after (\d{1,4}) tries \(([\w.]{1,120}): /;
const MS = 1000;

/** The retry decorators of Python's frameworks: LangChain, LlamaIndex and many applications use them around the SDK. */
export default defineDialect({
  id: 'python-retries',
  title: 'Retries around the Python SDK: tenacity, backoff (LangChain, LlamaIndex)',
  origin: 'jd/tenacity tenacity/before_sleep.py (9.2.1), litl/backoff backoff/_common.py',
  keywords: [' seconds as it raised ', 'Backing off ', 'Giving up '],
  rows: [
    {id: 'ten.retry', title: 'tenacity: another attempt follows', marks: [' as it raised '], read: readTenacity},
    {id: 'bo.retry', title: 'backoff: another attempt follows', marks: ['Backing off '], read: readBackingOff},
    {id: 'bo.end', title: 'backoff: the last attempt failed', marks: ['Giving up '], read: readGivingUp},
  ],
});

function readTenacity(frame: Frame): Evidence | undefined {
  const found = TENACITY.exec(frame.text);
  if (!found) return undefined;
  const said = frame.text.slice(found[0].length).replace(/\.$/, '');
  return retrying('ten.retry', frame, found[3] as string, said, Number(found[2]));
}

function readBackingOff(frame: Frame): Evidence | undefined {
  const found = BACKING_OFF.exec(frame.text);
  if (!found) return undefined;
  return retrying('bo.retry', frame, found[3] as string, inside(frame.text, found[0]), Number(found[2]));
}

function retrying(row: string, frame: Frame, name: string, said: string, seconds: number): Evidence | undefined {
  if (!isClaude(frame, said)) return undefined;
  return {row, phase: 'retry', ...failed(name, said), retry: {again: true, delayMs: seconds * MS}};
}

function readGivingUp(frame: Frame): Evidence | undefined {
  const found = GIVING_UP.exec(frame.text);
  const said = found ? inside(frame.text, found[0]) : '';
  if (!found || !isClaude(frame, said)) return undefined;
  return {row: 'bo.end', phase: 'end', ...failed(found[3] as string, said), retry: {attempt: Number(found[2])}};
}

/** What stands between the exception's name and the last bracket. */
const inside = (text: string, head: string): string => text.slice(head.length).replace(/\)\s*$/, '');

/** Every provider's calls are retried so. */
const isClaude = (frame: Frame, said: string): boolean => hasClaudeBody(said) || speaksOfClaude(frame);

function failed(path: string, said: string): Partial<Evidence> {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const failure = failureOf(name, said);
  const message = said.trim();
  if (failure !== undefined) return {failure, error: {name, ...(message && {message})}};
  return {errorText: said, error: {name}};
}

function failureOf(name: string, said: string): Failure | undefined {
  if (/Timeout/.test(name) || said.startsWith('Request timed out')) return 'timeout';
  return /^Connection error\./.test(said) || /Connection(?:Error|Refused)/.test(name) ? 'connection_error' : undefined;
}
