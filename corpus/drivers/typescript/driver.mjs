/**
 * An ordinary application: it makes calls, logs failures the usual way, and says little when all is well.
 *
 * Usage: node driver.mjs BASE_URL LEVEL LOGGER MODE
 *   LEVEL   default | info | debug
 *   LOGGER  console | pino | winston
 *   MODE    alone | eight   (one call after the other, or eight at once)
 * The calls are read from calls.json in the working directory.
 */
import {readFileSync} from 'node:fs';
import Anthropic from '@anthropic-ai/sdk';

const levels = {default: 'warn', info: 'info', debug: 'debug'};
const [baseURL, level, kind, mode] = process.argv.slice(2);
const calls = JSON.parse(readFileSync('calls.json', 'utf8'));
const clients = new Map();
const log = await makeLogger(kind, levels[level]);

await inParallel(calls, mode === 'eight' ? 8 : 1, runCall);

async function runCall(call) {
  const callLog = log.forCall(call.traceId);
  try {
    await send(clientFor(call, callLog.logger), call);
    callLog.done();
  } catch (error) {
    callLog.failed(error, call);
  }
}

/** With console one client serves all calls; a child logger needs a client of its own. */
function clientFor(call, logger) {
  const url = call.baseUrl ?? baseURL;
  if (logger !== console) return newClient(url, call.apiKey, logger);
  const key = `${url} ${call.apiKey}`;
  const client = clients.get(key) ?? newClient(url, call.apiKey, logger);
  clients.set(key, client);
  return client;
}

function newClient(url, apiKey, logger) {
  // Versions before 0.50 know neither logging option and print with console when DEBUG=true.
  return new Anthropic({baseURL: url, apiKey, logger, logLevel: levels[level]});
}

async function send(client, call) {
  const options = {
    headers: {'x-mock-scenario': call.scenario, 'x-mock-call': String(call.call)},
    ...(call.timeoutMs === undefined ? {} : {timeout: call.timeoutMs}),
  };
  if (call.stream === 'none') {
    await client.messages.create(call.body, options);
  } else if (call.stream === 'helper') {
    await client.messages.stream(call.body, options).finalMessage();
  } else {
    for await (const _event of await client.messages.create({...call.body, stream: true}, options));
  }
}

async function makeLogger(name, logLevel) {
  if (name === 'pino') return pinoLogger((await import('pino')).default, logLevel);
  if (name === 'winston') return winstonLogger((await import('winston')).default, logLevel);
  return consoleLogger(logLevel);
}

function consoleLogger(logLevel) {
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

function winstonLogger(winston, logLevel) {
  const root = winston.createLogger({
    level: logLevel,
    format: winston.format.combine(winston.format.timestamp(), winston.format.json()),
    transports: [new winston.transports.Console()],
  });
  return {
    forCall: (traceId) => {
      const logger = root.child({trace_id: traceId});
      return {
        logger,
        done: () => logger.info('Claude call done'),
        failed: (error, call) => {
          if (call.style === 'full') logger.error('Claude call failed', error);
          else logger.error(`Claude call failed: ${error.message}`);
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
