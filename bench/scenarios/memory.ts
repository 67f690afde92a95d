import type {Kind} from '../corpus/kinds.ts';
import type {Contender, Contenders} from '../harness/contenders.ts';
import {corpusFile} from '../harness/corpora.ts';
import {peakMegabytes, type Runs, race, seconds, trouble} from '../harness/race.ts';
import type {Section} from '../harness/report.ts';
import {median, ratios, spread} from '../harness/statistics.ts';

const kinds: readonly Kind[] = ['raw', 'mixed'];
const small = 100_000_000;
const large = 1_000_000_000;

/** Peak memory as the input grows tenfold, and what the larger input costs once start-up no longer counts. */
export async function memory(contenders: Contenders, rounds: number, quick: boolean): Promise<Section> {
  const rows: (readonly string[])[] = [];
  for (const kind of kinds) rows.push(...(await rowsOf(kind, contenders, rounds, quick)));
  return {
    title: `Peak memory, n=${rounds}`,
    head: ['', 'input', 'peak MB at 100 MB', 'peak MB at 1 GB', 'growth', 'CPU s at 1 GB', 'CPU / F at 1 GB'],
    rows,
    notes: ["The highest VmHWM seen, the kernel's own high-water mark, read every 10 ms.", ...(quick ? [skipped] : [])],
  };
}

const skipped = '`--quick` leaves 1 GB out.';

/** Another seed for the large corpus: it is ten times as much log, not the same one ten times. */
async function rowsOf(kind: Kind, {ours, floor, python}: Contenders, rounds: number, quick: boolean) {
  const contenders = quick ? [ours, floor] : [ours, floor, ...(kind === 'raw' ? [python] : [])];
  const smallRuns = await race(contenders, await corpusFile(kind, small, 1), rounds);
  const largeRuns = quick ? [] : await race(contenders, await corpusFile(kind, large, 2), rounds);
  return contenders.map((contender) => row(kind, contender, floor, smallRuns, largeRuns));
}

function row(kind: Kind, {name}: Contender, floor: Contender, smallRuns: readonly Runs[], largeRuns: readonly Runs[]) {
  const atSmall = smallRuns.find((run) => run.name === name);
  const atLarge = largeRuns.find((run) => run.name === name);
  if (atSmall === undefined) return [name, kind, 'not here', '', '', '', ''];
  const peak = (run: Runs) => Math.max(...peakMegabytes(run.costs));
  const failed = trouble(atSmall) || (atLarge && trouble(atLarge));
  if (failed) return [name, kind, `failed: ${failed}`, '', '', '', ''];
  const first = [name, kind, peak(atSmall).toFixed(0)];
  const floorAtLarge = largeRuns.find((run) => run.name === floor.name);
  if (atLarge === undefined || floorAtLarge === undefined) return [...first, '', '', '', ''];
  const spent = seconds(atLarge.costs);
  return [
    ...first,
    peak(atLarge).toFixed(0),
    (peak(atLarge) / peak(atSmall)).toFixed(2),
    median(spent).toFixed(2),
    spread(ratios(spent, seconds(floorAtLarge.costs))),
  ];
}
