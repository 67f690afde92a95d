import accessLog from './access-log/index.ts';
import anthropicCsharp from './anthropic-csharp/index.ts';
import anthropicGo from './anthropic-go/index.ts';
import anthropicJava from './anthropic-java/index.ts';
import anthropicPhp from './anthropic-php/index.ts';
import anthropicPython from './anthropic-python/index.ts';
import anthropicRuby from './anthropic-ruby/index.ts';
import anthropicTypescript from './anthropic-typescript/index.ts';
import appJson from './app-json/index.ts';
import canonical from './canonical/index.ts';
import claudeCode from './claude-code/index.ts';
import curl from './curl/index.ts';
import type {Dialect} from './define.ts';
import instructor from './instructor/index.ts';
import jsHttp from './js-http/index.ts';
import langchainJs from './langchain-js/index.ts';
import langchainPython from './langchain-python/index.ts';
import litellmSdk from './litellm-sdk/index.ts';
import openaiPython from './openai-python/index.ts';
import otel from './otel/index.ts';
import pydanticAi from './pydantic-ai/index.ts';
import pythonHttp from './python-http/index.ts';
import pythonRetries from './python-retries/index.ts';
import rawBody from './raw-body/index.ts';
import rawStream from './raw-stream/index.ts';
import reqwest from './reqwest/index.ts';
import springAi from './spring-ai/index.ts';
import vercelAiSdk from './vercel-ai-sdk/index.ts';

/** Every dialect, specific before generic: the first whose row reads a frame has it. */
export const dialects: readonly Dialect[] = [
  canonical,
  claudeCode,
  otel,
  langchainJs,
  vercelAiSdk,
  jsHttp,
  anthropicGo,
  springAi,
  anthropicJava,
  curl,
  rawStream,
  anthropicRuby,
  anthropicPhp,
  anthropicCsharp,
  reqwest,
  anthropicTypescript,
  litellmSdk,
  pydanticAi,
  instructor,
  pythonRetries,
  langchainPython,
  openaiPython,
  anthropicPython,
  pythonHttp,
  accessLog,
  rawBody,
  appJson,
];

export {createGate, createRecogniser, type Finding} from './recognise.ts';
