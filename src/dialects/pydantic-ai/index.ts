import type {Evidence} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {defineDialect} from '../define.ts';

const HTTP_ERROR = /(?:^|[\s:(])status_code: (\d{3}), model_name: ([^\s,]{1,128}), body: /g;
const CLAUDE = /claude|anthropic/i;
const HINT = /\. Did you mean '[^'\n]{1,128}'\?\s*$/;
/** The SDK's own words for an error event: pydantic-ai then names the status that would go with its type. */
const EVENT = /\banthropic\.(?:\w{1,40}\.)?\w{1,60}: \{'type': 'error'/;

export default defineDialect({
  id: 'pydantic-ai',
  title: 'pydantic-ai',
  origin: 'pydantic/pydantic-ai pydantic_ai_slim/pydantic_ai/exceptions.py; run at 2.68.0',
  keywords: ['model_name: '],
  rows: [
    {id: 'pai.err', title: 'str() of a ModelHTTPError', marks: [', model_name: '], read: readError, enriched: true},
  ],
});

function readError({text}: Frame): Evidence | undefined {
  const found = [...text.matchAll(HTTP_ERROR)].at(-1);
  if (!found) return undefined;
  const [head, status, model = ''] = found;
  const body = text.slice(found.index + head.length).replace(HINT, '');
  if (!CLAUDE.test(model) && !hasClaudeBody(body)) return undefined;
  const event = EVENT.test(text);
  const words = /^(?:None\s*)?$/.test(body) ? undefined : body;
  return {
    row: 'pai.err',
    phase: 'end',
    ...(event ? {stream: {broken: true}} : {status}),
    ...(words === undefined ? {error: {}} : {errorText: words}),
    stated: {...emptyDraft(), model},
  };
}
