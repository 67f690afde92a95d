import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';

const HEAD = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) \[(DEBUG|VERBOSE|INFO|LOG|WARN|ERROR|FATAL)\] /;

export const isoLevel: Envelope = {
  id: 'iso-level',
  title: "A time of JavaScript's toISOString and a level in brackets (Claude Code's debug log)",
  origin: '@anthropic-ai/claude-code 2.1.331, ~/.claude/debug/*.txt',
  shape: 'text',
  opens: '0-9',
  heads: true,
  language: 'node',
  examples: [
    [
      '2026-11-23T11:31:23.862Z [ERROR] Error in API request: Connection error.',
      'Error in API request: Connection error.',
    ],
    ['2026-11-23T11:31:23.862Z [DEBUG] [API REQUEST] /v1/messages source=sdk', '[API REQUEST] /v1/messages source=sdk'],
  ],
  near: [
    ['2026-11-23 08:46:42,774 [ERROR] heron: Error code: 529', "Python's logging"],
    ['2026-11-23T11:31:23.862Z ERROR heron: landed', 'no brackets'],
    ['2026-11-23T11:31:23.862Z [main] landed', 'a thread, no level'],
  ],
  unwrap: ({text}, zone) => {
    const found = HEAD.exec(text);
    if (!found) return undefined;
    return {
      text: text.slice(found[0].length),
      context: context(timedText(found[1] as string, zone), {level: (found[2] as string).toLowerCase()}),
    };
  },
};
