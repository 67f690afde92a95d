import {text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, label, severity, source, timed} from './facts.ts';
import {traceIdOf} from './trace.ts';

export const gelf: Envelope = {
  id: 'gelf',
  title: "Graylog's GELF, also Docker's gelf driver",
  origin: 'go2docs.graylog.org (GELF 1.1); moby/moby daemon/logger/gelf',
  shape: 'json',
  names: ['short_message'],
  heads: true,
  examples: [
    [
      '{"version":"1.1","host":"reed-2","short_message":"Error code: 529","timestamp":1795423595.123,"level":3,"_container_name":"heron","_tag":"2c1f"}',
      'Error code: 529',
    ],
    [
      '{"version":"1.1","host":"reed-2","short_message":"call failed","full_message":"call failed\\nTraceback (most recent call last):","timestamp":1795423595.123,"level":3,"_logger":"heron"}',
      'call failed\nTraceback (most recent call last):',
    ],
  ],
  near: [['{"short_message":"landed","host":"reed-2"}', 'no version of the format']],
  unwrap: ({json}, zone) => {
    if (typeof json?.short_message !== 'string' || json.host === undefined || !/^1\.\d$/.test(text(json.version) ?? ''))
      return undefined;
    const full = text(json.full_message);
    return {
      text: full ?? json.short_message,
      json,
      context: context(timed(json.timestamp, zone), {
        level: severity(label(json.level)),
        logger: text(json._logger) ?? text(json._logger_name) ?? text(json._LoggerName),
        traceId: traceIdOf(json),
        pid: label(json._pid) ?? label(json._process_id),
        thread: text(json._thread) ?? text(json._thread_name),
      }),
      source: source({
        host: text(json.host),
        container: text(json._container_name),
        pod: text(json._pod_name),
        tag: text(json._tag),
        file: text(json._path),
      }),
    };
  },
};
