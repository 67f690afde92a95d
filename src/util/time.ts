/** Answers the offset from UTC, in minutes, that a zoneless wall-clock time has. */
export type Zone = (wallClockMs: number) => number;

/** A time at the start of a text. */
export interface TimeReading {
  /** ms since the epoch, finer digits dropped. */
  readonly at: number;
  /** Where the time ends in the text, its zone included. */
  readonly end: number;
  /** True when the text has no zone of its own and `zone` was asked. */
  readonly zoneless: boolean;
}

const CLOCK = '(?<h>\\d{1,2}):(?<mi>\\d\\d):(?<s>\\d\\d)(?!\\d)';
const FRACTION = '(?:[.,](?<f>\\d{1,9})\\d*)?';
const OFFSET = '(?:UTC|GMT)?[+-]\\d\\d:?\\d\\d(?!\\d)|(?<! )[+-]\\d\\d(?![\\d:])';
const ZONE = `(?: ?(?<z>${OFFSET}|(?:[Zz]|UTC|GMT)(?![A-Za-z])))?`;
const DAY = '(?<d>\\d{1,2})';
const MONTH = '(?<mon>[A-Z][a-z]{2})';
const YEAR = '(?<y>\\d{4})';
const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';

/** The shapes of a time; each stands at the start of the text. The first that fits is taken. */
const SHAPES: readonly RegExp[] = [
  // ISO 8601 and RFC 3339, Python logging (`,123`), log4j, Ruby, Go's Time.String, PHP, Postgres
  `${YEAR}-(?<mo>\\d\\d)-(?<d>\\d\\d)(?:[Tt_]| {1,2})${CLOCK}${FRACTION}${ZONE}`,
  // ISO 8601 without seconds: only with the T, else it is prose
  `${YEAR}-(?<mo>\\d\\d)-(?<d>\\d\\d)T(?<h>\\d\\d):(?<mi>\\d\\d)(?![:\\d])${ZONE}`,
  // ISO 8601 basic
  `${YEAR}(?<mo>\\d\\d)(?<d>\\d\\d)T(?<h>\\d\\d)(?<mi>\\d\\d)(?<s>\\d\\d)(?!\\d)${FRACTION}${ZONE}`,
  // Go log, nginx error log, Caddy
  `${YEAR}/(?<mo>\\d\\d)/(?<d>\\d\\d)[ T-]${CLOCK}${FRACTION}${ZONE}`,
  // nginx and Apache access logs
  `${DAY}/${MONTH}/${YEAR}:${CLOCK}${FRACTION}${ZONE}`,
  // HTTP date (RFC 9110), RFC 5322 with an offset
  `${WEEKDAY}, ${DAY} ${MONTH} ${YEAR} ${CLOCK}${ZONE}`,
  // RFC 850, the obsolete HTTP date
  `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, ${DAY}-${MONTH}-(?<yy>\\d\\d) ${CLOCK}${ZONE}`,
  // asctime, Apache error log, `date`
  `${WEEKDAY} ${MONTH} {1,2}${DAY} ${CLOCK}${FRACTION}${ZONE} ${YEAR}(?!\\d)`,
  // JavaScript's Date.prototype.toString
  `${WEEKDAY} ${MONTH} ${DAY} ${YEAR} ${CLOCK}${ZONE}`,
  // PHP error_log
  `${DAY}-${MONTH}-${YEAR} ${CLOCK}${FRACTION}${ZONE}`,
  // Redis, Erlang
  `${DAY} ${MONTH} ${YEAR} ${CLOCK}${FRACTION}${ZONE}`,
  // java.util.logging; comma or none
  `${MONTH} ${DAY},? ${YEAR},? ${CLOCK}${FRACTION} (?<half>[AaPp])[Mm](?![A-Za-z])`,
  // Cisco syslog
  `${MONTH} {1,2}${DAY} ${YEAR} ${CLOCK}${FRACTION}${ZONE}`,
  // NestJS, en-US locale: only with AM or PM is the month known to come first
  `(?<mo>\\d{1,2})/${DAY}/${YEAR},? ${CLOCK}${FRACTION} (?<half>[AaPp])[Mm](?![A-Za-z])`,
  // German and Russian locales
  `${DAY}\\.(?<mo>\\d\\d)\\.${YEAR},? ${CLOCK}${FRACTION}${ZONE}`,
  // syslog (RFC 3164): the year is not there
  `${MONTH} {1,2}${DAY} ${CLOCK}${FRACTION}`,
].map((shape) => new RegExp(shape, 'y'));

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Reads the time at the start of a text. `zone` is asked when the text has no zone of its own; `yearHint` is the
 * year of a time without one, which is undefined otherwise. Undefined too for a date or a clock time alone, and
 * for a time that does not exist (month 13, 30 February). Never throws.
 */
export function readTime(text: string, zone: Zone, yearHint?: number): TimeReading | undefined {
  if (!mayStart(text.charCodeAt(0))) return undefined;
  for (const shape of SHAPES) {
    shape.lastIndex = 0;
    const groups = shape.exec(text)?.groups;
    if (!groups) continue;
    const end = shape.lastIndex;
    const wall = wallClock(groups, yearHint);
    const offset = groups.z === undefined ? undefined : offsetOf(groups.z);
    if (wall === undefined || (groups.z !== undefined && offset === undefined)) return undefined;
    return {at: wall - (offset ?? zone(wall)) * 60_000, end, zoneless: offset === undefined};
  }
  return undefined;
}

