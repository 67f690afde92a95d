import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {headersOf} from '../../util/headers.ts';
import {parseObject} from '../../util/json.ts';
import type {Row} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

const WRITE = /^[\da-f]{8} write(?: \(vectored\))?: b"POST (\S{1,2048}) HTTP\/[\d.]{1,3}\\r\\n/;
const READ = /^[\da-f]{8} read: b"HTTP\/[\d.]{1,3} (\d{3})(?: [^\\]{0,60})?\\r\\n/;
const END = '\\r\\n\\r\\n"';
const OWN_HEADER = /\\nrequest-id: req_|\\nanthropic-[\w-]{1,64}: /i;

/** TRACE of a client built with `connection_verbose`: the bytes on the wire as byte strings of Rust. */
export const wireRows: readonly Row[] = [
  {id: 'rq.write', title: 'TRACE: an attempt is sent', marks: ['b"POST '], read: readWrite},
  {id: 'rq.read', title: 'TRACE: the head of the answer', marks: ['read: b"HTTP/'], read: readRead},
];

/** The name in front is the connection's, which serves many calls: no key. The scheme is not printed. */
function readWrite({text}: Frame): Evidence | undefined {
  const found = WRITE.exec(text);
  if (!found || !isClaudeUrl(found[1] as string)) return undefined;
  const end = text.indexOf(END, found[0].length - 4);
  const headers = linesOf(text.slice(found[0].length, end < 0 ? text.length : end));
  const host = headersOf(headers)?.get('host');
  const body = end < 0 ? undefined : bodyOf(text.slice(end + END.length));
  return {
    row: 'rq.write',
    phase: 'start',
    url: host === undefined ? found[1] : `${host}${found[1]}`,
    ...(headers !== '' && {requestHeaders: headers}),
    ...(body && {requestBody: body, bodyComplete: true}),
  };
}

function readRead({text}: Frame): Evidence | undefined {
  const found = READ.exec(text);
  if (!found) return undefined;
  const end = text.indexOf('\\r\\n\\r\\n', found[0].length - 4);
  const headers = linesOf(text.slice(found[0].length, end < 0 ? text.length : end));
  return {
    row: 'rq.read',
    phase: 'response',
    status: found[1],
    ...(headers !== '' && {responseHeaders: headers}),
    ...(!OWN_HEADER.test(text) && {joinsOnly: true}),
  };
}

const linesOf = (escaped: string): string => escaped.replaceAll('\\r\\n', '\n').replaceAll('\\"', '"');

/** The body went out in the same write: a byte string of its own. Escapes that JSON has not leave it unread. */
function bodyOf(rest: string): ReturnType<typeof parseObject> {
  const whole = /^b"(\{.*\})"$/s.exec(rest)?.[1];
  return whole === undefined ? undefined : parseObject(whole.replace(/\\(["\\])/g, '$1'));
}
