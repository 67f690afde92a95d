import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';

const LINE =
  /^\[(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3,9})?Z) (TRACE|DEBUG|INFO|WARN|ERROR) {1,2}(?:([A-Za-z_][\w:]{0,200}))?\] /;

export const envLogger: Envelope = {
  id: 'env-logger',
  title: "Rust's env_logger",
  origin: 'rust-cli/env_logger src/fmt/mod.rs; run at 0.11.12',
  shape: 'text',
  opens: '[',
  heads: true,
  language: 'rust',
  examples: [
    ['[2026-11-23T08:46:35Z ERROR heron::nest] Claude call failed', 'Claude call failed'],
    ['[2026-11-23T08:46:35.123Z WARN  heron] retrying', 'retrying'],
  ],
  near: [
    ['[2026-11-23T08:46:35Z] ERROR heron landed', 'the bracket closes behind the time'],
    ['[2026-11-23 08:46:35 - httpx:1025 - INFO] landed', "Python's logging"],
  ],
  unwrap: ({text}, zone) => {
    const found = LINE.exec(text);
    if (!found) return undefined;
    const [prefix, time, level, logger] = found;
    return {
      text: text.slice(prefix.length),
      context: context(timedText(time!, zone), {level: level!.toLowerCase(), logger}),
    };
  },
};
