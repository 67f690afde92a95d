/**
 * A mock of Amazon Bedrock and of Claude on Vertex on the loopback interface: the same scenarios as the mock of the
 * Messages API, answered the way those clouds do. Everything sent and answered is written into the journal.
 */
import {createHash} from 'node:crypto';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {answerPhrases} from '../canaries.ts';
import {type ScenarioName, scenarioNames} from '../plan.ts';
import {bedrockErrors, type CloudError, vertexErrors} from './cloud-scenarios.ts';
import {converseFacts} from './converse.ts';
import {eventFrame, exceptionFrame} from './event-stream.ts';
import {messageId, requestId} from './ids.ts';
import {type Attempt, Journal, type JournalCall, requestFacts} from './journal.ts';
import {answerFor} from './scenarios.ts';
import {closeServer, htmlPage, type Mock} from './server.ts';
import {encodeEvent, streamContentTypes, streamEvents, streamUsage} from './stream.ts';

interface Exchange {
  readonly response: ServerResponse;
  readonly entry: JournalCall;
  readonly attempt: Attempt;
  readonly round: number;
  readonly seed: string;
  readonly target: Target;
}

interface Target {
  readonly cloud: 'bedrock' | 'vertex';
  readonly model: string;
  readonly stream: boolean;
  readonly converse: boolean;
}

const bedrockPath = /^\/model\/([^/]+)\/(invoke|converse)(-with-response-stream|-stream)?$/;
const vertexPath = /\/publishers\/anthropic\/models\/([^/:]+):(r|streamR)awPredict$/;
/** Events sent before an exception or a cut. */
const eventsBeforeTrouble = 3;

export function startCloudMock(port: number, seed: string): Promise<Mock> {
  const journal = new Journal();
  const server = createServer((request, response) => {
    serve(request, response, journal, seed).catch((error: unknown) => {
      response.writeHead(501).end(String(error));
    });
  });
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({journal, close: () => closeServer(server)}));
  });
}

async function serve(request: IncomingMessage, response: ServerResponse, journal: Journal, seed: string) {
  const scenario = scenarioNames.find((known) => known === request.headers['x-mock-scenario']);
  const target = targetOf(request.url ?? '');
  if (scenario === undefined || target === undefined) throw new Error(`no such call: ${String(request.url)}`);
  const call = Number(request.headers['x-mock-call']);
  const body = await readBody(request);
  const facts = {
    ...requestFacts(request.url ?? '', request.headers, body),
    ...(target.converse && converseFacts(body)),
  };
  const attempt = journal.begin(
    call,
    scenario,
    {...facts, model: target.model, stream: target.stream},
    request.headers,
  );
  const entry = journal.calls.get(call) as JournalCall;
  const round = call > scenarioNames.length ? 2 : 1;
  response.once('close', () => {
    attempt.endedAt ??= Date.now();
  });
  answer({response, entry, attempt, round, seed, target}, scenario);
}

function targetOf(url: string): Target | undefined {
  const bedrock = bedrockPath.exec(url);
  if (bedrock) {
    const model = decodeURIComponent(bedrock[1] as string);
    return {cloud: 'bedrock', model, stream: bedrock[3] !== undefined, converse: bedrock[2] === 'converse'};
  }
  const vertex = vertexPath.exec(url);
  if (!vertex) return undefined;
  const model = decodeURIComponent(vertex[1] as string);
  return {cloud: 'vertex', model, stream: vertex[2] === 'streamR', converse: false};
}

function answer(exchange: Exchange, scenario: ScenarioName): void {
  const {attempt, round, target} = exchange;
  const what = answerFor(scenario, round, attempt.attempt);
  const error =
    what.kind === 'error' ? (target.cloud === 'bedrock' ? bedrockErrors : vertexErrors)[scenario] : undefined;
  if (error) sendCloudError(exchange, error);
  else if (what.kind === 'error') sendClaudeError(exchange, what.status, what.reason, what.type, what.messages);
  else if (what.kind === 'message' || what.kind === 'stream')
    sendAnswer(exchange, what.kind === 'stream' ? what.end : 'complete', scenario);
  else if (what.kind === 'html') sendHtml(exchange, what.status, what.reason);
  else if (what.kind === 'not-json') sendNotJson(exchange);
  else attempt.errorType = 'timeout';
}

function sendAnswer(exchange: Exchange, end: 'complete' | 'error-event' | 'cut', scenario: ScenarioName): void {
  const {response, entry, attempt, target, seed, round} = exchange;
  attempt.status = 200;
  if (!target.stream) {
    const usage = {inputTokens: 20 + entry.call, outputTokens: 10 + entry.call};
    entry.response = {...usage, contentTypes: ['text']};
    const body = target.converse ? converseMessage(usage) : claudeMessage(exchange, usage);
    response.writeHead(200, 'OK', headersOf(exchange, 'application/json')).end(JSON.stringify(body));
    return;
  }
  const frames = framesOf(target, messageId(seed, entry.call));
  const type = target.cloud === 'bedrock' ? 'application/vnd.amazon.eventstream' : 'text/event-stream; charset=utf-8';
  response.writeHead(200, 'OK', headersOf(exchange, type));
  if (end === 'complete') {
    response.end(Buffer.concat(frames));
    entry.response = {...streamUsage, contentTypes: streamContentTypes};
    return;
  }
  response.write(Buffer.concat(frames.slice(0, eventsBeforeTrouble)));
  attempt.errorType = end === 'cut' ? 'stream_interrupted' : 'overloaded_error';
  if (end === 'cut') {
    // Give the client the time to see the events; then the connection is gone without a last chunk.
    setTimeout(() => response.destroy(), 30);
    return;
  }
  const error = bedrockErrors[scenario] as CloudError;
  if (target.cloud === 'bedrock') {
    Object.assign(attempt, {errorType: error.means, message: error.messages[round - 1]});
    response.end(exceptionFrame(error.type, error.messages[round - 1] as string));
    return;
  }
  attempt.message = 'Overloaded';
  response.end(
    encodeEvent({
      name: 'error',
      data: {type: 'error', error: {details: null, type: 'overloaded_error', message: 'Overloaded'}},
    }),
  );
}

