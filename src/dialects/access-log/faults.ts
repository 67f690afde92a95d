import type {Evidence, Failure} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {readTime} from '../../util/time.ts';
import type {Row} from '../define.ts';
import {addressOf, evidenceOf} from './exchange.ts';

const HEAD = /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) \[(?:warn|error|crit|alert)\] \d{1,9}#\d{1,9}: (?:\*\d{1,19} )?/;
const TAIL =
  /^, client: ([^,\s]{1,60}), server: [^,"]{0,512}, request: "POST ([^\s"]{1,4096}) HTTP\/[\d.]{1,3}"(?:, subrequest: "[^"]{0,512}")?, upstream: "[^"]{1,4096}"/;
const CLIENT = ', client: ';
const MAX_MESSAGE = 1000;
/** In the order of their looks; what none of them fits is no fault of the server behind. */
const FAULTS: readonly (readonly [pattern: RegExp, failure: Failure])[] = [
  [/^upstream (?:timed out|prematurely closed|sent too big header).* while reading upstream$/, 'stream_interrupted'],
  [/^(?:recv|readv)\(\) failed .* while reading upstream$/, 'stream_interrupted'],
  [/^upstream timed out /, 'timeout'],
  [/^upstream prematurely closed connection /, 'connection_error'],
  [/^(?:connect|recv|send|readv|writev|sendfile|SSL_do_handshake)\(\) failed /, 'connection_error'],
  [/^no live upstreams /, 'connection_error'],
];

export const faultRows: readonly Row[] = [
  {id: 'access.nginx-error', title: "nginx's error log: the server behind", marks: [', upstream: "'], read: readNginx},
];

/** Such a line stands above the access line of the same exchange, when both go to one place. */
function readNginx({text, zone}: Frame): Evidence | undefined {
  const head = HEAD.exec(text);
  const end = head ? text.indexOf(CLIENT, head[0].length) : -1;
  if (!head || end < 0) return undefined;
  const message = text.slice(head[0].length, end);
  const [, client = '', target = ''] = TAIL.exec(text.slice(end)) ?? [];
  const failure = message.length > MAX_MESSAGE ? undefined : FAULTS.find(([pattern]) => pattern.test(message))?.[1];
  const at = readTime(head[1] as string, zone);
  return evidenceOf({
    row: 'access.nginx-error',
    part: 'fault',
    target,
    failure,
    message,
    at,
    client: addressOf(client),
    proxy: 'nginx',
  });
}
