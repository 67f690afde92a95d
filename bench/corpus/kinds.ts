import type {World} from './facts.ts';
import {docker, gin, noise, pino, pythonJson, pythonText} from './loggers.ts';
import {canonical, raw} from './records.ts';

/** Writes one line, without its end. */
export type Writer = (world: World) => string;

/** Percent of the lines of a mixed log. */
const mix: readonly (readonly [percent: number, write: Writer])[] = [
  [25, canonical],
  [20, raw],
  [12, pino],
  [10, pythonJson],
  [10, pythonText],
  [8, (world) => docker(world, world.random.pick([pythonText, canonical, pythonJson, gin, noise])(world))],
  [8, gin],
  [7, noise],
];
const everyWriter = mix.flatMap(([percent, write]) => Array<Writer>(percent).fill(write));

/** What a corpus may be made of. */
export const kinds = {
  mixed: (world: World) => world.random.pick(everyWriter)(world),
  raw,
  canon: canonical,
  noise,
  text: pythonText,
  pino,
} as const satisfies Record<string, Writer>;

export type Kind = keyof typeof kinds;

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}
