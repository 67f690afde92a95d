import type {Evidence, Failure} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {speaksOfClaude} from '../proof.ts';

const FAILURE = /(?:^|\s)curl: \((\d{1,3})\) ([^\n]+)/;
const REFUSED = /returned error: (\d{3})$/;
const RECEIVED = /with (\d{1,12}) (?:out of -?\d{1,12} )?bytes received/;
const TIMEOUT = 28;
const HTTP_ERROR = 22;
/** curl/curl include/curl/curl.h: no proxy, no host, no connection, TLS, an empty answer, send, receive. */
const NO_CONNECTION = new Set([5, 6, 7, 35, 52, 55, 56]);
/** A partial file, and streams of HTTP/2 and HTTP/3 that broke. */
const BROKEN = new Set([18, 92, 95]);

export function readFailure(frame: Frame): Evidence | undefined {
  const found = FAILURE.exec(frame.text);
  if (!found) return undefined;
  const code = Number(found[1]);
  const message = found[2] as string;
  const what = outcomeOf(code, message);
  if (what === undefined) return undefined;
  const proven = /anthropic/i.test(message) || speaksOfClaude(frame);
  return {row: 'curl.fail', phase: 'end', error: {message}, ...what, ...(!proven && {joinsOnly: true})};
}

function outcomeOf(code: number, message: string): Partial<Evidence> | undefined {
  if (code === HTTP_ERROR) {
    const status = REFUSED.exec(message)?.[1];
    return status === undefined ? undefined : {status};
  }
  const begun = Number(RECEIVED.exec(message)?.[1] ?? 0) > 0;
  if (BROKEN.has(code) || (code === TIMEOUT && begun)) return {stream: {broken: true}};
  const failure: Failure | undefined =
    code === TIMEOUT ? 'timeout' : NO_CONNECTION.has(code) ? 'connection_error' : undefined;
  return failure && {failure};
}
