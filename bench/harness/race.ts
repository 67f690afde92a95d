import {type Cost, measure, type Output, observe} from './child.ts';
import type {Contender} from './contenders.ts';

/** One contender's rounds, all on the same input. */
export interface Runs {
  readonly name: string;
  readonly output: Output;
  readonly costs: readonly Cost[];
}

/**
 * Every round runs each contender once, in turn, every other round backwards. A first look, not measured, shows what
 * each one writes and warms the file cache. Contenders that are not here are left out.
 */
export async function race(contenders: readonly Contender[], inputFile: string, rounds: number): Promise<Runs[]> {
  const present = contenders.flatMap(({name, argv}) => (argv === undefined ? [] : [{name, argv}]));
  const runs: (Runs & {readonly argv: readonly string[]; readonly costs: Cost[]})[] = [];
  for (const {name, argv} of present) runs.push({name, argv, output: await observe(argv, inputFile), costs: []});
  for (let round = 0; round < rounds; round++) {
    for (const run of round % 2 === 0 ? runs : runs.toReversed()) run.costs.push(await measure(run.argv, inputFile));
  }
  return runs;
}

/** CPU where the machine tells it, else the clock on the wall. */
export function seconds(costs: readonly Cost[]): readonly number[] {
  return costs.map(({cpuSeconds, wallSeconds}) => cpuSeconds ?? wallSeconds);
}

export function peakMegabytes(costs: readonly Cost[]): readonly number[] {
  return costs.flatMap(({peakBytes}) => (peakBytes === undefined ? [] : [peakBytes / 1e6]));
}

/** Nothing when all is well; a program that failed must not look fast. */
export function trouble({output, costs}: Runs): string {
  const codes = new Set([output, ...costs].map(({exitCode}) => exitCode).filter((code) => code !== 0));
  return codes.size === 0 ? '' : `exit ${[...codes].join(' ')}`;
}
