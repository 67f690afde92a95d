import {type Json, text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, severity, source, timed} from './facts.ts';

export const journald: Envelope = {
  id: 'journald',
  title: 'journalctl -o json',
  origin: 'systemd/systemd docs/JOURNAL_EXPORT_FORMATS.md; moby/moby daemon/logger/journald',
  shape: 'json',
  names: ['MESSAGE'],
  examples: [
    [
      '{"MESSAGE":"API Error: Connection error","__REALTIME_TIMESTAMP":"1795423595123456","_HOSTNAME":"reed-2","_SYSTEMD_UNIT":"heron.service","SYSLOG_IDENTIFIER":"heron","_PID":"412","PRIORITY":"3"}',
      'API Error: Connection error',
    ],
    [
      '{"__CURSOR":"s=1","__REALTIME_TIMESTAMP":"1795423595123456","MESSAGE":[27,91,51,49,109,195,188,98,101,114],"CONTAINER_NAME":"heron"}',
      '\u001b[31müber',
    ],
    ['{"MESSAGE":["first",[122,119,111]],"_BOOT_ID":"b1"}', 'first\nzwo'],
  ],
  near: [
    [
      '{"MESSAGE":"landed","HOST":"reed-2","PROGRAM":"heron"}',
      "syslog-ng's format-json: none of the journal's own fields",
    ],
  ],
  unwrap: ({json}, zone) => {
    if (json?.MESSAGE === undefined) return undefined;
    if (!json.__REALTIME_TIMESTAMP && !json.__CURSOR && !json._BOOT_ID) return undefined;
    const inner = {
      text: message(json.MESSAGE),
      context: context(timed(json.__REALTIME_TIMESTAMP, zone), {
        level: severity(text(json.PRIORITY)),
        pid: text(json._PID) ?? text(json.SYSLOG_PID),
      }),
      source: source({
        host: text(json._HOSTNAME),
        unit: text(json._SYSTEMD_UNIT) ?? text(json._SYSTEMD_USER_UNIT),
        tag: text(json.SYSLOG_IDENTIFIER),
        container: text(json.CONTAINER_NAME),
      }),
    };
    if (json.CONTAINER_PARTIAL_ID === undefined) return inner;
    // Docker gives all parts this id, and all but the last this flag.
    return {...inner, part: json.CONTAINER_PARTIAL_MESSAGE === 'true' ? 'more' : 'last'};
  },
};

/** Text; bytes where the text is not plain UTF-8; a list of both where the field was given twice; null where it was too long. */
function message(value: Json): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  if (value.every((byte) => typeof byte === 'number')) return new TextDecoder().decode(Uint8Array.from(value));
  return value.map((item) => (Array.isArray(item) && item.some(Array.isArray) ? '' : message(item))).join('\n');
}
