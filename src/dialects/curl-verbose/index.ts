import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {readTime} from '../../util/time.ts';
import {defineDialect} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

const REQUEST = /^> POST (\S{1,2048}) HTTP\/[\d.]{1,4}$/;
const ANSWER = /^< HTTP\/[\d.]{1,4} (\d{3})(?: [^\n]{0,60})?$/;
const ID = /^< (?:x-)?request-id: (\S{8,128})$/i;
const DATE = /^< date: ([^\n]{20,40})$/i;

/** People show what a relay answers with `curl -v`. Prompts and keys stand in lines that no row reads. */
export default defineDialect({
  id: 'curl-verbose',
  title: 'What curl -v prints of an exchange',
  origin: 'curl/curl src/tool_cb_dbg.c',
  keywords: ['> POST /', '< HTTP/', '< request-id: ', '< x-request-id: ', '< Date: ', '< date: '],
  rows: [
    {id: 'curl.request', title: 'the request line', marks: ['> POST /'], read: readRequest},
    {id: 'curl.answer', title: 'the status line', marks: ['< HTTP/'], read: readAnswer},
    {
      id: 'curl.header',
      title: 'the id and the date of the answer',
      marks: ['request-id: ', '< Date: ', '< date: '],
      read: readHeader,
    },
  ],
});

function readRequest({text}: Frame): Evidence | undefined {
  const url = REQUEST.exec(text.trimEnd())?.[1];
  return url !== undefined && isClaudeUrl(url) ? {row: 'curl.request', phase: 'start', url} : undefined;
}

/** It does not say what was asked: it belongs to the request above. */
function readAnswer({text}: Frame): Evidence | undefined {
  const status = ANSWER.exec(text.trimEnd())?.[1];
  return status === undefined ? undefined : {row: 'curl.answer', phase: 'response', joinsOnly: true, status};
}

function readHeader({text, zone}: Frame): Evidence | undefined {
  const id = ID.exec(text.trimEnd())?.[1];
  if (id !== undefined) return {row: 'curl.header', phase: 'detail', join: 'one', ids: {header: id}};
  const date = DATE.exec(text.trimEnd())?.[1];
  const time = date === undefined ? undefined : readTime(date, zone);
  return time && {row: 'curl.header', phase: 'response', joinsOnly: true, join: 'one', at: time.at};
}
