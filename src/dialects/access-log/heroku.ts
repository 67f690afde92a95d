import type {Evidence, Failure} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import type {Row} from '../define.ts';
import {evidenceOf} from './exchange.ts';

const PAIR = /(?:^| )([a-z_]{2,24})=(?:"([^"]{0,4096})"|(\S{0,256}))/g;
const MS = /^(\d{1,9})ms$/;
/** Codes of the router that blame the dyno: devcenter.heroku.com/articles/error-codes. */
const CODES: Readonly<Record<string, Failure>> = {
  H12: 'timeout',
  H13: 'connection_error',
  H19: 'timeout',
  H20: 'timeout',
  H21: 'connection_error',
};

export const herokuRows: readonly Row[] = [
  {id: 'access.heroku', title: "Heroku's router", marks: ['method=POST '], read: readRouter},
];

function readRouter({text, context}: Frame): Evidence | undefined {
  if (!text.startsWith('at=') && !text.startsWith('sock=')) return undefined;
  const pairs = new Map<string, string>();
  for (const [, name, quoted, bare] of text.matchAll(PAIR)) pairs.set(name as string, quoted ?? bare ?? '');
  const service = MS.exec(pairs.get('service') ?? '')?.[1];
  const connect = MS.exec(pairs.get('connect') ?? '')?.[1] ?? 0;
  if (pairs.get('method') !== 'POST' || !pairs.has('fwd') || !pairs.has('dyno')) return undefined;
  return evidenceOf({
    row: 'access.heroku',
    target: pairs.get('path') ?? '',
    host: pairs.get('host'),
    scheme: /^https?$/.exec(pairs.get('protocol') ?? '')?.[0],
    status: pairs.get('status'),
    ms: service === undefined ? undefined : Number(service) + Number(connect),
    client: pairs.get('fwd')?.split(',')[0],
    ownId: pairs.get('request_id'),
    message: pairs.get('desc'),
    failure: CODES[pairs.get('code') ?? ''],
    proxy: context.source.tag,
  });
}
