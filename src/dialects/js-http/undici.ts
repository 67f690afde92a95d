import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import type {Row} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

/** `UNDICI 4711: received response to POST https://host//v1/messages - HTTP 429`: undici puts a slash too many. */
const LINE =
  /^(?:UNDICI|FETCH) \d{1,10}: received response (?:to|from) POST ([a-z]{4,5}:\/\/[^\s/]{1,255})\/?(\/\S{1,2048}) - HTTP (\d{3})$/;

/**
 * What NODE_DEBUG=undici or fetch prints on stderr. The line that a request is sent stays out: a refused one has none,
 * and its failure would be laid on any other that waits.
 */
export const undiciRow: Row = {
  id: 'undici.head',
  title: 'undici: the head of an answer',
  marks: ['received response to POST ', 'received response from POST '],
  read: readLine,
};

function readLine({text}: Frame): Evidence | undefined {
  const [, origin = '', path = '', status] = LINE.exec(text) ?? [];
  const url = origin + path;
  return isClaudeUrl(url) ? {row: 'undici.head', phase: 'response', url, status} : undefined;
}
