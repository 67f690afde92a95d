import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';

/** The console's template has the time of day only, the file's a date and a zone. */
const LINE =
  /^(?:\[\d\d:\d\d:\d\d (VRB|DBG|INF|WRN|ERR|FTL)\] |(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d) \[(VRB|DBG|INF|WRN|ERR|FTL)\] )/;
const LEVELS: Readonly<Record<string, string>> = {
  VRB: 'verbose',
  DBG: 'debug',
  INF: 'information',
  WRN: 'warning',
  ERR: 'error',
  FTL: 'fatal',
};

export const serilogText: Envelope = {
  id: 'serilog-text',
  title: 'Serilog, the default templates of console and file',
  origin: 'serilog/serilog-sinks-console ConsoleLoggerConfigurationExtensions.cs; serilog/serilog-sinks-file',
  shape: 'text',
  opens: '[0-9',
  heads: true,
  language: 'dotnet',
  examples: [
    ['[08:46:35 ERR] Claude call failed', 'Claude call failed'],
    ['2026-11-23 08:46:35.123 +01:00 [WRN] retrying', 'retrying'],
  ],
  near: [
    ['[08:46:35 ERROR] landed', "another logger's level"],
    ['2026-11-23 08:46:35.123 [INF] landed', 'no zone'],
  ],
  unwrap: ({text}, zone) => {
    const found = LINE.exec(text);
    if (!found) return undefined;
    const [prefix, short, time, level] = found;
    return {
      text: text.slice(prefix.length),
      context: context(time === undefined ? {} : timedText(time, zone), {level: LEVELS[short ?? level ?? '']}),
    };
  },
};
