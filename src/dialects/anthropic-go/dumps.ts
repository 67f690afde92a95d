import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {type JsonObject, parseObject} from '../../util/json.ts';
import type {Row} from '../define.ts';
import {streamParts} from '../stream-body.ts';
import {isClaudeUrl} from '../urls.ts';

const REQUEST = /^(?:Request[\w ]{0,20}:\n)?[A-Z]{3,7} (\S{1,2048}) HTTP\/\d(?:\.\d)?\n/;
const ANSWER = /^(?:Response[\w ]{0,20}:\n)?HTTP\/\d(?:\.\d)? (\d{3})(?: [^\n]{0,80})?\n/;

/** What the option WithDebugLog, DumpRequest and DumpResponse print: net/http's own dumps, keys in clear before 1.42. */
export const dumpRows: readonly Row[] = [
  {
    id: 'go.dump.req',
    title: 'A request is dumped',
    marks: [' HTTP/1', ' HTTP/2'],
    read: readRequest,
  },
  {id: 'go.dump.resp', title: 'An answer is dumped', marks: ['HTTP/1', 'HTTP/2'], read: readAnswer},
];

function readRequest({text}: Frame): Evidence | undefined {
  const found = REQUEST.exec(text);
  const path = found?.[1];
  if (!found || path === undefined || !isClaudeUrl(path)) return undefined;
  const {headers, body} = partsOf(text.slice(found[0].length));
  // Anybody may send such a request; only the SDK's own headers, or the API's, make it a call to Claude.
  if (!/^(?:x-stainless-|anthropic-)/im.test(headers)) return undefined;
  const host = /^host: (\S{1,255})$/im.exec(headers)?.[1];
  const count = Number(/^x-stainless-retry-count: (\d{1,4})$/im.exec(headers)?.[1] ?? Number.NaN);
  return {
    row: 'go.dump.req',
    phase: 'start',
    // A dump tells the host and the path, but not whether TLS was around it.
    url: host === undefined || path.includes('://') ? path : host + path,
    requestHeaders: headers,
    ...(body && {requestBody: body, bodyComplete: true}),
    ...(Number.isInteger(count) && {retry: {attempt: count + 1}}),
  };
}

function readAnswer({text}: Frame): Evidence | undefined {
  const answer = ANSWER.exec(text);
  if (!answer) return undefined;
  const {headers} = partsOf(text.slice(answer[0].length));
  // Go writes each name with capitals; what curl prints of HTTP/2, or as the server sent it, need not be so.
  if (/^[a-z]/m.test(headers)) return undefined;
  // An answer does not say where it came from: without a word of Anthropic's it only joins.
  const proven = /^(?:Request-Id: req_|Anthropic-)/m.test(headers);
  return {row: 'go.dump.resp', phase: 'response', ...answerParts(text, answer), ...(!proven && {joinsOnly: true})};
}

function answerParts(text: string, answer: RegExpExecArray): Partial<Evidence> {
  const {headers, body, rest} = partsOf(text.slice(answer[0].length));
  return {
    status: answer[1],
    responseHeaders: headers,
    ...(body && {responseBody: body}),
    ...(!body && rest.includes('<title>') && {errorText: rest}),
    ...streamParts(rest),
  };
}

/** The headers, and the body without the sizes of its chunks. */
function partsOf(dump: string): {headers: string; body: JsonObject | undefined; rest: string} {
  const end = dump.indexOf('\n\n');
  const headers = (end < 0 ? dump : dump.slice(0, end)).trim();
  const rest = end < 0 ? '' : dump.slice(end + 2);
  const json = rest.split('\n').find((line) => line.startsWith('{'));
  return {headers, body: json === undefined ? undefined : parseObject(json), rest};
}
