import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type JsonObject, own, text as textOf} from '../../util/json.ts';
import {readTime, timeOf} from '../../util/time.ts';
import {defineDialect} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

const FIELD = /\b(target_url|is_stream|response_status)="?([^\s",]{1,2048})/g;

/** Helicone's AI gateway writes one line for each request that it has passed on, as text or as JSON of `tracing`. */
export default defineDialect({
  id: 'helicone',
  title: 'Helicone AI gateway',
  origin: 'Helicone/ai-gateway ai-gateway/src/dispatcher/service.rs (42d2998); not run',
  keywords: ['proxied request'],
  rows: [
    {id: 'helicone.text', title: 'a request that was passed on', marks: ['proxied request'], read: readText},
    {id: 'helicone.json', title: 'the same as JSON', names: ['fields', 'target_url'], read: readEntry},
  ],
});

function readText({text, json, zone}: Frame): Evidence | undefined {
  if (json !== undefined) return undefined;
  const fields: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(FIELD)) fields[name as string] ??= value as string;
  // `tracing` prints the time first.
  const evidence = evidenceOf('helicone.text', fields);
  return evidence && {...evidence, at: readTime(text, zone)?.at};
}

function readEntry({json, zone}: Frame): Evidence | undefined {
  const inner = json && own(json, 'fields');
  const fields = isObject(inner) ? inner : json;
  if (!fields || !textOf(own(fields, 'message'))?.startsWith('proxied request')) return undefined;
  const evidence = evidenceOf('helicone.json', fields);
  const time = json && own(json, 'timestamp');
  return evidence && {...evidence, at: timeOf(time, zone)?.at};
}

function evidenceOf(row: string, fields: JsonObject): Evidence | undefined {
  const url = textOf(own(fields, 'target_url'));
  const status = own(fields, 'response_status');
  if (url === undefined || !isClaudeUrl(url) || status === undefined) return undefined;
  return {
    row,
    phase: 'end',
    url,
    status: typeof status === 'string' ? status.slice(0, 3) : status,
    stream: {mode: String(own(fields, 'is_stream')) === 'true'},
    stated: {...emptyDraft(), proxy_used: 'helicone'},
  };
}
