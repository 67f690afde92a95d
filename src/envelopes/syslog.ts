import type {Envelope} from './define.ts';
import {context, severity, source, timedText} from './facts.ts';

const RFC5424 =
  /^(?:(?:\d{1,7} )?<(?<pri>\d{1,3})>)?1 (?<time>(?<iso>\d{4}-\d\d-\d\dT[\d:.]{8,15}(?:Z|[+-]\d\d:\d\d))|-) (?<host>\S{1,255}) (?<tag>\S{1,48}) (?<pid>\S{1,128}) \S{1,32} (?:-|(?:\[(?:[^"\]]|"(?:[^"\\]|\\.)*")*\])+)(?: \uFEFF?|$)/s;
const RFC3164 =
  /^(?:<(?<pri>\d{1,3})>)?(?<time>[JFMASOND][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|(?<iso>\d{4}-\d\d-\d\dT[\d:.]{8,15}(?:Z|[+-]\d\d:\d\d))) (?:(?<host>[\w.:-]{1,255}) )?(?<tag>[^\s:[\]]{1,128})(?:\[(?<pid>[^\s\]]{1,64})\])?:(?: |$)/;
const LEVEL = /^(?:trace|debug|info|notice|warn|warning|error|critical|fatal)$/i;
const ESCAPES: Readonly<Record<string, string>> = {'#011': '\t', '#012': '\n', '#033': '\x1b'};

export const syslog: Envelope = {
  id: 'syslog',
  title: 'syslog (RFC 3164, RFC 5424, rsyslog files)',
  origin: 'RFC 3164, RFC 5424; rsyslog/rsyslog tools/smfile.c',
  shape: 'text',
  opens: '<0-9JFMASOND',
  examples: [
    ['<11>Nov 23 08:46:35 reed-2 heron[412]: API Error: Connection error', 'API Error: Connection error'],
    ['Nov  3 08:46:35 reed-2 heron: Traceback:#012#011File "heron.py"', 'Traceback:\n\tFile "heron.py"'],
    ['<30>Nov 23 08:46:35 heron/2c1f[412]: {"level":50}', '{"level":50}'],
    ['2026-11-23T08:46:35.123456+01:00 reed-2 heron[412]: #033[31mfailed', '\u001b[31mfailed'],
    ['<11>1 2026-11-23T08:46:35.123Z reed-2 heron 412 - - API Error: 529', 'API Error: 529'],
    ['67 <11>1 2026-11-23T08:46:35.123Z reed-2 heron 412 - - API Error: 529', 'API Error: 529'],
    ['<11>1 2026-11-23T08:46:35Z reed-2 heron - ID7 [timeQuality isSynced="1"][a b="\\"]"] \uFEFFtext', 'text'],
  ],
  near: [
    ['Nov 23, 2026 8:52:54 AM heron.Nest land', 'java.util.logging: a comma and a year'],
    ['2026-11-23T08:46:35Z INFO heron[412]: landed', 'an application: a level stands where the host would'],
    ['2026-11-23T08:46:35.647350Z ERROR goose::providers: failed', 'a tracing line: no pid, no priority'],
    ['1 2 3 4 5 6 - seven', 'no time'],
  ],
  unwrap: ({text}, zone) => {
    const found = RFC5424.exec(text) ?? RFC3164.exec(text);
    const {pri, time, iso, host, tag, pid} = found?.groups ?? {};
    if (!found || (pri === undefined && !certain(iso !== undefined, nil(host), tag!, pid, time))) return undefined;
    return {
      text: unescaped(text.slice(found[0].length)),
      // The old form has no year: `readTime` answers nothing for it.
      context: context(timedText(iso ?? time!, zone), {level: severity(pri), pid: nil(pid)}),
      source: source({host: nil(host), tag: nil(tag)}),
    };
  },
};

/** rsyslog and its kin write control characters as three octal digits. */
export const unescaped = (text: string): string => text.replace(/#(?:011|012|033)/g, (code) => ESCAPES[code]!);

/** Without a priority the line must show more than a time and two words. */
function certain(iso: boolean, host: string | undefined, tag: string, pid?: string, time?: string): boolean {
  if (LEVEL.test(host ?? tag) || time === '-') return false;
  return iso ? host !== undefined && pid !== undefined : host !== undefined || pid !== undefined;
}

function nil(value: string | undefined): string | undefined {
  return value === '-' ? undefined : value;
}
