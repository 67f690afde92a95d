import {dialects} from '../../src/dialects/index.ts';
import type {Kind} from '../corpus/kinds.ts';
import type {Contender} from '../harness/contenders.ts';
import {corpusFile} from '../harness/corpora.ts';
import {type Runs, race, seconds, trouble} from '../harness/race.ts';
import type {Section} from '../harness/report.ts';
import {median, ratios, spread} from '../harness/statistics.ts';

const bytes = 100_000_000;
const kinds: readonly Kind[] = ['noise', 'raw'];
/** Reads the calls of the corpus: each choice of dialects holds it, so that all of them have the same records to make. */
const reader = 'app-json';

/** What a line costs when more dialects are asked: lines without a call, and lines that one dialect reads. */
export async function formats(ours: Contender, rounds: number): Promise<Section> {
  const others = dialects.map(({id}) => id).filter((id) => id !== reader);
  const choices = [[reader], [reader, ...others.slice(0, 9)], [reader, ...others]].map((ids) => choose(ours, ids));
  const rows: (readonly string[])[] = [];
  for (const kind of kinds) {
    const runs = await race(choices, await corpusFile(kind, bytes, 1), rounds);
    rows.push(...runs.map((run) => row(kind, run, runs[0])));
  }
  return {
    title: `CPU by the number of dialects, 100 MB, n=${rounds}`,
    head: ['dialects', 'input', 'CPU s', 'CPU / one dialect', 'lines out'],
    rows,
    notes: [`Chosen with \`--format\`; \`${reader}\`, which reads the calls, is always among them.`],
  };
}

function choose({argv}: Contender, ids: readonly string[]): Contender {
  const name = `${ids.length}`;
  return argv === undefined ? {name} : {name, argv: [...argv, ...ids.flatMap((id) => ['--format', id])]};
}

function row(kind: Kind, run: Runs, one: Runs | undefined): readonly string[] {
  const failed = trouble(run);
  if (failed !== '') return [run.name, kind, `failed: ${failed}`, '', ''];
  const spent = seconds(run.costs);
  const toOne = one === undefined ? '' : spread(ratios(spent, seconds(one.costs)));
  return [run.name, kind, median(spent).toFixed(2), toOne, `${run.output.lines}`];
}