function framesOf({cloud, model, converse}: Target, id: string): readonly Buffer[] {
  const events = streamEvents(id, model);
  if (cloud === 'vertex') return events.map((event) => Buffer.from(encodeEvent(event)));
  if (converse) return converseEvents().map(([type, payload]) => eventFrame(type, payload));
  return events.map(({data}) => eventFrame('chunk', {bytes: Buffer.from(JSON.stringify(data)).toString('base64')}));
}

const claudeMessage = ({seed, entry, target}: Exchange, usage: {inputTokens: number; outputTokens: number}) => ({
  id: messageId(seed, entry.call).replace('msg_', target.cloud === 'bedrock' ? 'msg_bdrk_' : 'msg_vrtx_'),
  type: 'message',
  role: 'assistant',
  model: target.model.replace(/^(?:\w+\.)?anthropic\.|-v\d.*$|@.*$/g, ''),
  content: [{type: 'text', text: `It is a ${answerPhrases[0]}.`}],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: {input_tokens: usage.inputTokens, output_tokens: usage.outputTokens},
});

const converseMessage = (usage: {inputTokens: number; outputTokens: number}) => ({
  metrics: {latencyMs: 41},
  output: {message: {content: [{text: `It is a ${answerPhrases[0]}.`}], role: 'assistant'}},
  stopReason: 'end_turn',
  usage: {...usage, totalTokens: usage.inputTokens + usage.outputTokens},
});

const converseEvents = (): readonly (readonly [string, object])[] => [
  ['messageStart', {role: 'assistant'}],
  ['contentBlockDelta', {contentBlockIndex: 0, delta: {text: `The ${answerPhrases[0]}`}}],
  ['contentBlockDelta', {contentBlockIndex: 0, delta: {text: ` and the ${answerPhrases[1]}.`}}],
  ['contentBlockStop', {contentBlockIndex: 0}],
  ['messageStop', {stopReason: 'end_turn'}],
  [
    'metadata',
    {
      usage: {...streamUsage, totalTokens: streamUsage.inputTokens + streamUsage.outputTokens},
      metrics: {latencyMs: 41},
    },
  ],
];

/** Bedrock names the exception in a header only; Vertex answers as Google's other APIs do. */
function sendCloudError(exchange: Exchange, {status, reason, type, means, messages}: CloudError): void {
  const {attempt, response, round, target} = exchange;
  const message = messages[round - 1] as string;
  Object.assign(attempt, {status, errorType: means, message});
  if (target.cloud === 'bedrock') {
    const name = `${type}:http://internal.amazon.com/coral/com.amazon.bedrock/`;
    const headers = {...headersOf(exchange, 'application/json'), 'x-amzn-errortype': name};
    response.writeHead(status, reason, headers).end(JSON.stringify({message}));
    return;
  }
  const body = {error: {code: status, message, status: type}};
  response
    .writeHead(status, reason, {
      'content-type': 'application/json; charset=UTF-8',
      server: 'scaffolding on HTTPServer2',
    })
    .end(JSON.stringify(target.stream ? [body] : body, null, 2));
}

function sendClaudeError(
  exchange: Exchange,
  status: number,
  reason: string,
  type: string,
  messages: readonly [string, string],
): void {
  const {attempt, response, round} = exchange;
  const message = messages[round - 1] as string;
  const headers = headersOf(exchange, 'application/json');
  Object.assign(attempt, {status, errorType: type, message});
  response
    .writeHead(status, reason, headers)
    .end(JSON.stringify({type: 'error', error: {type, message}, request_id: attempt.requestId}));
}

/** A proxy in front answers: its page, its headers, no request id. */
function sendHtml({response, attempt}: Exchange, status: number, reason: string): void {
  response.writeHead(status, reason, {server: 'nginx/1.27.3', 'content-type': 'text/html'});
  response.end(htmlPage(`${status} ${reason}`));
  attempt.status = status;
}

function sendNotJson(exchange: Exchange): void {
  exchange.response.writeHead(200, 'OK', headersOf(exchange, 'application/json')).end('upstream said hello\n');
  exchange.attempt.status = 200;
}

function headersOf({entry, attempt, seed, target}: Exchange, contentType: string): Record<string, string> {
  if (target.cloud === 'vertex') {
    attempt.requestId = requestId(seed, entry.call, attempt.attempt).replace('req_', 'req_vrtx_');
    return {'content-type': contentType, 'request-id': attempt.requestId, server: 'hypercorn-h11'};
  }
  const digits = createHash('sha256').update(`amazon ${seed} ${entry.call} ${attempt.attempt}`).digest('hex');
  attempt.requestId = digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  return {'content-type': contentType, 'x-amzn-requestid': attempt.requestId};
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
