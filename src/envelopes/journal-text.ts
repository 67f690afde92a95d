import type {Envelope} from './define.ts';
import {context, source, timedText} from './facts.ts';

const NAME = '(?<host>[\\w.-]{1,255}) (?<tag>[^\\s:[\\]]{1,128})(?:\\[(?<pid>\\d{1,10})\\])?: ';
/** short-precise; short-full and with-unit; short-iso, before a colon stood in its zone; short-unix. */
const FORMS: readonly RegExp[] = [
  `^(?<time>[JFMASOND][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}) ${NAME}`,
  `^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{6})?) (?<zone>[A-Z]{3,5}|[+-]\\d\\d) ${NAME}`,
  `^(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{6})?[+-]\\d{4}) ${NAME}`,
  `^(?<unix>\\d{9,10}\\.\\d{6}) ${NAME}`,
].map((form) => new RegExp(form));
/** A field of verbose; its neighbours are lines of their own. */
const FIELD = /^ {4}MESSAGE=/;
const UNIT = /\.(?:service|scope|socket|timer|mount)$/;

export const journalText: Envelope = {
  id: 'journal-text',
  title: 'journalctl: short-precise, short-full, with-unit, short-iso, short-unix, verbose',
  origin: 'systemd/systemd src/shared/logs-show.c',
  shape: 'text',
  opens: '0-9A-Z ',
  examples: [
    ['Nov 23 08:46:35.123456 reed-2 heron[412]: Error code: 529', 'Error code: 529'],
    ['Mon 2026-11-23 08:46:35 UTC reed-2 heron.service[412]: {"level":50}', '{"level":50}'],
    ['2026-11-23T08:46:35+0000 reed-2 heron[412]: Error code: 529', 'Error code: 529'],
    ['2026-11-23T08:46:35.123456+0100 reed-2 heron[412]: Error code: 529', 'Error code: 529'],
    ['1795423595.123456 reed-2 heron[412]: Error code: 529', 'Error code: 529'],
    ['    MESSAGE=Error code: 529', 'Error code: 529'],
  ],
  near: [
    ['1795423595.123456 [412] landed', 'redis-cli monitor and its kin'],
    ['Mon 2026-11-23 was a good day for reed-2', 'prose'],
    ['  MESSAGE=landed', 'an environment that somebody prints'],
  ],
  unwrap: ({text}, zone) => {
    const field = FIELD.exec(text);
    if (field) return {text: text.slice(field[0].length), context: {}};
    const found = firstOf(text);
    if (found === undefined) return undefined;
    const {time, zone: name, unix, host, tag, pid} = found.groups ?? {};
    const utc = name === 'UTC' || name === 'GMT';
    const read =
      unix === undefined ? timedText(`${time}${utc ? 'Z' : ''}`, zone) : {at: Math.floor(Number(unix) * 1000)};
    const unit = UNIT.test(tag!) ? tag : undefined;
    return {
      text: text.slice(found[0].length),
      context: context(read, {pid}),
      source: source({host, unit, tag: unit === undefined ? tag : undefined}),
    };
  },
};

function firstOf(text: string): RegExpExecArray | undefined {
  for (const form of FORMS) {
    const found = form.exec(text);
    if (found) return found;
  }
  return undefined;
}
