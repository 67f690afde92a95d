import anthropicPython from './anthropic-python/index.ts';
import anthropicTypescript from './anthropic-typescript/index.ts';
import appJson from './app-json/index.ts';
import azureFoundry from './azure-foundry/index.ts';
import bedrock from './bedrock/index.ts';
import canonical from './canonical/index.ts';
import cloudflareAiGateway from './cloudflare-ai-gateway/index.ts';
import type {Dialect} from './define.ts';
import helicone from './helicone/index.ts';
import kong from './kong/index.ts';
import openrouter from './openrouter/index.ts';
import portkey from './portkey/index.ts';
import rawBody from './raw-body/index.ts';
import vertex from './vertex/index.ts';

/** Every dialect, specific before generic: the first whose row reads a frame has it. */
export const dialects: readonly Dialect[] = [
  canonical,
  kong,
  cloudflareAiGateway,
  helicone,
  openrouter,
  portkey,
  bedrock,
  anthropicTypescript,
  anthropicPython,
  vertex,
  azureFoundry,
  rawBody,
  appJson,
];

export {createGate, createRecogniser, type Finding} from './recognise.ts';
