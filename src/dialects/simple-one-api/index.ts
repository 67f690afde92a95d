import type {Evidence} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {text as nonEmpty, own} from '../../util/json.ts';
import {defineDialect} from '../define.ts';
import {readZap} from '../zap.ts';

export default defineDialect({
  id: 'simple-one-api',
  title: 'The relay simple-one-api',
  origin: 'fruitbars/simple-one-api 0.10.4 pkg/mycommon/common_err_resp.go, pkg/mylog/logger.go',
  keywords: ['Unexpected status code'],
  rows: [{id: 'soa.status', title: 'the upstream refused', marks: ['Unexpected status code'], read: readStatus}],
});

function readStatus(frame: Frame): Evidence | undefined {
  const entry = readZap(frame);
  if (entry === undefined || !entry.message.endsWith('Unexpected status code')) return undefined;
  const body = nonEmpty(own(entry.fields, 'body'));
  if (body === undefined || !hasClaudeBody(body)) return undefined;
  return {
    row: 'soa.status',
    phase: 'end',
    about: 'claude',
    at: entry.at,
    zoneless: entry.zoneless,
    status: own(entry.fields, 'status'),
    errorText: body,
  };
}
