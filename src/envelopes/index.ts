import type {Zone} from '../util/time.ts';
import {bracketed} from './bracketed.ts';
import {bunyan} from './bunyan.ts';
import {createEnvelopeIndex} from './candidates.ts';
import {cloudwatch} from './cloudwatch.ts';
import {cloudwatchTail} from './cloudwatch-tail.ts';
import {compose} from './compose.ts';
import {cri} from './cri.ts';
import {datadog} from './datadog.ts';
import type {Envelope, Unwrapped, Wrapped} from './define.ts';
import {docker} from './docker.ts';
import {dockerFluentd} from './docker-fluentd.ts';
import {dotnetConsole} from './dotnet-console.ts';
import {dotnetJson} from './dotnet-json.ts';
import {ecs} from './ecs.ts';
import {envLogger} from './env-logger.ts';
import {filebeat} from './filebeat.ts';
import {fluentBit} from './fluent-bit.ts';
import {fluentd} from './fluentd.ts';
import {gcp} from './gcp.ts';
import {gelf} from './gelf.ts';
import {goConsole} from './go-console.ts';
import {goJson} from './go-json.ts';
import {goLog} from './go-log.ts';
import {heroku} from './heroku.ts';
import {isoLevel} from './iso-level.ts';
import {javaJson} from './java-json.ts';
import {javaText} from './java-text.ts';
import {journalText} from './journal-text.ts';
import {journald} from './journald.ts';
import {jul} from './jul.ts';
import {kcat} from './kcat.ts';
import {kubectl} from './kubectl.ts';
import {lambda} from './lambda.ts';
import {logfmt} from './logfmt.ts';
import {loguruJson} from './loguru-json.ts';
import {loki} from './loki.ts';
import {lokiText} from './loki-text.ts';
import {monolog} from './monolog.ts';
import {monologText} from './monolog-text.ts';
import {opencode} from './opencode.ts';
import {phpErrorLog} from './php-error-log.ts';
import {pino} from './pino.ts';
import {pinoPretty} from './pino-pretty.ts';
import {pm2} from './pm2.ts';
import {pm2Json} from './pm2-json.ts';
import {pm2Stamp} from './pm2-stamp.ts';
import {pythonJsonLogger} from './python-json-logger.ts';
import {pythonLogging} from './python-logging.ts';
import {railsTags} from './rails-tags.ts';
import {rich} from './rich.ts';
import {rsyslog} from './rsyslog.ts';
import {rubyLogger} from './ruby-logger.ts';
import {rustTracing} from './rust-tracing.ts';
import {rustTracingText} from './rust-tracing-text.ts';
import {serilog} from './serilog.ts';
import {serilogText} from './serilog-text.ts';
import {sseData} from './sse-data.ts';
import {stern} from './stern.ts';
import {structlog} from './structlog.ts';
import {structlogConsole} from './structlog-console.ts';
import {syslog} from './syslog.ts';
import {syslogNg} from './syslog-ng.ts';
import {vector} from './vector.ts';
import {winston} from './winston.ts';
import {winstonText} from './winston-text.ts';

/** Asked in this order: transports before loggers, narrow shapes before wide ones. */
export const envelopes: readonly Envelope[] = [
  docker,
  dockerFluentd,
  journald,
  rsyslog,
  syslogNg,
  kcat,
  loki,
  stern,
  datadog,
  filebeat,
  ecs,
  gelf,
  fluentBit,
  vector,
  serilog,
  dotnetJson,
  monolog,
  rustTracing,
  pm2Json,
  cloudwatch,
  gcp,
  bunyan,
  pino,
  javaJson,
  goJson,
  pythonJsonLogger,
  structlog,
  loguruJson,
  winston,
  cri,
  heroku,
  journalText,
  lokiText,
  fluentd,
  kubectl,
  cloudwatchTail,
  lambda,
  syslog,
  compose,
  rubyLogger,
  railsTags,
  phpErrorLog,
  monologText,
  rustTracingText,
  envLogger,
  dotnetConsole,
  serilogText,
  isoLevel,
  pm2,
  pm2Stamp,
  goLog,
  goConsole,
  jul,
  javaText,
  winstonText,
  bracketed,
  pinoPretty,
  opencode,
  sseData,
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
