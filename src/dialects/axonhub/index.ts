import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {text as nonEmpty, own} from '../../util/json.ts';
import {defineDialect} from '../define.ts';
import {aboutModel} from '../models.ts';
import {isClaudeUrl} from '../urls.ts';
import {readZap} from '../zap.ts';

const CALLED = /\b(?:POST|GET) - (https?:\/\/\S{1,2048}) with status (\d{3})\b/;

export default defineDialect({
  id: 'axonhub',
  title: 'The relay axonhub',
  origin: 'looplj/axonhub 0.1.1 internal/log, internal/server/orchestrator; the layout as users print it',
  keywords: ['request process failed'],
  rows: [{id: 'axonhub.failed', title: 'a request failed', marks: ['request process failed'], read: readFailed}],
});

function readFailed(frame: Frame): Evidence | undefined {
  const entry = readZap(frame);
  if (entry === undefined || !entry.message.endsWith('request process failed')) return undefined;
  const {fields} = entry;
  const words = nonEmpty(own(fields, 'error'));
  if (words === undefined) return undefined;
  const [, url, status] = CALLED.exec(words) ?? [];
  const operation = /^POST (\S{1,2048})$/.exec(nonEmpty(own(fields, 'operation_name')) ?? '')?.[1];
  const model = nonEmpty(own(fields, 'model_id')) ?? nonEmpty(own(fields, 'model'));
  const named = aboutModel(model);
  if (named === 'other' || (named === 'unknown' && !isClaudeUrl(url ?? operation ?? ''))) return undefined;
  const id = nonEmpty(own(fields, 'request_id'));
  return {
    row: 'axonhub.failed',
    phase: 'end',
    about: 'claude',
    at: entry.at,
    zoneless: entry.zoneless,
    traceId: nonEmpty(own(fields, 'trace_id')),
    url: url ?? operation,
    status,
    errorText: words,
    error: words.includes('{') ? {} : {message: words},
    ...(id !== undefined && {callKey: `axonhub ${id}`, ids: {relay: id}}),
    stated: {...emptyDraft(), model},
  };
}
