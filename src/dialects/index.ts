import anthropicGo from './anthropic-go/index.ts';
import anthropicJava from './anthropic-java/index.ts';
import anthropicPython from './anthropic-python/index.ts';
import anthropicTypescript from './anthropic-typescript/index.ts';
import appJson from './app-json/index.ts';
import canonical from './canonical/index.ts';
import type {Dialect} from './define.ts';
import rawBody from './raw-body/index.ts';
import springAi from './spring-ai/index.ts';

/** Every dialect, specific before generic: the first whose row reads a frame has it. */
export const dialects: readonly Dialect[] = [
  canonical,
  anthropicGo,
  springAi,
  anthropicJava,
  anthropicTypescript,
  anthropicPython,
  rawBody,
  appJson,
];

export {createGate, createRecogniser, type Finding} from './recognise.ts';
