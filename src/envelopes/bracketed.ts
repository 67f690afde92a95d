import type {Envelope} from './define.ts';
import {context, source, timedText} from './facts.ts';

const COLOUR = '(?:\\x1b\\[\\d{0,3}m)?';
/** `T` or a `Z` between and behind: Python's loggers print a blank and a comma. */
const TIME = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?(?:Z|[+-]\\d\\d:?\\d\\d)?';
const LEVEL = '(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|MARK|trace|debug|info|warn|warning|error|fatal)';
/** `[time] [ERROR] heron - `: log4js; the same with a logger in brackets or none: what people print themselves. */
const BOXED = new RegExp(
  `^${COLOUR}\\[(${TIME})\\] ?\\[${COLOUR}${LEVEL}${COLOUR}\\](?: \\[([\\w.:/@-]{1,100})\\]| ([\\w.:/@-]{1,100}) -)?:? ${COLOUR}`,
);
/** `[time] ERROR: heron/412 on reed-2: `: bunyan's command; the same without a place: what people print themselves. */
const PLAIN = new RegExp(
  `^\\[(${TIME})\\] {1,2}${COLOUR}${LEVEL}${COLOUR}:? (?:([\\w.-]{1,100})/(\\d{1,10}) on ([\\w.-]{1,255})(?: \\([^)\\n]{0,200}\\))?: )?${COLOUR}`,
);

export const bracketed: Envelope = {
  id: 'bracketed',
  title: "A time in brackets and a level: log4js, bunyan's command, console lines of one's own",
  origin: 'log4js-node/log4js-node lib/layouts.js, trentm/node-bunyan bin/bunyan; run at log4js 6.9.1, bunyan 2.0.5',
  shape: 'text',
  opens: '[\\x1b',
  heads: true,
  examples: [
    ['[2026-11-24T16:34:59.220] [ERROR] heron - Claude call failed: Error: 529', 'Claude call failed: Error: 529'],
    ['\u001b[91m[2026-11-24T16:34:59.531] [ERROR] heron - \u001b[39mConnection error.', 'Connection error.'],
    ['[2026-11-24T16:35:08.455Z] ERROR: heron/412 on reed-2: Claude call failed', 'Claude call failed'],
    ['[2026-11-24T16:35:08.456Z]  INFO: heron/412 on reed-2 (nest.js:12 in land): landed', 'landed'],
    ['[2026-11-24T16:35:08.455Z] [ERROR] [nest] Connection error.', 'Connection error.'],
    ['[2026-11-24T16:35:08Z] [warn] Connection error.', 'Connection error.'],
    ['[2026-11-24T16:35:08.455Z] ERROR Connection error.', 'Connection error.'],
  ],
  near: [
    ['[2026-11-23 08:46:35 +0000] [412] [INFO] Booting worker', 'gunicorn: the process comes first'],
    ['[2026-11-24T16:34:59.220] [heron] landed', 'no level'],
    ['[2026-11-24T16:35:08Z] informational', 'a word that begins like a level'],
  ],
  unwrap: ({text}, zone) => {
    const boxed = BOXED.exec(text);
    const found = boxed ?? PLAIN.exec(text);
    if (!found) return undefined;
    const [prefix, time, level, logger] = found;
    const at = timedText(time!, zone);
    return {
      text: text.slice(prefix.length),
      context: context(at, {
        level: level!.toLowerCase(),
        logger: logger ?? boxed?.[4],
        ...(boxed ? {} : {pid: found[4]}),
      }),
      source: source(boxed ? {} : {host: found[5]}),
    };
  },
};
