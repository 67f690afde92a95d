import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import type {Row} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

const ANSWERED =
  /^(https?:\/\/[^\s"/]{1,255}) "([A-Z]{3,7}) (\/[^\s"]{0,2000}) HTTP\/[\d.]{1,3}" (\d{3}) (?:\d{1,12}|None)$/;
const DEFAULT_PORT = /^(?:https:\/\/[^:]*(?=:443$)|http:\/\/[^:]*(?=:80$))/;
const BROKEN =
  /^Retrying \(\w{0,40}Retry\(total=(\d{1,6}),[^)\n]{0,200}\)\) after connection broken by '(\w{1,80})\([^\n]{0,2000}: (\/\S{1,2000})$/;
const RETRY = /^Retry: (\/\S{1,2000})$/;

/** What urllib3, and so requests, writes through logging. */
export const logRows: readonly Row[] = [
  {id: 'u3.answered', title: 'DEBUG of urllib3: an attempt was answered', marks: [' HTTP/'], read: readAnswered},
  {
    id: 'u3.broken',
    title: 'WARNING of urllib3: no answer, another attempt follows',
    marks: ['after connection broken by'],
    read: readBroken,
  },
  {id: 'u3.retry', title: 'DEBUG of urllib3: another attempt follows', marks: ['Retry: /'], read: readRetry},
];

function readAnswered({text}: Frame): Evidence | undefined {
  const [, host = '', , path = '', status] = ANSWERED.exec(text) ?? [];
  const url = (DEFAULT_PORT.exec(host)?.[0] ?? host) + path;
  return isClaudeUrl(url) ? {row: 'u3.answered', phase: 'response', url, status} : undefined;
}

function readBroken({text}: Frame): Evidence | undefined {
  const [, left, name = '', path = ''] = BROKEN.exec(text) ?? [];
  if (!isClaudeUrl(path)) return undefined;
  return {
    row: 'u3.broken',
    phase: 'retry',
    url: path,
    failure: /Timeout/.test(name) ? 'timeout' : 'connection_error',
    retry: {again: true, remaining: Number(left)},
  };
}

function readRetry({text}: Frame): Evidence | undefined {
  const path = RETRY.exec(text)?.[1];
  if (path === undefined || !isClaudeUrl(path)) return undefined;
  return {row: 'u3.retry', phase: 'retry', url: path, retry: {again: true}};
}
