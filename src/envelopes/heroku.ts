import type {Envelope} from './define.ts';
import {context, severity, source, timedText} from './facts.ts';

const TIME = '(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d))';
/** What `heroku logs` prints. */
const CLI = new RegExp(`^${TIME} (?<tag>app|heroku)\\[(?<dyno>[\\w.-]{1,64})\\]: ?`);
/** What a drain is sent: RFC 5424 without structured data, its length in front. */
const DRAIN = new RegExp(
  `^(?:\\d{1,7} )?<(?<pri>\\d{1,3})>1 ${TIME} (?<host>\\S{1,255}) (?<tag>app|heroku) (?<dyno>[\\w.-]{1,64}) - (?!- |\\[[\\w@.-]{1,64} \\w{1,64}=")`,
);

export const heroku: Envelope = {
  id: 'heroku',
  title: 'Heroku: heroku logs, log drains',
  origin: 'devcenter.heroku.com/articles/logging, devcenter.heroku.com/articles/log-drains',
  shape: 'text',
  opens: '0-9<',
  examples: [
    ['2026-11-23T08:46:35.123456+00:00 app[web.1]: Error code: 529', 'Error code: 529'],
    ['2026-11-23T08:46:35.123456+00:00 heroku[router]: at=info method=POST', 'at=info method=POST'],
    ['83 <190>1 2026-11-23T08:46:35.123456+00:00 host app worker.2 - {"level":50}', '{"level":50}'],
    ['<158>1 2026-11-23T08:46:35+00:00 d.73ea7440 heroku router - at=error code=H12', 'at=error code=H12'],
  ],
  near: [
    ['2026-11-23T08:46:35.123456+00:00 reed-2 heron[412]: landed', 'syslog: a host stands before the program'],
    ['<190>1 2026-11-23T08:46:35Z reed-2 app 412 - - landed', 'syslog with the structured data that it wants'],
  ],
  unwrap: ({text}, zone) => {
    const found = CLI.exec(text) ?? DRAIN.exec(text);
    const {time, pri, host, tag, dyno} = found?.groups ?? {};
    if (!found) return undefined;
    return {
      text: text.slice(found[0].length),
      context: context(timedText(time!, zone), {level: severity(pri)}),
      // `host` is what a drain is sent for an application that has no name.
      source: source({host: host === 'host' ? undefined : host, tag, container: dyno}),
    };
  },
};
