import accessLog from './access-log/index.ts';
import aiproxy from './aiproxy/index.ts';
import anthropicCsharp from './anthropic-csharp/index.ts';
import anthropicGo from './anthropic-go/index.ts';
import anthropicJava from './anthropic-java/index.ts';
import anthropicPhp from './anthropic-php/index.ts';
import anthropicPython from './anthropic-python/index.ts';
import anthropicRuby from './anthropic-ruby/index.ts';
import anthropicTypescript from './anthropic-typescript/index.ts';
import appJson from './app-json/index.ts';
import axonhub from './axonhub/index.ts';
import azureFoundry from './azure-foundry/index.ts';
import bedrock from './bedrock/index.ts';
import canonical from './canonical/index.ts';
import claudeCode from './claude-code/index.ts';
import claudeCodeRouter from './claude-code-router/index.ts';
import claudeRelayService from './claude-relay-service/index.ts';
import cliProxyApi from './cli-proxy-api/index.ts';
import cloudflareAiGateway from './cloudflare-ai-gateway/index.ts';
import copilotApi from './copilot-api/index.ts';
import curl from './curl/index.ts';
import type {Dialect} from './define.ts';
import helicone from './helicone/index.ts';
import instructor from './instructor/index.ts';
import jsHttp from './js-http/index.ts';
import kong from './kong/index.ts';
import langchainJs from './langchain-js/index.ts';
import langchainPython from './langchain-python/index.ts';
import litellm from './litellm/index.ts';
import newApi from './new-api/index.ts';
import omniroute from './omniroute/index.ts';
import oneApi from './one-api/index.ts';
import oneHub from './one-hub/index.ts';
import openaiPython from './openai-python/index.ts';
import openrouter from './openrouter/index.ts';
import otel from './otel/index.ts';
import portkey from './portkey/index.ts';
import pydanticAi from './pydantic-ai/index.ts';
import pythonHttp from './python-http/index.ts';
import pythonRetries from './python-retries/index.ts';
import rawBody from './raw-body/index.ts';
import rawStream from './raw-stream/index.ts';
import reqwest from './reqwest/index.ts';
import simpleOneApi from './simple-one-api/index.ts';
import springAi from './spring-ai/index.ts';
import sub2api from './sub2api/index.ts';
import uniApi from './uni-api/index.ts';
import vercelAiSdk from './vercel-ai-sdk/index.ts';
import vertex from './vertex/index.ts';

/** Every dialect, specific before generic: the first whose row reads a frame has it. */
export const dialects: readonly Dialect[] = [
  canonical,
  claudeCode,
  otel,
  langchainJs,
  vercelAiSdk,
  aiproxy,
  oneApi,
  newApi,
  oneHub,
  simpleOneApi,
  uniApi,
  claudeRelayService,
  sub2api,
  axonhub,
  omniroute,
  claudeCodeRouter,
  cliProxyApi,
  copilotApi,
  litellm,
  kong,
  cloudflareAiGateway,
  helicone,
  openrouter,
  portkey,
  bedrock,
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
  pydanticAi,
  instructor,
  pythonRetries,
  langchainPython,
  openaiPython,
  anthropicPython,
  vertex,
  azureFoundry,
  pythonHttp,
  accessLog,
  rawBody,
  appJson,
];

export {createGate, createRecogniser, type Finding} from './recognise.ts';
