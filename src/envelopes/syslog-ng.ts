import {text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, source, timed} from './facts.ts';

export const syslogNg: Envelope = {
  id: 'syslog-ng',
  title: 'syslog-ng, $(format-json)',
  origin: 'run: syslog-ng 3.38; syslog-ng/syslog-ng modules/json/format-json.c',
  shape: 'json',
  names: ['PROGRAM'],
  examples: [
    [
      '{"SOURCE":"s_net","PROGRAM":"heron","PRIORITY":"err","PID":"412","MESSAGE":"Error code: 529","LEGACY_MSGHDR":"heron[412]: ","ISODATE":"2026-11-23T08:46:35+00:00","HOST_FROM":"localhost","HOST":"reed-2","FACILITY":"user","DATE":"Nov 23 08:46:35"}',
      'Error code: 529',
    ],
    [
      '{"PROGRAM":"heron","PRIORITY":"info","MESSAGE":"{\\"level\\":50}","HOST":"reed-2","FILE_NAME":"/var/log/heron.log","DATE":"Nov 23 08:46:35"}',
      '{"level":50}',
    ],
  ],
  near: [['{"PROGRAM":"heron","MESSAGE":"landed"}', 'no host: an application with loud names']],
  unwrap: ({json}, zone) => {
    if (typeof json?.MESSAGE !== 'string' || typeof json.PROGRAM !== 'string' || typeof json.HOST !== 'string')
      return undefined;
    const stamp = timed(json.ISODATE, zone);
    const epoch = timed(json.UNIXTIME, zone);
    return {
      text: json.MESSAGE,
      context: context(stamp.at === undefined ? epoch : stamp, {
        level: text(json.PRIORITY) ?? text(json.LEVEL),
        pid: text(json.PID),
      }),
      source: source({host: json.HOST, tag: text(json.PROGRAM), file: text(json.FILE_NAME)}),
    };
  },
};
