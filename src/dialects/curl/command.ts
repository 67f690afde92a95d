import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject} from '../../util/json.ts';
import {readJson} from '../../util/literals/index.ts';
import {isClaudeUrl} from '../urls.ts';

/** At the start of a line, behind a prompt or the `+` of `set -x`. */
const COMMAND = /(?:^|\n)(?:[$%#+>] ?){0,2}curl (?=[-h'"\\])/;
const URL = /\bhttps?:\/\/[^\s'"\\]{1,2048}/;
const HEADER = /(?:-H|--header) ?(["'])([\w-]{1,64}): ?((?:(?!\1)[^\\\n]){0,4096})\1/g;
const DATA = /(?:-d|--data(?:-raw|-binary)?|--json) ?(["'])(?=\s{0,200}\{)/;
const MAX_HEADERS = 64;

/** A command as somebody typed it or `set -x` printed it: the request, before anything was sent. */
export function readCommand({text}: Frame): Evidence | undefined {
  const start = COMMAND.exec(text);
  if (!start) return undefined;
  const command = text.slice(start.index);
  const url = URL.exec(command)?.[0];
  if (url === undefined || !isClaudeUrl(url)) return undefined;
  const data = DATA.exec(command);
  const body = data && readJson(command, data.index + data[0].length);
  const headers = headersOf(command);
  return {
    row: 'curl.command',
    phase: 'start',
    url,
    ...(headers.length > 0 && {requestHeaders: headers}),
    ...(body && isObject(body.value) && {requestBody: body.value, bodyKeysShown: body.complete}),
  };
}

/** A variable of the shell is no value. */
function headersOf(command: string): (readonly [string, string])[] {
  const headers: (readonly [string, string])[] = [];
  for (const found of command.matchAll(HEADER)) {
    const value = found[3] as string;
    if (!value.includes('$')) headers.push([found[2] as string, value]);
    if (headers.length >= MAX_HEADERS) break;
  }
  return headers;
}
