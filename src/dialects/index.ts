import anthropicGo from './anthropic-go/index.ts';
import anthropicPython from './anthropic-python/index.ts';
import anthropicTypescript from './anthropic-typescript/index.ts';
import appJson from './app-json/index.ts';
import canonical from './canonical/index.ts';
import type {Dialect} from './define.ts';
import rawBody from './raw-body/index.ts';

/** Every dialect, specific before generic: the first whose row reads a frame has it. */
export const dialects: readonly Dialect[] = [
  canonical,
  anthropicGo,
  anthropicTypescript,
  anthropicPython,
  rawBody,
  appJson,
];

export {createGate, createRecogniser, type Finding} from './recognise.ts';
