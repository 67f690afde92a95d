/** Which fields of a call an honest reader of a log can know. The tables are in `visible/`. */
import {cloudMentions, cloudRows} from './visible/clouds.ts';

import {goDoubts, goMentions, goRows} from './visible/go.ts';
import {javaDoubts, javaMentions, javaRows} from './visible/java.ts';
import {javascriptDoubts, javascriptMentions, javascriptRows} from './visible/javascript.ts';
import {pythonMentions, pythonRows} from './visible/python.ts';
import {frameworkDoubts, frameworkMentions, frameworkRows} from './visible/python-programs.ts';
import {matches, type Situation} from './visible/row.ts';
import {typescriptDoubts, typescriptMentions, typescriptRows} from './visible/typescript.ts';
import {oldDebugDoubts, oldDebugRows} from './visible/typescript-before-050.ts';

export interface Reading {
  readonly shows: ReadonlySet<string>;
  readonly why: string;
  readonly ambiguous?: string;
  /** The log tells of a failure here, but of nothing a record could hold. */
  readonly optional: boolean;
}

const rows = [
  ...pythonRows,
  ...frameworkRows,
  ...typescriptRows,
  ...oldDebugRows,
  ...goRows,
  ...javaRows,
  ...javascriptRows,
  ...cloudRows,
];
const doubts = [
  ...frameworkDoubts,
  ...typescriptDoubts,
  ...oldDebugDoubts,
  ...goDoubts,
  ...javaDoubts,
  ...javascriptDoubts,
];
const mentions = [
  ...pythonMentions,
  ...frameworkMentions,
  ...typescriptMentions,
  ...goMentions,
  ...javaMentions,
  ...javascriptMentions,
  ...cloudMentions,
];

/** All rows that match add up; a doubt then takes away what is not certain. */
export function reading(situation: Situation): Reading {
  const matching = rows.filter((row) => matches(row, situation));
  const doubt = doubts.find((candidate) => matches(candidate, situation));
  const shown = new Set(matching.flatMap((row) => row.shows));
  const shows = doubt === undefined ? shown : new Set(doubt.keeps.filter((name) => shown.has(name)));
  const mention = shows.size > 0 ? undefined : mentions.find((candidate) => matches(candidate, situation));
  const why = matching.map((row) => row.why).join('; ');
  return {
    shows,
    why: shows.size > 0 ? why : (mention?.why ?? 'the log does not mention this call'),
    ...(doubt === undefined ? {} : {ambiguous: doubt.why}),
    optional: mention !== undefined,
  };
}
