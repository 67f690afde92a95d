import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {pipeline} from 'node:stream/promises';
import type {Kind} from '../corpus/kinds.ts';
import type {Contender} from '../harness/contenders.ts';
import {corpusFile} from '../harness/corpora.ts';
import {type Runs, race, seconds, trouble} from '../harness/race.ts';
import type {Section} from '../harness/report.ts';
import {median, ratios, spread} from '../harness/statistics.ts';

const bytes = 100_000_000;
const seed = 1;
const remarks: Readonly<Partial<Record<Kind, string>>> = {
  noise: 'F reads only lines that begin with a brace, one in six here: it has next to nothing to do.',
  mixed: 'F reads only lines that begin with a brace; a quarter of the lines does not.',
};

/** CPU for 100 MB of one kind of line. The first contender is ours, the second the floor. */
export async function throughput(kind: Kind, contenders: readonly Contender[], rounds: number): Promise<Section> {
  const file = await corpusFile(kind, bytes, seed);
  const input = await sha256(file);
  const runs = await race(contenders, file, rounds);
  return {
    title: `CPU, ${bytes / 1e6} MB of \`${kind}\`, n=${rounds}`,
    head: ['', 'CPU s', 'MB per CPU s', 'CPU / F', `${contenders[0]?.name} / it`, 'lines out'],
    rows: contenders.map(({name}) => row(name, runs, contenders, input)),
    notes: [remarks[kind] ?? ''],
  };
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function row(name: string, runs: readonly Runs[], [ours, floor]: readonly Contender[], input: string) {
  const run = runs.find((candidate) => candidate.name === name);
  if (run === undefined) return [name, 'not here', '', '', '', ''];
  const failed = trouble(run);
  if (failed !== '') return [name, `failed: ${failed}`, '', '', '', `${run.output.lines}`];
  const spent = seconds(run.costs);
  const secondsOf = (contender: Contender | undefined) =>
    seconds(runs.find((candidate) => candidate.name === contender?.name && trouble(candidate) === '')?.costs ?? []);
  const [oursSpent, floorSpent] = [secondsOf(ours), secondsOf(floor)];
  return [
    name,
    median(spent).toFixed(2),
    (bytes / 1e6 / median(spent)).toFixed(0),
    spread(ratios(spent, floorSpent)),
    oursSpent.length === 0 ? '' : spread(ratios(oursSpent, spent)),
    `${run.output.lines}${run.output.sha256 === input ? ', byte for byte the input' : ''}`,
  ];
}
