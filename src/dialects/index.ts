import aiproxy from './aiproxy/index.ts';
import anthropicPython from './anthropic-python/index.ts';
import anthropicTypescript from './anthropic-typescript/index.ts';
import appJson from './app-json/index.ts';
import axonhub from './axonhub/index.ts';
import canonical from './canonical/index.ts';
import claudeCodeRouter from './claude-code-router/index.ts';
import claudeRelayService from './claude-relay-service/index.ts';
import cliProxyApi from './cli-proxy-api/index.ts';
import copilotApi from './copilot-api/index.ts';
import curlVerbose from './curl-verbose/index.ts';
import type {Dialect} from './define.ts';
import gatewayNotice from './gateway-notice/index.ts';
import litellm from './litellm/index.ts';
import newApi from './new-api/index.ts';
import omniroute from './omniroute/index.ts';
import oneApi from './one-api/index.ts';
import oneHub from './one-hub/index.ts';
import rawBody from './raw-body/index.ts';
import simpleOneApi from './simple-one-api/index.ts';
import sub2api from './sub2api/index.ts';
import uniApi from './uni-api/index.ts';
import uvicorn from './uvicorn/index.ts';

/** Every dialect, specific before generic: the first whose row reads a frame has it. */
export const dialects: readonly Dialect[] = [
  canonical,
  // Relays
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
  uvicorn,
  gatewayNotice,
  curlVerbose,
  // SDKs
  anthropicTypescript,
  anthropicPython,
  // Anything
  rawBody,
  appJson,
];

export {createGate, createRecogniser, type Finding} from './recognise.ts';
