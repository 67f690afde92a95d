import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';

/** The time is UTC without saying so; behind it stand the milliseconds since the entry before. */
const LINE = /^(DEBUG|INFO|WARN|ERROR) {1,2}(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d) \+\d{1,12}ms /;
const utc = (): number => 0;

export const opencode: Envelope = {
  id: 'opencode',
  title: 'opencode and what is made of it: level, time, time since the last entry',
  origin: 'anomalyco/opencode packages/opencode/src/util/log.ts',
  shape: 'text',
  opens: 'DIWE',
  heads: true,
  language: 'node',
  examples: [
    [
      'ERROR 2026-11-24T10:21:05 +152ms service=llm providerID=anthropic error={"name":"AI_APICallError"} stream error',
      'service=llm providerID=anthropic error={"name":"AI_APICallError"} stream error',
    ],
    [
      'INFO  2026-11-24T10:21:05 +0ms service=bus type=session.status publishing',
      'service=bus type=session.status publishing',
    ],
  ],
  near: [
    ['ERROR 2026-11-24T10:21:05 service=llm error=529', 'no milliseconds'],
    ['INFO 2026-11-24 10:21:05 +152ms landed', 'a blank between day and time'],
  ],
  unwrap: ({text}) => {
    const found = LINE.exec(text);
    if (!found) return undefined;
    const [prefix, level, time] = found;
    return {
      text: text.slice(prefix.length),
      context: context({at: timedText(time!, utc).at}, {level: level!.toLowerCase()}),
    };
  },
};
