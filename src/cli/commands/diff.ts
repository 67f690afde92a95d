import {createRemovals} from '../../engine/index.ts';
import {createLineFilter, type Show} from '../../io/line-filter.ts';
import {createOutput} from '../../io/output.ts';
import {readInputs} from '../../io/read.ts';
import {EXIT, printable, reasonOfCode, unreadable} from '../messages.ts';
import {durationMs, OPTIONS} from '../options.ts';

/** `callmill diff [FILE…]`: what redaction would take out, line by line and by rule, for those who must sign it off. */
export async function diff(files: readonly string[], json: boolean): Promise<number> {
  const output = createOutput(() => process.stdout);
  const removals = createRemovals();
  const counts = new Map<string, {found: number; lines: number}>();
  let lines = 0;
  let touched = 0;
  const show: Show = (line) => {
    lines++;
    const found = removals.of(line.text);
    if (found.length > 0) touched++;
    for (const rule of new Set(found.map(({rule}) => rule))) {
      const count = counts.get(rule) ?? {found: 0, lines: 0};
      counts.set(rule, {found: count.found + found.filter((one) => one.rule === rule).length, lines: count.lines + 1});
    }
    const file = line.file === undefined ? undefined : removals.scrub(line.file);
    return found
      .map((removal) =>
        json
          ? `${JSON.stringify({...(file !== undefined && {file}), line: line.number, ...removal})}\n`
          : `${printable(file ?? 'stdin')}:${line.number}:${removal.column}: ${removal.before} (${removal.length} characters) -> ${removal.after}\n`,
      )
      .join('');
  };
  let failed = false;
  const end = await readInputs(files, {
    filter: createLineFilter(show),
    joinTimeoutMs: durationMs(OPTIONS['join-timeout'].default),
    emit: output.write,
    onUnreadable: (file, error) => {
      failed = true;
      process.stderr.write(`callmill: ${unreadable(removals.scrub(file), error)}\n`);
    },
  });
  if (end === 'output' && output.error !== 'EPIPE') {
    process.stderr.write(`callmill: stdout: ${reasonOfCode(output.error ?? 'cannot be written')}\n`);
    return EXIT.output;
  }
  const rules = [...counts].sort(([, a], [, b]) => b.found - a.found);
  for (const [rule, count] of rules) process.stderr.write(`${rule}: ${count.found} in ${count.lines} lines\n`);
  process.stderr.write(`${touched} of ${lines} lines hold something to take out\n`);
  return failed ? EXIT.input : EXIT.ok;
}
