/**
 * An ordinary application on top of a JavaScript client: it makes calls and logs failures the usual way.
 *
 * Usage: node driver.mjs BASE_URL LEVEL LOGGER MODE CLIENT
 *   LEVEL   default | info | debug
 *   LOGGER  console | pino | winston
 *   MODE    alone | eight   (one call after the other, or eight at once)
 *   CLIENT  a file in clients/, without its ending
 * The calls are read from calls.json in the working directory.
 */
import {readFileSync} from 'node:fs';

const levels = {default: 'warn', info: 'info', debug: 'debug'};
const [baseURL, level, kind, mode, clientName] = process.argv.slice(2);
const calls = JSON.parse(readFileSync('calls.json', 'utf8'));
const {createClient} = await import(`./clients/${clientName}.mjs`);
const log = await makeLogger(kind, levels[level]);
const client = await createClient({level: levels[level]});

await inParallel(calls, mode === 'eight' ? 8 : 1, runCall);

async function runCall(call) {
  const callLog = log.forCall(call.traceId);
  try {
    await client.send({
      ...call,
      baseUrl: call.baseUrl ?? baseURL,
      headers: {'x-mock-scenario': call.scenario, 'x-mock-call': String(call.call)},
      logger: callLog.logger,
    });
    callLog.done();
  } catch (error) {
    callLog.failed(error, call);
  }
}

async function makeLogger(name, logLevel) {
  if (name === 'pino') return pinoLogger((await import('pino')).default, logLevel);
  if (name === 'winston') return winstonLogger((await import('winston')).default, logLevel);
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
