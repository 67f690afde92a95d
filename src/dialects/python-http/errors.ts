import type {Evidence} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import type {Row} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';
import {isClaudeUrl} from '../urls.ts';

const REQUESTS = /(?:^|[\s:(])(\d{3}) (?:Client|Server) Error: ([^\n]{0,200}?) for url: (https?:\/\/[^\s'")]{1,2000})/;
const HTTPX = /(?:Client|Server) error '(\d{3}) ?([^'\n]{0,100})' for url '(https?:\/\/[^\s']{1,2000})'/;
const AIOHTTP =
  /(?:^|[\s:(])(\d{3}), message=(?:'([^'\n]{0,500})'|"([^"\n]{0,500})"), url=(?:URL\()?'?(https?:\/\/[^\s')]{1,2000})/;
const POOL =
  /(HTTPS?)ConnectionPool\(host=['"]([^'"\s]{1,255})['"], port=(\d{1,5})\): (?:Max retries exceeded with url: (\/\S{0,2000}) \(Caused by (\w{1,80})|Read timed out\.)[^\n]{0,400}/;
const NO_HOST = /Cannot connect to host ([\w.-]{1,255}):\d{1,5} ssl:\S{1,80} \[[^\]\n]{0,300}\]?/;

/** What the libraries raise, as an application prints it. */
export const errorRows: readonly Row[] = [
  {id: 'rq.status', title: 'raise_for_status() of requests', marks: [' for url: '], read: readRequests, enriched: true},
  {id: 'hx.status', title: 'raise_for_status() of httpx', marks: [' for url '], read: readHttpx, enriched: true},
  {id: 'ah.status', title: 'ClientResponseError of aiohttp', marks: [', message='], read: readAiohttp, enriched: true},
  {
    id: 'rq.pool',
    title: 'no answer: requests and urllib3',
    marks: ['ConnectionPool(host='],
    read: readPool,
    enriched: true,
  },
  {
    id: 'ah.connect',
    title: 'no answer: aiohttp',
    marks: ['Cannot connect to host '],
    read: readNoHost,
    enriched: true,
  },
];

function readRequests(frame: Frame): Evidence | undefined {
  const found = lastMatch(REQUESTS, frame.text);
  return found && ended('rq.status', frame, found[1], found[3], found[2]);
}

function readHttpx(frame: Frame): Evidence | undefined {
  const found = lastMatch(HTTPX, frame.text);
  return found && ended('hx.status', frame, found[1], found[3], found[2]);
}

function readAiohttp(frame: Frame): Evidence | undefined {
  const found = lastMatch(AIOHTTP, frame.text);
  return found && ended('ah.status', frame, found[1], found[4], found[2] ?? found[3]);
}

/** The reason phrase is all that these say, unless the application prints the body beside it. */
function ended(row: string, {text}: Frame, status?: string, url?: string, reason?: string): Evidence | undefined {
  if (url === undefined || !isClaudeUrl(url)) return undefined;
  const message = reason?.trim();
  return {
    row,
    phase: 'end',
    url,
    status,
    ...(hasClaudeBody(text) ? {errorText: text} : {error: {...(message && {message})}}),
  };
}

function readPool(frame: Frame): Evidence | undefined {
  const found = lastMatch(POOL, frame.text);
  if (!found) return undefined;
  const [message, scheme = '', host = '', port = '', path, cause = 'Timeout'] = found;
  const official = host === 'api.anthropic.com';
  if (path === undefined ? !official : !isClaudeUrl(path)) return undefined;
  const known = port === (scheme === 'HTTPS' ? '443' : '80');
  return {
    row: 'rq.pool',
    phase: 'end',
    ...(path !== undefined && {url: `${scheme.toLowerCase()}://${host}${known ? '' : `:${port}`}${path}`}),
    failure: /Timeout/.test(cause) ? 'timeout' : 'connection_error',
    error: {message},
  };
}

/** The path is not told, so something else must speak of Claude. */
function readNoHost(frame: Frame): Evidence | undefined {
  const found = lastMatch(NO_HOST, frame.text);
  if (!found || !speaksOfClaude(frame)) return undefined;
  return {row: 'ah.connect', phase: 'end', failure: 'connection_error', error: {message: found[0]}};
}

/** Only so far from its end is a text searched: the exception that was raised stands at the end of its stack. */
const MAX_TAIL = 8192;

function lastMatch(pattern: RegExp, text: string): RegExpExecArray | undefined {
  const tail = text.slice(-MAX_TAIL);
  let last: RegExpExecArray | undefined;
  for (const found of tail.matchAll(new RegExp(pattern, 'g'))) last = found;
  return last;
}
