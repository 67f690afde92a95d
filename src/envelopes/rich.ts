import {readTime, type Zone} from '../util/time.ts';
import type {Envelope} from './define.ts';
import {context, type Facts} from './facts.ts';

/** The time column, which is blank while the time stays the same, and the level column of eight characters. */
const COLUMNS = /^(\[[^\]\n]{4,40}\]| {4,42}) (DEBUG|INFO|WARNING|ERROR|CRITICAL)( {1,5})(?=\S|$)/;
const LEVEL_WIDTH = 8;
/** `file.py:line` at the right edge. */
const PLACE = /^[\w.<>-]{1,80}:\d{1,6}$/;
const US_DATE = /^\[(\d\d)\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)/;
const MONTHS = 12;

export const rich: Envelope = {
  id: 'rich',
  title: "rich's RichHandler, wrapped at the width of the terminal",
  origin: 'Textualize/rich rich/logging.py, rich/_log_render.py, rich/_wrap.py; run at 15.0.0',
  shape: 'text',
  opens: ' [',
  heads: true,
  language: 'python',
  examples: [
    ['[16:31:04] INFO     HTTP Request: POST                           _client.py:1079', 'HTTP Request: POST'],
    ['           ERROR    Error code: 529                                nest.py:42', 'Error code: 529'],
    ['[11/24/26 16:31:04] WARNING  heron landed                       nest.py:7', 'heron landed'],
  ],
  near: [
    ['[2026-11-23 08:46:35 +0000] [12] [INFO] Booting worker', 'gunicorn: brackets around the level'],
    ['           INFO     heron landed', 'no place at the right edge'],
    ['[16:31:04] INFO heron landed at nest.py:7', 'the level fills no column'],
  ],
  unwrap: ({text}, zone) => {
    const columns = COLUMNS.exec(text);
    if (!columns) return undefined;
    const [, time = '', level = '', blanks = ''] = columns;
    if (level.length + blanks.length !== LEVEL_WIDTH + 1) return undefined;
    const line = text.trimEnd();
    const edge = line.lastIndexOf(' ') + 1;
    const indent = columns[0].length;
    if (edge <= indent || !PLACE.test(line.slice(edge))) return undefined;
    return {
      text: line.slice(indent, edge).trimEnd(),
      context: context(timeIn(time, zone), {level: level.toLowerCase()}),
      wrap: {indent, width: edge - 1 - indent},
    };
  },
};

/** The default format is the locale's date: only a day beyond the twelfth tells which of the two numbers it is. */
function timeIn(box: string, zone: Zone): Facts {
  const [, first, second, year, clock] = US_DATE.exec(box) ?? [];
  if (clock !== undefined && Number(first) <= MONTHS === Number(second) <= MONTHS) return {};
  const [month, day] = Number(first) > MONTHS ? [second, first] : [first, second];
  const read = readTime(clock === undefined ? box.slice(1) : `20${year}-${month}-${day} ${clock}`, zone);
  return read ? {at: read.at, ...(read.zoneless && {zoneless: true})} : {};
}
