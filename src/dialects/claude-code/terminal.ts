import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import type {Row} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';
import {readWords} from './words.ts';

const HEAD = /API [Ee]rror(?:: | \((?!attempt ))/;
/** What may stand before it: the marks of the screen, or words that end in a colon or a dot. */
const MARKS = /^[\s│┃|⎿└├╰●✗✘×❌*>-]{0,40}$/;
/** The same at the start of any line. */
const LINE = /^[ \t│┃|⎿└├╰●✗✘×❌*>-]{0,40}API [Ee]rror(?:: | \((?!attempt ))/gm;
const WORDS = /(?:: |· |" ?)$/;
const API_ERROR = /^(?:[^\n]{0,80}· )?API Error: /;
const RESULT = 'Claude Code returned an error result: ';
const RETRYING = /\)? · Retrying in ([\d.]{1,12}) ?s(?:econds?)?\b[^\n(]{0,12}\(?attempt (\d{1,4})\/\d{1,4}/;
/** How far a line is searched for its beginning, and how much of it is read. */
const MAX_HEAD = 512;
const MAX_TEXT = 16_384;
const MAX_SCREEN = 65_536;
const MS = 1000;

/** What stands on the screen of Claude Code and in the text output of `claude -p`. */
export const terminalRows: readonly Row[] = [
  {
    id: 'cc.term',
    title: 'a screen line: an error, or the announcement of a retry',
    marks: ['API Error', 'API error'],
    read: readTerminal,
    enriched: true,
  },
  {
    id: 'cc.thrown',
    title: 'what the Agent SDK throws when Claude Code ends with an error',
    marks: [RESULT],
    read: readThrown,
    enriched: true,
  },
];

/** Lines of a screen are indented, so that several of them may have been joined. */
function readTerminal(frame: Frame): readonly Evidence[] | undefined {
  if (frame.text.includes(RESULT)) return undefined;
  const starts = [...frame.text.slice(0, MAX_SCREEN).matchAll(LINE)].map(({index}) => index);
  const pieces = starts.length < 2 ? [frame.text] : starts.map((start, i) => frame.text.slice(start, starts[i + 1]));
  const found = pieces.flatMap((piece) => readPiece(piece, frame) ?? []);
  return found.length > 0 ? found : undefined;
}

function readPiece(text: string, frame: Frame): Evidence | undefined {
  const found = HEAD.exec(text.slice(0, MAX_HEAD));
  if (!found) return undefined;
  const before = text.slice(0, found.index);
  const marked = MARKS.test(before);
  if (!marked && !WORDS.test(before)) return undefined;
  const start = found.index + found[0].length;
  const rest = text.slice(start, start + MAX_TEXT);
  const retrying = RETRYING.exec(rest);
  const {parts, proven} = readWords(retrying ? rest.slice(0, retrying.index) : rest);
  const known = retrying !== null || /⎿/.test(before) || (proven && marked) || speaksOfClaude(frame);
  return {
    row: 'cc.term',
    ...parts,
    ...(retrying
      ? {
          phase: 'retry',
          retry: {attempt: Number(retrying[2]), again: true, delayMs: Number(retrying[1]) * MS},
        }
      : {phase: 'end'}),
    ...(!known && !isSurely(proven, parts) && {joinsOnly: true}),
  };
}

/** The sentence stands in a logger's line, and again at the end of the stack below it. */
function readThrown({text}: Frame): Evidence | undefined {
  const at = text.indexOf(RESULT);
  if (at < 0) return undefined;
  const [line = ''] = text.slice(at + RESULT.length, at + MAX_TEXT).split('\n', 1);
  if (!API_ERROR.test(line)) return undefined;
  const words = line.replace(API_ERROR, '');
  return {
    row: at < text.indexOf('\n') || !text.includes('\n') ? 'cc.thrown' : 'cc.thrown.below',
    phase: 'end',
    ...readWords(words).parts,
  };
}

/** The API's own body, or a sentence of Claude Code with a status, is proof in the middle of a line too. */
const isSurely = (proven: boolean, {status, responseBody, ids}: Partial<Evidence>): boolean =>
  proven && (responseBody !== undefined || ids !== undefined || status !== undefined);
