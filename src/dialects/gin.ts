import type {Evidence} from '../calls/evidence.ts';
import {emptyDraft} from '../spec/types.ts';
import type {Zone} from '../util/time.ts';
import {readTime} from '../util/time.ts';
import {aboutPath} from './urls.ts';

const DURATION = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,12}(?:\.\d{1,12})?)(s|ms|µs|us|ns))?$/;
const MS: Readonly<Record<string, number>> = {s: 1000, ms: 1, µs: 1e-3, us: 1e-3, ns: 1e-6};
const MINUTE = 60_000;
const HOUR = 3_600_000;

/** ms of a duration as Go prints it: `2m8s`, `1.234567891s`, `12.3ms`, `850µs`. */
export function goDuration(printed: string): number | undefined {
  const found = DURATION.exec(printed);
  if (!found || found[0] === '') return undefined;
  const [, hours = '0', minutes = '0', number = '0', unit = 's'] = found;
  return Number(hours) * HOUR + Number(minutes) * MINUTE + Number(number) * (MS[unit] as number);
}

/** Gin's time, `2026/03/02 - 10:22:33`: local, without a zone. */
export function ginTime(printed: string | undefined, zone: Zone): Pick<Evidence, 'at' | 'zoneless'> {
  const time = printed === undefined ? undefined : readTime(printed.replace(' - ', ' '), zone);
  return time === undefined ? {} : {at: time.at, zoneless: time.zoneless};
}

export interface GinAccess {
  readonly time: string | undefined;
  readonly id: string | undefined;
  readonly status: string;
  readonly ms: number | undefined;
  readonly ip: string;
  readonly method: string;
  readonly path: string;
  /** The number of characters read. */
  readonly end: number;
}

/** time, tag and id are there or not; new-api's forks name the address. */
const ACCESS =
  /\[GIN\] (?:(?<time>\d{4}\/\d\d\/\d\d - \d\d:\d\d:\d\d) )?\|(?: [a-z][\w-]{0,30} \|)?(?: (?<id>[0-9A-Za-z-]{16,64}) \|)? {0,6}(?<status>\d{3}) {0,6}\| {0,20}(?<took>\d[\d.hmsnuµ]{0,30}) {0,20}\| {0,40}(?:client_ip=)?(?<ip>[\da-fA-F.:]{2,45}) {0,40}\|? {0,10}(?<method>[A-Z]{3,8}) {1,8}(?:"(?<quoted>[^"\n]{1,4096})"|(?<path>\S{1,4096}))/;

/** Reads an access line of Gin in any of the forms that relays give it. */
export function readGin(text: string): GinAccess | undefined {
  const found = ACCESS.exec(text);
  if (!found?.groups) return undefined;
  const {time, id, status = '', took = '', ip = '', method = '', quoted, path = quoted ?? ''} = found.groups;
  return {time, id, status, ms: goDuration(took), ip, method, path, end: found.index + found[0].length};
}

/** The evidence of an access line, which ends what its relay has to say; undefined for other paths and methods. */
export function ginEvidence(row: string, access: GinAccess, zone: Zone): Evidence | undefined {
  const about = aboutPath(access.path);
  if (about === undefined || access.method !== 'POST') return undefined;
  return {
    row,
    phase: 'end',
    server: {part: 'access'},
    about,
    ...ginTime(access.time, zone),
    url: access.path,
    status: access.status,
    totalMs: access.ms,
    ...(access.id !== undefined && {callKey: `relay ${access.id}`, ids: {relay: access.id}}),
    stated: {...emptyDraft(), client_ip: access.ip},
  };
}
