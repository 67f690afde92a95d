import {clientOfStack} from '../../calls/client.ts';
import type {Evidence} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {defineDialect} from '../define.ts';

/** What its own REST client throws: the status, and the body as it came. */
const EXCEPTION = /\b((?:Non)?TransientAiException): (?:HTTP )?(\d{3}) - /;
/** Since 2.0 the official SDK is below, and its exceptions are what is retried. */
const SDK_EXCEPTION = /\bcom\.anthropic\.(?:[a-z]\w{0,40}\.){0,6}([A-Z]\w{0,80}Exception): (\d{3}): /;
const RETRY = /(?:^|[\s:])Retry error\. Retry count: ?\d{1,4}(?:, [^\n]{0,200})?(?=\n|$)/;

/** Its exceptions say nothing of the provider: the body must be Claude's, or the stack go through its client. */
const CLAUDE_FRAME = /\.ai\.anthropic\./;

export default defineDialect({
  id: 'spring-ai',
  title: 'Spring AI',
  origin:
    'spring-projects/spring-ai spring-ai-retry RetryUtils.java and its autoconfiguration, 1.0 to 2.0, from the source; not run',
  keywords: ['TransientAiException', 'Retry error. Retry count'],
  rows: [
    {
      id: 'spring.retry',
      title: 'An attempt failed and is retried',
      marks: ['Retry error. Retry count'],
      read: readRetry,
      enriched: true,
    },
    {
      id: 'spring.exc',
      title: 'The exception of its own client',
      marks: ['TransientAiException: '],
      read: readException,
      enriched: true,
    },
  ],
});

/** Its counter belongs to the template that all calls share, so it counts nothing here. */
function readRetry(frame: Frame): Evidence | undefined {
  if (!RETRY.test(frame.text)) return undefined;
  const parts = partsOf(frame);
  return parts && {...parts, row: 'spring.retry', phase: 'retry', retry: {again: true}};
}

function readException(frame: Frame): Evidence | undefined {
  const parts = partsOf(frame);
  return parts && {...parts, row: 'spring.exc', phase: 'end'};
}

function partsOf({text}: Frame): Omit<Evidence, 'row' | 'phase'> | undefined {
  const found = EXCEPTION.exec(text) ?? SDK_EXCEPTION.exec(text);
  if (!found) return undefined;
  const rest = text.slice(found.index);
  if (!hasClaudeBody(rest) && !CLAUDE_FRAME.test(rest)) return undefined;
  return {status: found[2], error: {name: found[1]}, errorText: rest, sdk: clientOfStack(text)};
}
