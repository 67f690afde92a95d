import type {Envelope} from './define.ts';
import {context, timedText} from './facts.ts';

/** Since JDK 20 a narrow no-break space stands before AM. The end of a raw line may be that of a transport's string. */
const HEAD =
  /([A-Z][a-z]{2}) (\d{1,2}), (\d{4}),? (\d{1,2}):(\d\d:\d\d)[ \u202f]([AP])M ([A-Za-z_][\w.$]{0,200}) ([\w$<>]{1,120})(?=$|\\n|\\r)/y;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NOON = 12;

/** Two lines a record: time, class and method; then level and message. */
export const jul: Envelope = {
  id: 'jul',
  title: 'java.util.logging, the default format of two lines',
  origin: 'openjdk/jdk java.util.logging SimpleFormatter; run on JDK 17',
  shape: 'text',
  opens: 'A-Z',
  heads: true,
  language: 'java',
  isHeadAlone: (line, at) => find(line, at) !== null,
  examples: [
    ['Nov 23, 2026 8:46:35 AM com.heron.Nest land', ''],
    ['Nov 23, 2026 12:46:35 PM okhttp3.internal.platform.Platform log', ''],
  ],
  near: [
    ['Nov 23, 2026 8:46:35 AM the heron landed', 'prose: more than a class and a method'],
    ['INFO: --> POST https://api.anthropic.com/v1/messages', 'the second line of a record, without the first'],
  ],
  unwrap: ({text}, zone) => {
    const found = find(text, 0);
    const month = found ? MONTHS.indexOf(found[1]!) + 1 : 0;
    if (!found || found[0].length !== text.length || month === 0) return undefined;
    const hour = (Number(found[4]) % NOON) + (found[6] === 'P' ? NOON : 0);
    const date = [found[3]!, two(month), two(Number(found[2]))].join('-');
    return {text: '', context: context(timedText(`${date} ${two(hour)}:${found[5]}`, zone), {logger: found[7]})};
  },
};

function find(line: string, at: number): RegExpExecArray | null {
  HEAD.lastIndex = at;
  return HEAD.exec(line);
}

const two = (value: number): string => String(value).padStart(2, '0');