/** Most texts start with no digit and no capital letter: they cost one look. */
function mayStart(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
}

type Groups = Readonly<Record<string, string | undefined>>;
function wallClock(groups: Groups, yearHint: number | undefined): number | undefined {
  const year = yearOf(groups) ?? yearHint;
  const month = groups.mon === undefined ? Number(groups.mo) - 1 : MONTHS.indexOf(groups.mon);
  const day = Number(groups.d);
  const hour = hourOf(groups);
  const minute = Number(groups.mi);
  const second = Number(groups.s ?? 0);
  // No log is older than the epoch: Go's zero time, year 1, is no time.
  if (year === undefined || !(year >= 1970) || hour > 23 || minute > 59 || second > 60) return undefined;
  const midnight = Date.UTC(year, month, day);
  if (new Date(midnight).getUTCDate() !== day || month < 0 || month > 11) return undefined;
  const ms = Number(`${groups.f ?? ''}000`.slice(0, 3));
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

/** Two digits mean 1970 to 2069, as POSIX strptime has it but for 1969. */
function yearOf({y, yy}: Groups): number | undefined {
  if (yy !== undefined) return Number(yy) + (Number(yy) < 70 ? 2000 : 1900);
  return y === undefined ? undefined : Number(y);
}

function hourOf({h, half}: Groups): number {
  const hour = Number(h);
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY;
  return (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

/** Minutes east of UTC of `Z`, `UTC`, `+08:00`, `+0800`, `+08`, `GMT+0800`. */
function offsetOf(name: string): number | undefined {
  const found = /^(?:Z|UTC|GMT)?(?:([+-])(\d\d)(?::?(\d\d))?)?$/i.exec(name);
  const [, sign, hours = '0', minutes = '0'] = found ?? [];
  if (!found || name === '' || Number(hours) > 18 || Number(minutes) > 59) return undefined;
  const offset = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -offset : offset;
}

const [FIRST_SECOND, LAST_SECOND] = [946_684_800, 4_102_444_800];
const UNITS_PER_SECOND = [1, 1e3, 1e6, 1e9];
const EPOCH = /^\d{9,19}(?:\.\d{1,9})?$/;

/**
 * The time that a JSON value is: a number or a string of digits as seconds, ms, us or ns since the epoch, whichever
 * lies between 2000 and 2100, or a string that is nothing but a time. Undefined for all else. Never throws.
 */
export function timeOf(value: unknown, zone: Zone): Omit<TimeReading, 'end'> | undefined {
  if (typeof value === 'number') return epoch(value);
  if (typeof value !== 'string') return undefined;
  if (EPOCH.test(value)) return epoch(Number(value));
  const read = readTime(value, zone);
  return read?.end === value.length ? {at: read.at, zoneless: read.zoneless} : undefined;
}

function epoch(value: number): Omit<TimeReading, 'end'> | undefined {
  const units = UNITS_PER_SECOND.find((n) => value >= FIRST_SECOND * n && value < LAST_SECOND * n);
  return units === undefined ? undefined : {at: Math.round((value / units) * 1000), zoneless: false};
}

/**
 * The zone of a name: `UTC`, `Z`, `+08:00`, `local` (this machine's), or an IANA name. A wall-clock time that comes
 * twice is the first of the two; one that is skipped is read with the offset before the gap. Undefined: unknown name.
 */
export function zoneOf(name: string): Zone | undefined {
  const fixed = offsetOf(name);
  if (fixed !== undefined) return () => fixed;
  if (name === 'local') return localOffset;
  const offsetAt = named(name);
  return offsetAt && cached((wall) => compatible(wall, offsetAt));
}

function localOffset(wall: number): number {
  const at = new Date(wall);
  const day = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()] as const;
  return Math.round((wall - new Date(...day, at.getUTCHours(), at.getUTCMinutes()).getTime()) / 60_000);
}

/** The offset in minutes that an IANA zone has at an instant. */
function named(timeZone: string): ((at: number) => number) | undefined {
  const fields = {year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric'} as const;
  try {
    const format = new Intl.DateTimeFormat('en-US', {...fields, timeZone, hourCycle: 'h23'});
    return (at) => {
      const part: Record<string, number> = {};
      for (const {type, value} of format.formatToParts(at)) part[type] = Number(value);
      const wall = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute);
      return Math.round((wall - Math.floor(at / 60_000) * 60_000) / 60_000);
    };
  } catch {
    return undefined;
  }
}

/** As Temporal's "compatible": the offset that gives this wall clock, the earlier one first. */
function compatible(wall: number, offsetAt: (at: number) => number): number {
  const before = offsetAt(wall - 86_400_000);
  const after = offsetAt(wall + 86_400_000);
  if (before === after || offsetAt(wall - before * 60_000) === before) return before;
  return offsetAt(wall - after * 60_000) === after ? after : before;
}

const [BUCKET_MS, MAX_BUCKETS] = [900_000, 4096];
/** Offsets change on quarter hours only, so one answer serves a quarter hour. Bounded, since input chooses the times. */
function cached(zone: Zone): Zone {
  const offsets = new Map<number, number>();
  return (wall) => {
    const bucket = Math.floor(wall / BUCKET_MS);
    const known = offsets.get(bucket);
    if (known !== undefined) return known;
    if (offsets.size >= MAX_BUCKETS) offsets.clear();
    const offset = zone(bucket * BUCKET_MS);
    offsets.set(bucket, offset);
    return offset;
  };
}
