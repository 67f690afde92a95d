import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {bench, findContenders} from './harness/contenders.ts';
import {load, render, type Section} from './harness/report.ts';
import {formats} from './scenarios/formats.ts';
import {latency} from './scenarios/latency.ts';
import {memory} from './scenarios/memory.ts';
import {startup} from './scenarios/startup.ts';
import {throughput} from './scenarios/throughput.ts';

await main(process.argv.slice(2));

/** Measures, prints and writes RESULTS.md. It judges nothing: the figures are for people. */
async function main(args: readonly string[]): Promise<void> {
  const {values} = parseArgs({
    args: [...args],
    options: {quick: {type: 'boolean', default: false}, command: {type: 'string'}},
  });
  const loadBefore = load();
  const sections = await scenarios(values.quick, values.command);
  const command = `npm run bench${values.quick ? ' -- --quick' : ''}`;
  const results = render(sections, {command, loadBefore});
  writeFileSync(join(bench, 'RESULTS.md'), results);
  process.stdout.write(results);
}

async function scenarios(quick: boolean, command: string | undefined): Promise<readonly Section[]> {
  const contenders = findContenders(command);
  const {ours, floor, floorPerLine, jq, python} = contenders;
  const nodeOnly = [ours, floor, floorPerLine];
  const rounds = quick ? 3 : 7;
  return [
    await step('raw', () => throughput('raw', [...nodeOnly, python, jq], rounds)),
    await step('canon', () => throughput('canon', nodeOnly, rounds)),
    await step('mixed', () => throughput('mixed', nodeOnly, rounds)),
    await step('noise', () => throughput('noise', nodeOnly, rounds)),
    await step('dialects', () => formats(ours, rounds)),
    await step('start-up', () => startup(contenders, 15)),
    await step('memory', () => memory(contenders, quick ? 1 : 3, quick)),
    await step('latency', () => latency(contenders, quick ? 300 : 1_500)),
  ];
}

/** Minutes pass without output otherwise. */
async function step(name: string, run: () => Promise<Section>): Promise<Section> {
  process.stderr.write(`${name} …\n`);
  return run();
}
