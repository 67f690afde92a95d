import {createAccount, DEFAULTS} from '../engine/index.ts';
import {createSplitter, type Line} from '../framing/index.ts';
import type {Filter} from './filter.ts';

/** Text for one line, or nothing. */
export type Show = (line: Line) => string;

/** Lines as normalize sees them, without the engine behind them. */
export function createLineFilter(show: Show): Filter<string> {
  let text = '';
  const take = (): string => {
    const taken = text;
    text = '';
    return taken;
  };
  const split = (file?: string) =>
    createSplitter(
      {maxLineBytes: DEFAULTS.maxLineBytes, ...(file !== undefined && {file}), onOversize: () => {}},
      (line) => {
        text += show(line);
      },
    );
  let splitter = split();
  return {
    begin: (file) => {
      splitter = split(file);
    },
    write: (chunk) => {
      splitter.push(chunk);
      return take();
    },
    finish: () => {
      splitter.end();
      return take();
    },
    line: show,
    idle: () => '',
    end: () => '',
    account: createAccount(),
    scrub: (given) => given,
  };
}
