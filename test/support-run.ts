/** Runs the engine over bytes and keeps everything that comes out of it, by every door. */
import {createExplainer} from '../src/cli/commands/explainer.ts';
import type {Account} from '../src/engine/index.ts';
import {createTextFilter, type FilterOptions} from '../src/io/filter.ts';
import type {CallRecord} from '../src/spec/types.ts';

export interface Run {
  /** What goes to stdout. */
  readonly text: string;
  readonly records: readonly CallRecord[];
  readonly account: Account;
  /** Lines of --passthrough. */
  readonly left: readonly string[];
  readonly rejects: readonly {readonly reason: string; readonly line: number; readonly excerpt: string}[];
  /** Lines of --explain. */
  readonly explain: string;
}

export const utc = () => 0;

/** Deterministic: UTC, and a clock that stands still. */
export function run(input: string | Buffer | readonly Buffer[], options: Partial<FilterOptions> = {}): Run {
  const left: string[] = [];
  const rejects: {reason: string; line: number; excerpt: string}[] = [];
  const explainer = createExplainer((text) => filter.scrub(text));
  const filter = createTextFilter({
    now: () => 1_800_000_000_000,
    zone: utc,
    zoneAssumed: false,
    only: 'all',
    userId: 'hash',
    keepHeaders: [],
    correlateWindow: 5000,
    maxLineBytes: 1 << 24,
    onLeft: (text) => left.push(text),
    onReject: (line, reason, excerpt) => rejects.push({reason, line: line.number, excerpt}),
    explain: explainer.note,
    ...options,
  });
  const chunks = typeof input === 'string' ? [Buffer.from(input)] : Buffer.isBuffer(input) ? [input] : input;
  let text = '';
  for (const chunk of chunks as readonly Buffer[]) {
    // The reader reuses its buffer, so nothing may hold on to a chunk.
    const lent = Buffer.from(chunk);
    text += filter.write(lent);
    lent.fill(0x2a);
  }
  text += filter.finish() + filter.end();
  return {text, records: recordsOf(text), account: filter.account, left, rejects, explain: explainer.take()};
}

export const recordsOf = (text: string): CallRecord[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Lines as a splitter counts them: a last one without an end counts, an empty rest does not. */
export function countLines(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte === 10) count++;
  return bytes.length > 0 && bytes[bytes.length - 1] !== 10 ? count + 1 : count;
}

/** What must hold for every input: the sum, and the number of lines given. */
export function accountProblem(account: Account, lines: number): string | undefined {
  const {in_records, joined, not_calls, rejected} = account;
  const sum = in_records + joined + not_calls + rejected;
  if (account.lines !== lines) return `${account.lines} lines counted, ${lines} given`;
  if (sum !== lines) return `${lines} lines, but ${in_records} + ${joined} + ${not_calls} + ${rejected} = ${sum}`;
  return Math.min(in_records, joined, not_calls, rejected) < 0 ? `negative: ${JSON.stringify(account)}` : undefined;
}
