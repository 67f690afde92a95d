import {type Cost, measure} from '../harness/child.ts';
import type {Contenders} from '../harness/contenders.ts';
import type {Section} from '../harness/report.ts';
import {median, ratios, spread} from '../harness/statistics.ts';

/** A start costs some 60 ms and the kernel counts in 10 ms: a few starts together make one sample. */
const startsPerSample = 5;

/** What a run on nothing costs, against the bare runtime. */
export async function startup({ours, bareNode}: Contenders, rounds: number): Promise<Section> {
  const runs = [bareNode, ours].map(({name, argv}) => ({name, argv, samples: [] as Sample[]}));
  // The first round reads the files from disk and is not kept.
  for (let round = 0; round <= rounds; round++) {
    for (const {argv, samples} of round % 2 === 0 ? runs : runs.toReversed()) {
      const sample = argv && (await sampleOf(argv));
      if (sample && round > 0) samples.push(sample);
    }
  }
  const [base] = runs;
  return {
    title: `Start-up with empty stdin, n=${rounds}`,
    head: ['', 'CPU ms', 'wall ms', 'CPU / node -e 0', 'wall / node -e 0'],
    rows: runs.map(({name, samples}) => row(name, samples, base?.samples ?? [])),
    notes: [`One sample is ${startsPerSample} starts, shown per start.`],
  };
}

interface Sample {
  readonly cpu: number;
  readonly wall: number;
}

async function sampleOf(argv: readonly string[]): Promise<Sample> {
  const costs: Cost[] = [];
  for (let starts = 0; starts < startsPerSample; starts++) costs.push(await measure(argv));
  const mean = (pick: (cost: Cost) => number) => costs.reduce((sum, cost) => sum + pick(cost), 0) / startsPerSample;
  return {cpu: mean(({cpuSeconds, wallSeconds}) => cpuSeconds ?? wallSeconds), wall: mean((cost) => cost.wallSeconds)};
}

function row(name: string, samples: readonly Sample[], base: readonly Sample[]): readonly string[] {
  if (samples.length === 0) return [name, 'not here', '', '', ''];
  const all = (pick: keyof Sample) => samples.map((sample) => sample[pick]);
  const toBase = (pick: keyof Sample) =>
    ratios(
      all(pick),
      base.map((sample) => sample[pick]),
    );
  const milliseconds = (pick: keyof Sample) => (median(all(pick)) * 1000).toFixed(0);
  return [name, milliseconds('cpu'), milliseconds('wall'), spread(toBase('cpu')), spread(toBase('wall'))];
}
