/** Where every line went. `lines = in_records + joined + not_calls + rejected` always holds once the input has ended. */
export interface Account {
  lines: number;
  /** First lines of frames that are evidence of a call. */
  in_records: number;
  /** Further lines of such frames. */
  joined: number;
  not_calls: number;
  rejected: number;
  /** Records that left. */
  records: number;
  /** Records with an error_type. */
  failures: number;
  /** Records held back by `--only failures`. */
  held_back: number;
  /** Lines of which only the head was kept. */
  oversize: number;
  /** Bytes of such lines that were let go. */
  oversize_bytes: number;
  /** Calls that were sent and of which no line tells how they went; no record, their lines are no calls. */
  unfinished: number;
  /** Calls closed early because too many were open. */
  overflow: number;
  /** Frames by the dialect that read them. */
  dialects: Record<string, number>;
}

export function createAccount(): Account {
  return {
    lines: 0,
    in_records: 0,
    joined: 0,
    not_calls: 0,
    rejected: 0,
    records: 0,
    failures: 0,
    held_back: 0,
    oversize: 0,
    oversize_bytes: 0,
    unfinished: 0,
    overflow: 0,
    dialects: {},
  };
}

/** The account in words, one line each; nothing in it comes from the log. */
export function accountText(account: Account): string {
  const {lines, in_records, joined, not_calls, rejected, records, failures} = account;
  const rows = [
    `${count(records, 'record')}, ${count(failures, 'failure')}`,
    `${count(lines, 'line')} = ${in_records} in records + ${joined} joined + ${not_calls} not calls + ${rejected} rejected`,
  ];
  for (const [dialect, frames] of Object.entries(account.dialects).sort()) rows.push(`  ${dialect}: ${frames}`);
  if (account.oversize > 0)
    rows.push(`${count(account.oversize, 'line')} too long, ${account.oversize_bytes} bytes let go`);
  if (account.unfinished > 0) rows.push(`${count(account.unfinished, 'request')} whose outcome no line tells`);
  if (account.overflow > 0) rows.push(`${count(account.overflow, 'call')} closed early: too many open at once`);
  if (account.held_back > 0) rows.push(`${count(account.held_back, 'record')} held back by --only failures`);
  return `${rows.join('\n')}\n`;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** Frames that were counted as a call's, but no record came of it. */
export function giveBack(account: Account, frames: readonly number[], unfinished: boolean): void {
  if (unfinished) account.unfinished++;
  for (const lines of frames) {
    account.in_records--;
    account.joined -= lines - 1;
    account.not_calls += lines;
  }
}
