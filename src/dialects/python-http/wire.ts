import type {Evidence} from '../../calls/evidence.ts';
import {isOwnId} from '../../calls/request-id.ts';
import type {Frame} from '../../framing/frame.ts';
import {type JsonObject, own, parseObject, text as textOf} from '../../util/json.ts';
import {readPython} from '../../util/literals/index.ts';
import type {Row} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

const REQUEST = /^([A-Z]{3,7}) (\S{1,2000}) HTTP\/[\d.]{1,3}\r\n/;
const REPLY = /^reply: ['"]HTTP\/[\d.]{1,3} (\d{3})\b/;
const ID = /^header: request-id: (\S{1,128})$/i;
/** TLS is the only way to reach it, so its scheme is known. */
const OFFICIAL = 'api.anthropic.com';

/** What `http.client` prints when its debuglevel is 1: no time, no logger, no level. */
export const wireRows: readonly Row[] = [
  {id: 'hcl.body', title: 'the body that is sent', marks: ["send: b'{"], read: readBody},
  {id: 'hcl.send', title: 'the head of a request', marks: ["send: b'"], read: readHead},
  {id: 'hcl.reply', title: 'the first line of the answer', marks: ["reply: '"], read: readReply},
  {id: 'hcl.header', title: 'the id of the answer', marks: ['header: request-id: '], read: readHeader},
];

function readHead({text}: Frame): Evidence | undefined {
  const sent = sentBytes(text);
  const [head = '', , path = ''] = (sent && REQUEST.exec(sent)) ?? [];
  if (sent === undefined || !isClaudeUrl(path)) return undefined;
  const headers: Record<string, string> = Object.create(null);
  for (const line of sent.slice(head.length).split('\r\n').slice(0, 128)) {
    const colon = line.indexOf(': ');
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 2);
  }
  const url = headers.host === OFFICIAL ? `https://${OFFICIAL}${path}` : path;
  return {row: 'hcl.send', phase: 'start', url, requestHeaders: {...headers}};
}

/** Other bodies are sent too: only one that asks Claude something belongs to the call above it. */
function readBody({text}: Frame): Evidence | undefined {
  const body = bodyOf(text);
  if (body === undefined || own(body, 'messages') === undefined) return undefined;
  if (!/claude/i.test(textOf(own(body, 'model')) ?? '')) return undefined;
  return {row: 'hcl.body', phase: 'detail', requestBody: body, bodyComplete: true};
}

function bodyOf(text: string): JsonObject | undefined {
  const sent = sentBytes(text);
  return sent === undefined ? undefined : parseObject(sent);
}

/** The line does not say whose answer this is: it only joins the request above it. */
function readReply({text}: Frame): Evidence | undefined {
  const status = REPLY.exec(text)?.[1];
  return status === undefined ? undefined : {row: 'hcl.reply', phase: 'response', joinsOnly: true, status};
}

function readHeader({text}: Frame): Evidence | undefined {
  const id = ID.exec(text)?.[1];
  return id !== undefined && isOwnId(id) ? {row: 'hcl.header', phase: 'detail', ids: {header: id}} : undefined;
}

/** The bytes of a `send:` line, when they are there to the end. */
function sentBytes(text: string): string | undefined {
  if (!text.startsWith("send: b'")) return undefined;
  const sent = readPython(text, 'send: '.length);
  return sent?.complete && typeof sent.value === 'string' ? sent.value : undefined;
}
