import type {Evidence} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {defineDialect} from '../define.ts';
import {aboutModel} from '../models.ts';

const HOP = /provider: (\S{1,100}) {1,20}(?:error const string: |Network error in new_generator: )([\s\S]{1,4000})$/;
/** The error is a text, which may hold a list in Python's notation. */
const ALL = /\{"error": ?"All (\S{1,200}) error: /;

export default defineDialect({
  id: 'uni-api',
  title: 'The relay uni-api',
  origin: 'yym68686/uni-api 1.7.252 uni_api/upstream/error_handling.py, upstream.py',
  keywords: ['error const string: ', 'Network error in new_generator: ', 'All claude'],
  rows: [
    {
      id: 'uniapi.hop',
      title: 'a provider failed',
      marks: ['error const string: ', 'Network error in new_generator: '],
      read: readHop,
    },
    {id: 'uniapi.all', title: 'what the caller is told', marks: ['"All '], read: readAll},
  ],
});

/** The body of the upstream; another provider's proves nothing. */
function readHop({text}: Frame): Evidence | undefined {
  const words = HOP.exec(text)?.[2];
  if (words === undefined || !hasClaudeBody(words)) return undefined;
  return {row: 'uniapi.hop', phase: 'response', about: 'claude', hop: 'failed', errorText: words};
}

function readAll({text}: Frame): Evidence | undefined {
  const found = ALL.exec(text);
  const model = found?.[1];
  if (!found || aboutModel(model) !== 'claude') return undefined;
  const status = /^(\d{3}) [A-Z]/.exec(text)?.[1];
  return {
    row: 'uniapi.all',
    phase: 'end',
    about: 'claude',
    status,
    errorText: text.slice(found.index + found[0].length),
    stated: {...emptyDraft(), model},
  };
}
