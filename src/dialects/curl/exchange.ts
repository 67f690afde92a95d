import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {headersOf} from '../../util/headers.ts';
import {parseObject} from '../../util/json.ts';
import {streamParts} from '../stream-body.ts';
import {isClaudeUrl} from '../urls.ts';

const REQUEST = /(?:^|\n)> POST (\S{1,2048}) HTTP\/(\d(?:\.\d)?)/;
const ANSWER = /^< HTTP\/[\d.]{1,3} (\d{3})/;
const HEAD = /^HTTP\/[\d.]{1,3} (\d{3})(?: [^\n]{0,100})?\n/;
/** Headers that only the API sends. */
const OWN_HEADER = /\n(?:request-id: req_|anthropic-[\w-]{1,64}: )/i;
/** A proxy's page stands below the head; a body of the API is an entry of its own. */
const PAGE = /\n<(?:html|!doctype)/i;
const TLS = /(?:^|\n)\* (?:SSL connection using|TLSv\d|ALPN: )/;
const OFFICIAL = /(?:^|\.)anthropic\.com$/;

/**
 * Lines with `>` are the request, lines with `<` the answer; of several answers (100, a redirect) the last one counts.
 * The head ends the call: what is below it only adds.
 */
export function readExchange({text}: Frame): Evidence | undefined {
  const found = REQUEST.exec(text);
  if (!found || !isClaudeUrl(found[1] as string)) return undefined;
  const [sent, received, status] = sides(text.slice(found.index + (text[found.index] === '\n' ? 1 : 0)));
  const host = headersOf(sent)?.get('host');
  const url = urlOf(found[1] as string, host, found[2] as string, TLS.test(text));
  const common = {row: 'curl.v', url, requestHeaders: sent} as const;
  if (status === undefined) return {...common, phase: 'start'};
  const page = Number(status) >= 400 ? text.search(PAGE) : -1;
  return {
    ...common,
    phase: 'end',
    status,
    responseHeaders: received,
    ...(page >= 0 && {errorText: text.slice(page + 1)}),
  };
}

function sides(text: string): readonly [sent: string, received: string, status: string | undefined] {
  const sent: string[] = [];
  let received: string[] = [];
  let status: string | undefined;
  for (const line of text.split('\n').slice(1)) {
    const answer = ANSWER.exec(line);
    if (answer) [status, received] = [answer[1], []];
    else if (line.startsWith('> ') && line.length > 2) sent.push(line.slice(2).trimEnd());
    else if (line.startsWith('< ') && line.length > 2) received.push(line.slice(2).trimEnd());
  }
  return [sent.join('\n'), received.join('\n'), status];
}

/** curl does not print the scheme: it is known of HTTP/2, of the official host, and where TLS shows. */
function urlOf(path: string, host: string | undefined, version: string, tls: boolean): string {
  if (host === undefined) return path;
  const secure = tls || version.startsWith('2') || version.startsWith('3') || OFFICIAL.test(host);
  return secure ? `https://${host}${path}` : `${host}${path}`;
}

export function readHead({text}: Frame): Evidence | undefined {
  const head = HEAD.exec(text);
  if (!head || !OWN_HEADER.test(text)) return undefined;
  const [headers, body] = parted(text.slice(head[0].length));
  const json = parseObject(body.trim());
  const page = Number(head[1]) >= 400 && !json && body.startsWith('<');
  return {
    row: 'curl.i',
    phase: 'end',
    status: head[1],
    responseHeaders: headers,
    ...(json && {responseBody: json}),
    ...(page && {errorText: body}),
    ...streamParts(body),
  };
}

/** The head and the body, a blank line between them. */
function parted(answer: string): readonly [head: string, body: string] {
  const end = answer.indexOf('\n\n');
  return end < 0 ? [answer, ''] : [answer.slice(0, end), answer.slice(end).trimStart()];
}
