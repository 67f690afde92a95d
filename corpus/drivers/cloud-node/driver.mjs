/**
 * An ordinary application that calls Claude through a cloud, logs failures the usual way, and says little when all is well.
 *
 * Usage: node driver.mjs CLIENT BASE_URL LEVEL LOGGER MODE
 *   CLIENT  aws | bedrock | vertex   (bedrock and vertex are the clients of the Claude SDK)
 *   LEVEL   default | info | debug   (aws: from info on, its client gets the logger)
 *   LOGGER  console | pino
 *   MODE    alone | eight            (one call after the other, or eight at once)
 * The calls are read from calls.json in the working directory, the keys from the environment.
 */
import {readFileSync} from 'node:fs';

const levels = {default: 'warn', info: 'info', debug: 'debug'};
const [kindOfClient, baseURL, level, kind, mode] = process.argv.slice(2);
const calls = JSON.parse(readFileSync('calls.json', 'utf8'));
const log = await makeLogger(kind, levels[level]);
const send = await {aws: awsSender, bedrock: bedrockSender, vertex: vertexSender}[kindOfClient]();

await inParallel(calls, mode === 'eight' ? 8 : 1, runCall);

async function runCall(call) {
  const callLog = log.forCall(call.traceId);
  try {
    await send(call, callLog.logger);
    callLog.done();
  } catch (error) {
    callLog.failed(error, call);
  }
}

/** Odd calls use InvokeModel, even ones Converse; the streaming helper of the other SDKs is ConverseStream here. */
async function awsSender() {
  const sdk = await import('@aws-sdk/client-bedrock-runtime');
  const {NodeHttpHandler} = await import('@smithy/node-http-handler');
  return async (call, logger) => {
    const client = new sdk.BedrockRuntimeClient({
      region: 'us-east-1',
      endpoint: call.baseUrl ?? baseURL,
      maxAttempts: 3,
      // Its default handler speaks HTTP/2 only, which the mock does not.
      requestHandler: new NodeHttpHandler({requestTimeout: call.timeoutMs, throwOnRequestTimeout: true}),
      ...(level === 'default' ? {} : {logger}),
    });
    client.middlewareStack.add(
      (next) => (args) => {
        Object.assign(args.request.headers, {'x-mock-scenario': call.scenario, 'x-mock-call': String(call.call)});
        return next(args);
      },
      {step: 'build'},
    );
    const {model, ...body} = call.body;
    const modelId = bedrockModel(model);
    const invoke = {
      modelId,
      contentType: 'application/json',
      body: JSON.stringify({anthropic_version: 'bedrock-2023-05-31', ...body}),
    };
    if (call.stream === 'raw') {
      const {body: events} = await client.send(new sdk.InvokeModelWithResponseStreamCommand(invoke));
      for await (const _event of events);
    } else if (call.stream === 'helper') {
      const {stream} = await client.send(new sdk.ConverseStreamCommand({modelId, ...converse(body)}));
      for await (const _event of stream);
    } else if (call.call % 2 === 1) {
      const answer = await client.send(new sdk.InvokeModelCommand(invoke));
      JSON.parse(answer.body.transformToString());
    } else await client.send(new sdk.ConverseCommand({modelId, ...converse(body)}));
  };
}

function bedrockModel(name) {
  return `us.anthropic.${name}-v1:0`;
}

function converse({messages, max_tokens, temperature, system, tools}) {
  const toolConfig = {tools: (tools ?? []).map(converseTool)};
  return {
    messages: messages.map(({role, content}) => ({role, content: converseContent(content)})),
    inferenceConfig: {maxTokens: max_tokens, ...(temperature === undefined ? {} : {temperature})},
    ...(system === undefined ? {} : {system: [{text: system}]}),
    ...(tools === undefined ? {} : {toolConfig}),
  };
}

function converseTool({name, description, input_schema}) {
  return {toolSpec: {name, description, inputSchema: {json: input_schema}}};
}

function converseContent(content) {
  if (typeof content === 'string') return [{text: content}];
  return content.map((block) =>
    block.type === 'text'
      ? {text: block.text}
      : {image: {format: 'png', source: {bytes: Buffer.from(block.source.data, 'base64')}}},
  );
}

async function bedrockSender() {
  const {AnthropicBedrock} = await import('@anthropic-ai/bedrock-sdk');
  return ofSdk(
    (url, logger) => new AnthropicBedrock({awsRegion: 'us-east-1', baseURL: url, logger, logLevel: levels[level]}),
    bedrockModel,
  );
}

async function vertexSender() {
  const {AnthropicVertex} = await import('@anthropic-ai/vertex-sdk');
  return ofSdk(
    (url, logger) =>
      new AnthropicVertex({
        region: 'us-east5',
        projectId: 'marsh-heron',
        accessToken: process.env.VERTEX_TOKEN,
        authClient: {getRequestHeaders: async () => new Headers({authorization: `Bearer ${process.env.VERTEX_TOKEN}`})},
        baseURL: `${url}/v1`,
        logger,
        logLevel: levels[level],
      }),
    (name) => name.replace(/-(?=\d{8}$)/, '@'),
  );
}

/** What the two clients of the Claude SDK share. */
function ofSdk(newClient, modelOf) {
  return async (call, logger) => {
    const client = newClient(call.baseUrl ?? baseURL, logger);
    const options = {
      headers: {'x-mock-scenario': call.scenario, 'x-mock-call': String(call.call)},
      ...(call.timeoutMs === undefined ? {} : {timeout: call.timeoutMs}),
    };
    const body = {...call.body, model: modelOf(call.body.model)};
    if (call.stream === 'none') await client.messages.create(body, options);
    else if (call.stream === 'helper') await client.messages.stream(body, options).finalMessage();
    else for await (const _event of await client.messages.create({...body, stream: true}, options));
  };
}

async function makeLogger(name, logLevel) {
  if (name === 'pino') return pinoLogger((await import('pino')).default, logLevel);
  return {
    forCall: () => ({
      logger: console,
      done: () => {
        if (logLevel !== 'warn') console.log('Claude call done');
      },
      failed: (error, call) => {
        if (call.style === 'full') console.error('Claude call failed:', error);
        else console.error(`Claude call failed: ${error}`);
      },
    }),
  };
}

function pinoLogger(pino, logLevel) {
  // A made-up host name: the real one is nobody's business.
  const root = pino({level: logLevel, base: {pid: process.pid, hostname: 'app-1'}});
  return {
    forCall: (traceId) => {
      const logger = root.child({trace_id: traceId});
      return {
        logger,
        done: () => logger.info('Claude call done'),
        failed: (error, call) => {
          if (call.style === 'full') logger.error({err: error}, 'Claude call failed');
          else logger.error(error);
        },
      };
    },
  };
}

async function inParallel(items, width, run) {
  const queue = [...items];
  await Promise.all(
    Array.from({length: width}, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await run(item);
    }),
  );
}
