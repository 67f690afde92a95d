import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, own, text} from '../../util/json.ts';
import {readPython} from '../../util/literals/index.ts';
import {defineDialect} from '../define.ts';

const OPTIONS = 'Request options: ';
const RETRY =
  /^Retrying request(?: to (\/chat\/completions\S{0,200}))? in ([\d.]{1,20}) seconds(?: \(retry (\d{1,4}) of \d{1,4}\))?$/;
const ANSWERED =
  /^HTTP Request: POST (https?:\/\/\S{1,2000}\/chat\/completions)(?:\?\S{0,500})? "HTTP\/[\d.]{1,3} (\d{3})\b/;
const BODY_KEY = "'json_data': ";
const MS = 1000;

/**
 * OpenAI's SDK with Claude behind it: Anthropic's own compatible endpoint, or a relay. Its lines are those of every
 * other model too, so only a Claude model in the request opens a call; the rest joins one.
 */
export default defineDialect({
  id: 'openai-python',
  title: "OpenAI's Python SDK, asking Claude",
  origin: 'openai/openai-python src/openai/_base_client.py; run at 3.57.0',
  keywords: ['Request options: ', 'Retrying request', '/chat/completions'],
  rows: [
    {id: 'oai.reqopt', title: 'DEBUG: the request before an attempt', marks: [OPTIONS], read: readOptions},
    {
      id: 'oai.answered',
      title: 'INFO of httpx: an attempt was answered',
      marks: ['/chat/completions'],
      read: readAnswered,
    },
    {id: 'oai.retry', title: 'INFO: another attempt follows', marks: ['Retrying request'], read: readRetry},
  ],
});

function readOptions({text: line}: Frame): Evidence | undefined {
  const start = line.indexOf(OPTIONS);
  const options = start < 0 ? undefined : readPython(line, start + OPTIONS.length);
  if (!options || !isObject(options.value)) return undefined;
  const url = text(own(options.value, 'url'));
  if (url === undefined || !url.endsWith('/chat/completions')) return undefined;
  const at = line.indexOf(BODY_KEY, start);
  const body = at < 0 ? undefined : readPython(line, at + BODY_KEY.length);
  if (!body || !isObject(body.value) || !/claude/i.test(text(own(body.value, 'model')) ?? '')) return undefined;
  return {
    row: 'oai.reqopt',
    phase: 'start',
    callKey: text(own(options.value, 'idempotency_key')),
    requestBody: body.value,
    bodyComplete: body.complete,
    bodyKeysShown: body.complete,
  };
}

function readAnswered({text: line}: Frame): Evidence | undefined {
  const [, url, status] = ANSWERED.exec(line) ?? [];
  if (url === undefined) return undefined;
  return {
    row: 'oai.answered',
    phase: 'response',
    joinsOnly: !/^https:\/\/api\.anthropic\.com\//.test(url),
    url,
    status,
  };
}

function readRetry({text: line}: Frame): Evidence | undefined {
  const [, , seconds, retry] = RETRY.exec(line) ?? [];
  // Its newer form names the retry, the older one the path; what has neither is another SDK's.
  if (seconds === undefined || !/\(retry |\/chat\/completions/.test(line)) return undefined;
  return {
    row: 'oai.retry',
    phase: 'retry',
    joinsOnly: true,
    retry: {again: true, delayMs: Number(seconds) * MS, ...(retry !== undefined && {attempt: Number(retry)})},
  };
}
