import {text} from '../util/json.ts';
import type {Envelope} from './define.ts';
import {context, severity, source, timed} from './facts.ts';
import {unescaped} from './syslog.ts';

export const rsyslog: Envelope = {
  id: 'rsyslog',
  title: 'rsyslog, %jsonmesg% and fulljson',
  origin: 'run: rsyslog 8.2302; rsyslog/rsyslog runtime/msg.c msgGetJSONMESG',
  shape: 'json',
  names: ['rawmsg'],
  examples: [
    [
      '{ "msg": "Error code: 529 - {\\"type\\":\\"error\\"}", "rawmsg": "<11>1 2026-11-23T08:46:35.123Z reed-2 heron 412 - - Error code: 529", "timereported": "2026-11-23T08:46:35.123Z", "hostname": "reed-2", "syslogtag": "heron[412]", "pri": "11", "programname": "heron", "procid": "412", "uuid": null, "$!": null }',
      'Error code: 529 - {"type":"error"}',
    ],
    [
      '{ "msg": " POST https:\\/\\/x\\/v1\\/messages#011x", "rawmsg": "<11>Nov 23 08:46:35 reed-2 heron[412]: POST", "timereported": "2026-11-23T08:46:35+00:00", "hostname": "reed-2", "syslogtag": "heron[412]:", "syslogseverity": "3", "programname": "heron", "procid": "412", "$!": { "metadata": { "filename": "\\/var\\/log\\/heron.log" } } }',
      'POST https://x/v1/messages\tx',
    ],
  ],
  near: [['{"msg":"landed","rawmsg":"landed","hostname":"reed-2"}', 'no time of its own and no tag']],
  unwrap: ({json}, zone) => {
    if (typeof json?.msg !== 'string' || typeof json.rawmsg !== 'string') return undefined;
    if (json.timereported === undefined || json.syslogtag === undefined) return undefined;
    return {
      // RFC 3164 leaves the blank behind the tag in the message.
      text: unescaped(json.msg.startsWith(' ') ? json.msg.slice(1) : json.msg),
      context: context(timed(json.timereported, zone), {
        level: severity(text(json.pri)) ?? severity(text(json.syslogseverity)),
        pid: known(json.procid),
      }),
      source: source({host: known(json.hostname), tag: known(json.programname), file: fileOf(json['$!'])}),
    };
  },
};

const known = (value: unknown): string | undefined => (value === '-' ? undefined : text(value));

/** imfile with addMetadata. */
function fileOf(variables: unknown): string | undefined {
  const metadata = (variables as {metadata?: {filename?: unknown}} | null | undefined)?.metadata;
  return text(metadata?.filename);
}
