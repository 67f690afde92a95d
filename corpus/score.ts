/** Holds what callmill makes of the captures against the mock's journal; the journal is never made from callmill. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {createRecordFilter} from '../src/io/filter.ts';
import type {CallRecord} from '../src/spec/types.ts';
import {zoneOf} from '../src/util/time.ts';

export interface ExpectedCall {
  readonly scenario: string;
  readonly call: number;
  readonly visible: boolean;
  readonly why: string;
  /** This log cannot tell the call from another; such a call may make two records. */
  readonly ambiguous?: string;
  /** Not visible, but mentioned: a record or none is both right. */
  readonly optional?: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Expected {
  readonly sdk: string;
  readonly version: string;
  readonly level: string;
  readonly logger: string;
  readonly mode: string;
  readonly calls: readonly ExpectedCall[];
}

export interface Score {
  readonly name: string;
  readonly expected: Expected;
  /** Calls that the log shows. */
  readonly calls: number;
  readonly records: number;
  /** Journal fields that the log shows, and how many of them the records have right. */
  readonly fields: number;
  readonly right: number;
  /** What is wrong, in words; empty when the capture is perfect. */
  readonly problems: readonly string[];
}

const CAPTURES = new URL('./captures/', import.meta.url).pathname;
/** The journal's clock stands at the server, the log's at the client. */
const CLOCK_MS = 1500;

/** Every capture, by its path below `captures/`. */
export function captures(): string[] {
  return readdirSync(CAPTURES, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.log'))
    .sort();
}

export function recordsOf(name: string): CallRecord[] {
  const filter = createRecordFilter({
    now: () => 0,
    zone: zoneOf('UTC') as () => number,
    zoneAssumed: false,
    only: 'all',
    userId: 'hash',
    keepHeaders: [],
    correlateWindow: 5000,
    maxLineBytes: 1 << 24,
  });
  return [...filter.write(readFileSync(join(CAPTURES, name))), ...filter.finish(), ...filter.end()];
}

export function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(CAPTURES, name.replace(/\.log$/, '.expected.json')), 'utf8'));
}

/** Scores one capture: one record for each visible call, every visible field right, nothing that the journal denies. */
export function scoreCapture(name: string): Score {
  const expected = expectedOf(name);
  const visible = expected.calls.filter((call) => call.visible);
  const records = recordsOf(name);
  const problems: string[] = [];
  const spare = expected.calls.reduce((sum, call) => sum + spareOf(call), 0);
  if (records.length < visible.length || records.length > visible.length + spare) {
    problems.push(`${records.length} records for ${visible.length} calls`);
  }
  let fields = 0;
  let right = 0;
  for (const [call, record] of assign(visible, records)) {
    const wrong = record ? mismatches(call, record) : ['no record'];
    fields += Object.keys(call.fields).length;
    right += record ? Object.keys(call.fields).length - wrong.filter((text) => !text.startsWith('denied')).length : 0;
    problems.push(...wrong.map((text) => `call ${call.call} ${call.scenario}: ${text}`));
  }
  return {name, expected, calls: visible.length, records: records.length, fields, right, problems};
}

/** Where calls cannot be told apart, each attempt may stand for itself. */
function spareOf({optional, ambiguous, facts}: ExpectedCall): number {
  if (ambiguous !== undefined) return Math.max(1, Number(facts.retry_count ?? 0));
  return optional === true ? 1 : 0;
}

/** The cheapest pairs first. */
function assign(
  calls: readonly ExpectedCall[],
  records: readonly CallRecord[],
): [ExpectedCall, CallRecord | undefined][] {
  const pairs = calls.flatMap((call, i) => records.map((record, j) => ({i, j, cost: mismatches(call, record).length})));
  pairs.sort((a, b) => a.cost - b.cost);
  const taken = new Set<number>();
  const found = new Map<number, number>();
  for (const {i, j} of pairs) {
    if (found.has(i) || taken.has(j)) continue;
    found.set(i, j);
    taken.add(j);
  }
  improve(calls, records, found);
  return calls.map((call, i) => [call, found.has(i) ? records[found.get(i) as number] : undefined]);
}

/** Calls without an id are compared as a set: two that fit better the other way round are swapped. */
function improve(calls: readonly ExpectedCall[], records: readonly CallRecord[], found: Map<number, number>): void {
  const cost = (i: number, j: number): number => mismatches(calls[i] as ExpectedCall, records[j] as CallRecord).length;
  for (const [a, ra] of found) {
    for (const [b, rb] of found) {
      const now = found.get(a) ?? ra;
      if (cost(a, now) + cost(b, rb) <= cost(a, rb) + cost(b, now)) continue;
      found.set(a, rb);
      found.set(b, now);
    }
  }
}

function mismatches(call: ExpectedCall, record: CallRecord): string[] {
  const wrong: string[] = [];
  for (const [name, want] of Object.entries(call.fields)) {
    const got = record[name as keyof CallRecord];
    if (!agrees(name, want, got)) wrong.push(`${name}: want ${print(want)} got ${print(got)}`);
  }
  for (const [name, want] of Object.entries(call.facts)) {
    const got = record[name as keyof CallRecord];
    if (
      name in call.fields ||
      call.ambiguous !== undefined ||
      got === undefined ||
      got === null ||
      got === 'unknown' ||
      got === 'unknown_error_type'
    )
      continue;
    if (record.assumed?.includes(name) || agrees(name, want, got)) continue;
    wrong.push(`denied ${name}: journal ${print(want)} record ${print(got)}`);
  }
  return wrong;
}

function agrees(name: string, want: unknown, got: unknown): boolean {
  if (name === 'timestamp') return typeof got === 'number' && Math.abs(got - Number(want)) <= CLOCK_MS;
  if (name === 'response_time_ms') return typeof got === 'number' && got >= 0;
  if (name === 'request_attempts_log') return Array.isArray(got) && Array.isArray(want) && got.length === want.length;
  if (name === 'sdk_language_runtime') return typeof got === 'string' && String(want).startsWith(got);
  if (name === 'custom_headers') return true;
  // A path is all that some logs have.
  if (name === 'endpoint') return typeof got === 'string' && String(want).endsWith(got);
  if (want === null || want === undefined) return got === null || got === undefined;
  return JSON.stringify(want) === JSON.stringify(got);
}

const print = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 90);
