import type {Evidence} from '../../calls/evidence.ts';
import {findErrorBody} from '../../calls/find-body.ts';
import {statusInText} from '../../calls/status.ts';
import type {Frame} from '../../framing/frame.ts';
import {defineDialect} from '../define.ts';
import {isClaudeUrl} from '../urls.ts';

const URL = /https:\/\/[\w-]{1,64}\.services\.ai\.azure\.com\/anthropic\/v1\/messages[^\s"'<>,;)]{0,200}/;
const ID = /\b(?:apim-request-id|x-ms-request-id)['"]?\s?[:=]\s?['"]?([\da-f-]{36})/i;

/** Claude on Azure AI Foundry. The SDKs' own lines name its endpoint and are read by their dialects. */
export default defineDialect({
  id: 'azure-foundry',
  title: "Claude on Azure AI Foundry: the cloud's own errors",
  origin:
    'anthropics/anthropic-sdk-python src/anthropic/lib/foundry.py (the endpoint); bodies as printed in NousResearch/hermes-agent#47812 and anthropics/claude-code#67179; not run',
  keywords: ['.services.ai.azure.com/anthropic'],
  rows: [
    {
      id: 'azure.text',
      title: 'an error of the endpoint in a text',
      marks: ['.services.ai.azure.com/anthropic'],
      read: readText,
      enriched: true,
    },
  ],
});

/** The endpoint and a body, or a status, in one sentence. */
function readText({text}: Frame): Evidence | undefined {
  const url = URL.exec(text)?.[0].replace(/[.:]$/, '');
  const found = findErrorBody(text);
  const status = statusInText(found ? text.slice(0, found.start + 1) : text);
  if (url === undefined || !isClaudeUrl(url) || (!found && (status === undefined || status < 400))) return undefined;
  const id = ID.exec(text)?.[1];
  return {
    row: 'azure.text',
    phase: 'end',
    url,
    status,
    ...(found && {responseBody: found.body}),
    ...(id !== undefined && {responseHeaders: {'apim-request-id': id}}),
  };
}
