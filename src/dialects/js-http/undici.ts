import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import type {Row} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

/** `UNDICI 4711: received response to POST https://host//v1/messages - HTTP 429`: undici puts a slash too many. */
const LINE =
  /^(?:UNDICI|FETCH) \d{1,10}: (sending request to|received response (?:to|from)) POST ([a-z]{4,5}:\/\/[^\s/]{1,255})\/?(\/\S{1,2048})(?: - HTTP (\d{3}))?$/;

/** What NODE_DEBUG=undici or fetch prints on stderr. */
export const undiciRow: Row = {
  id: 'undici.debug',
  title: 'undici: a request, or the head of its answer',
  marks: ['sending request to POST ', 'received response to POST ', 'received response from POST '],
  read: readLine,
};

function readLine({text}: Frame): Evidence | undefined {
  const [, what = '', origin = '', path = '', status] = LINE.exec(text) ?? [];
  const url = origin + path;
  if (!isClaudeUrl(url)) return undefined;
  if (what === 'sending request to') return {row: 'undici.send', phase: 'start', url};
  return status === undefined ? undefined : {row: 'undici.head', phase: 'response', url, status};
}
