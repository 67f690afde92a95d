/**
 * A mock of the Messages API on the loopback interface. The caller picks the scenario with the headers
 * `x-mock-scenario` and `x-mock-call`; everything sent and answered is written into the journal.
 */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {answerPhrases} from '../canaries.ts';
import {type ScenarioName, scenarioNames} from '../plan.ts';
import {cfRay, messageId, requestId} from './ids.ts';
import {type Attempt, Journal, type JournalCall, requestFacts} from './journal.ts';
import {type Answer, type ApiError, answerFor} from './scenarios.ts';
import {encodeEvent, errorEvent, streamContentTypes, streamEvents, streamUsage} from './stream.ts';

export interface Mock {
  readonly journal: Journal;
  close(): Promise<void>;
}

interface Exchange {
  readonly response: ServerResponse;
  readonly entry: JournalCall;
  readonly attempt: Attempt;
  readonly round: number;
  readonly seed: string;
}

export const htmlPage = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
  '<hr><center>nginx/1.27.3</center>\r\n</body>\r\n</html>\r\n';

/** Events sent before an error event or a cut. */
const eventsBeforeTrouble = 5;

/** `seed` goes into every id, so that two captures never share one. */
export function startMock(port: number, seed: string): Promise<Mock> {
  const journal = new Journal();
  const server = createServer((request, response) => {
    serve(request, response, journal, seed).catch((error: unknown) => {
      response.writeHead(501).end(String(error));
    });
  });
  // Longer than any capture: a keep-alive connection closed under a client would be an incident of its own.
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({journal, close: () => closeServer(server)}));
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  journal: Journal,
  seed: string,
): Promise<void> {
  const scenario = scenarioOf(request);
  const call = Number(request.headers['x-mock-call']);
  const facts = requestFacts(request.url ?? '', request.headers, await readBody(request));
  const attempt = journal.begin(call, scenario, facts, request.headers);
  const entry = journal.calls.get(call) as JournalCall;
  const round = call > scenarioNames.length ? 2 : 1;
  response.once('close', () => {
    attempt.endedAt ??= Date.now();
  });
  answer({response, entry, attempt, round, seed}, answerFor(scenario, round, attempt.attempt));
}

function answer(exchange: Exchange, what: Answer): void {
  if (what.kind === 'message') sendMessage(exchange);
  else if (what.kind === 'stream') sendStream(exchange, what.end);
  else if (what.kind === 'error') sendError(exchange, what);
  else if (what.kind === 'html') sendHtml(exchange, what.status, what.reason);
  else if (what.kind === 'not-json') sendNotJson(exchange);
  else exchange.attempt.errorType = 'timeout';
}

function sendMessage(exchange: Exchange): void {
  const {response, entry, seed} = exchange;
  const usage = {input_tokens: 20 + entry.call, output_tokens: 10 + entry.call};
  const body = {
    id: messageId(seed, entry.call),
    type: 'message',
    role: 'assistant',
    model: entry.request.model,
    content: [{type: 'text', text: `It is a ${answerPhrases[0]}.`}],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage,
  };
  entry.response = {inputTokens: usage.input_tokens, outputTokens: usage.output_tokens, contentTypes: ['text']};
  response.writeHead(200, 'OK', realHeaders(exchange, 'application/json')).end(JSON.stringify(body));
  exchange.attempt.status = 200;
}

function sendStream(exchange: Exchange, end: 'complete' | 'error-event' | 'cut'): void {
  const {response, entry, attempt, round, seed} = exchange;
  const events = streamEvents(messageId(seed, entry.call), entry.request.model);
  response.writeHead(200, 'OK', realHeaders(exchange, 'text/event-stream; charset=utf-8'));
  attempt.status = 200;
  if (end === 'complete') {
    response.end(events.map(encodeEvent).join(''));
    entry.response = {...streamUsage, contentTypes: streamContentTypes};
    return;
  }
  response.write(events.slice(0, eventsBeforeTrouble).map(encodeEvent).join(''));
  attempt.errorType = end === 'cut' ? 'stream_interrupted' : 'overloaded_error';
  if (end === 'cut') {
    // Give the client the time to see the events; then the connection is gone without a last chunk.
    setTimeout(() => response.destroy(), 30);
    return;
  }
  attempt.message = 'Overloaded';
  response.end(encodeEvent(errorEvent(round === 1 ? (attempt.requestId ?? undefined) : undefined)));
}

function sendError(exchange: Exchange, error: ApiError): void {
  const {attempt, response, round} = exchange;
  const message = error.messages[round - 1] as string;
  const headers = {...realHeaders(exchange, 'application/json'), ...error.headers};
  const body = {type: 'error', error: {type: error.type, message}, request_id: attempt.requestId};
  response.writeHead(error.status, error.reason, headers).end(JSON.stringify(body));
  Object.assign(attempt, {status: error.status, errorType: error.type, message});
}

/** A proxy in front of the API answers: its page, its headers, no request id. */
function sendHtml({response, attempt}: Exchange, status: number, reason: string): void {
  const page = htmlPage(`${status} ${reason}`);
  response.writeHead(status, reason, {server: 'nginx/1.27.3', 'content-type': 'text/html'}).end(page);
  attempt.status = status;
}

function sendNotJson(exchange: Exchange): void {
  exchange.response.writeHead(200, 'OK', realHeaders(exchange, 'application/json')).end('upstream said hello\n');
  exchange.attempt.status = 200;
}

function realHeaders({entry, attempt, seed}: Exchange, contentType: string): Record<string, string> {
  attempt.requestId = requestId(seed, entry.call, attempt.attempt);
  return {
    'content-type': contentType,
    'request-id': attempt.requestId,
    'anthropic-organization-id': '00000000-1111-4222-8333-444444444444',
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
    via: '1.1 google',
    'cf-cache-status': 'DYNAMIC',
    server: 'cloudflare',
    'cf-ray': cfRay(seed, entry.call, attempt.attempt),
  };
}

function scenarioOf(request: IncomingMessage): ScenarioName {
  const name = scenarioNames.find((known) => known === request.headers['x-mock-scenario']);
  if (name === undefined) throw new Error(`unknown scenario ${String(request.headers['x-mock-scenario'])}`);
  return name;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
