import type {Zone} from '../util/time.ts';
import {bunyan} from './bunyan.ts';
import {createEnvelopeIndex} from './candidates.ts';
import {compose} from './compose.ts';
import {cri} from './cri.ts';
import type {Envelope, Unwrapped, Wrapped} from './define.ts';
import {docker} from './docker.ts';
import {fluentBit} from './fluent-bit.ts';
import {journald} from './journald.ts';
import {logfmt} from './logfmt.ts';
import {loguruJson} from './loguru-json.ts';
import {pino} from './pino.ts';
import {pythonJsonLogger} from './python-json-logger.ts';
import {pythonLogging} from './python-logging.ts';
import {rich} from './rich.ts';
import {structlog} from './structlog.ts';
import {structlogConsole} from './structlog-console.ts';
import {syslog} from './syslog.ts';
import {vector} from './vector.ts';
import {winston} from './winston.ts';
import {winstonText} from './winston-text.ts';

/** Asked in this order: transports before loggers, narrow shapes before wide ones. */
export const envelopes: readonly Envelope[] = [
  docker,
  journald,
  fluentBit,
  vector,
  bunyan,
  pino,
  pythonJsonLogger,
  structlog,
  loguruJson,
  winston,
  cri,
  syslog,
  compose,
  winstonText,
  structlogConsole,
  rich,
  pythonLogging,
  logfmt,
];

const {ofText, ofJson} = createEnvelopeIndex(envelopes);

/** Takes the outermost envelope off. Undefined when there is none that is known. */
export function unwrapOnce(entry: Wrapped, zone: Zone): {envelope: Envelope; inner: Unwrapped} | undefined {
  for (const envelope of entry.json === undefined ? ofText(entry.text) : ofJson(entry.json)) {
    const inner = envelope.unwrap(entry, zone);
    if (inner !== undefined) return {envelope, inner};
  }
  return undefined;
}
