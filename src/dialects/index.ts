import anthropicPython from './anthropic-python/index.ts';
import anthropicTypescript from './anthropic-typescript/index.ts';
import appJson from './app-json/index.ts';
import canonical from './canonical/index.ts';
import type {Dialect} from './define.ts';
import instructor from './instructor/index.ts';
import langchainPython from './langchain-python/index.ts';
import litellmSdk from './litellm-sdk/index.ts';
import openaiPython from './openai-python/index.ts';
import pydanticAi from './pydantic-ai/index.ts';
import pythonHttp from './python-http/index.ts';
import pythonRetries from './python-retries/index.ts';
import rawBody from './raw-body/index.ts';

/** Every dialect, specific before generic: the first whose row reads a frame has it. */
export const dialects: readonly Dialect[] = [
  canonical,
  anthropicTypescript,
  litellmSdk,
  pydanticAi,
  instructor,
  pythonRetries,
  langchainPython,
  openaiPython,
  anthropicPython,
  pythonHttp,
  rawBody,
  appJson,
];

export {createGate, createRecogniser, type Finding} from './recognise.ts';
