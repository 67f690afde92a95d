import type {Envelope} from './define.ts';
import {context, severity, timedText} from './facts.ts';

/** `fail: Category[0]`, with a time in front when one is set; the message stands below, or behind it on a single line. */
const SIMPLE =
  /^(?:\[?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,7})?(?: ?Z| ?[+-]\d\d:\d\d)?|\d\d:\d\d:\d\d(?:\.\d{1,7})?)\]? ?)?(trce|dbug|info|warn|fail|crit): ([\w.+`<>-]{1,200})\[-?\d{1,9}\](?: |$)/;
const SYSTEMD =
  /^<([2-7])>(?:(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)?) ?)?([A-Za-z_][\w.+`<>-]{0,200})\[-?\d{1,9}\](?: |$)/;
const LEVELS: Readonly<Record<string, string>> = {
  trce: 'trace',
  dbug: 'debug',
  info: 'information',
  warn: 'warning',
  fail: 'error',
  crit: 'critical',
};

export const dotnetConsole: Envelope = {
  id: 'dotnet-console',
  title: "The console of .NET's logging: simple, on a single line, for systemd",
  origin:
    'dotnet/runtime src/libraries/Microsoft.Extensions.Logging.Console/src/SimpleConsoleFormatter.cs, SystemdConsoleFormatter.cs',
  shape: 'text',
  opens: '0-9\\[<tdiwfc',
  heads: true,
  language: 'dotnet',
  examples: [
    ['fail: Heron.Api.ClaudeService[0]', ''],
    ['2026-11-23 08:46:35 fail: Heron.Api.ClaudeService[0] Claude call failed', 'Claude call failed'],
    ['[08:46:35] warn: Heron.Api.ClaudeService[12] retrying', 'retrying'],
    ['<3>Heron.Api.ClaudeService[0] Claude call failed', 'Claude call failed'],
    ['<6>2026-11-23T08:46:35Z Heron.Api[0] landed', 'landed'],
  ],
  near: [
    ['fail: the heron fell', 'no category'],
    ['<30>Nov 23 08:46:35 heron[412]: landed', 'syslog'],
    ['info: [log_c135c6] landed', 'winston'],
  ],
  unwrap: ({text}, zone) => {
    const simple = SIMPLE.exec(text);
    if (simple) {
      const [prefix, time, level, logger] = simple;
      return {
        text: text.slice(prefix.length),
        context: context(time === undefined ? {} : timedText(time, zone), {level: LEVELS[level!], logger}),
      };
    }
    const systemd = SYSTEMD.exec(text);
    if (!systemd) return undefined;
    const [prefix, priority, time, logger] = systemd;
    return {
      text: text.slice(prefix.length),
      context: context(time === undefined ? {} : timedText(time, zone), {level: severity(priority), logger}),
    };
  },
};
