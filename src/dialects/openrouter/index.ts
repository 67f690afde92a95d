import type {Evidence} from '../../calls/evidence.ts';
import {findErrorBody, hasClaudeBody} from '../../calls/find-body.ts';
import {statusOf} from '../../calls/status.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type Json, type JsonObject, own, text as textOf} from '../../util/json.ts';
import {defineDialect} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';

/** openai-go prints the request, the status and the error object without its envelope. */
const GO_ERROR = /(?:^|\s)POST "(https:\/\/openrouter\.ai\/[^\s"]{1,512})": (\d{3}) [A-Z][\w ]{0,40}(?=\{)/;
const MODEL = /\banthropic\/claude-[\w.:-]{1,64}/;

/** OpenRouter: `code` is the status, and the provider's own body travels as text in `metadata.raw`. */
export default defineDialect({
  id: 'openrouter',
  title: 'OpenRouter',
  origin:
    'OpenRouterTeam/typescript-sdk src/models; openrouter.ai/docs errors; openai/openai-go error.go; bodies as printed in OpenRouterTeam/ai-sdk-provider#24 and charmbracelet/crush#910; not run',
  keywords: ['provider_name', 'openrouter.ai/api'],
  rows: [
    {id: 'or.json', title: 'the body is the entry', names: ['error', 'metadata'], read: readEntry},
    {
      id: 'or.body',
      title: 'the body stands in a text',
      marks: ['provider_name', 'openrouter.ai/api'],
      read: readText,
      enriched: true,
    },
  ],
});

function readEntry(frame: Frame): Evidence | undefined {
  const error = frame.json && errorOf(frame.json);
  return error && evidenceOf('or.json', error, frame, {});
}

function readText(frame: Frame): Evidence | undefined {
  const found = findErrorBody(frame.text);
  const error = found && errorOf(found.body);
  const [, url, status] = GO_ERROR.exec(frame.text) ?? [];
  return error && evidenceOf('or.body', error, frame, {url, status});
}

interface Body {
  readonly error: JsonObject;
  readonly metadata: JsonObject;
  readonly user: string | undefined;
}

/** The error with the provider's metadata, in its envelope or without. */
function errorOf(body: JsonObject): Body | undefined {
  const inner = own(body, 'error');
  const error = isObject(inner) ? inner : body;
  const metadata = own(error, 'metadata');
  if (!isObject(metadata) || textOf(own(metadata, 'provider_name')) === undefined) return undefined;
  return {error, metadata, user: textOf(own(body, 'user_id'))};
}

function evidenceOf(row: string, body: Body, frame: Frame, seen: Partial<Evidence>): Evidence | undefined {
  const {error, metadata, user} = body;
  const provider = textOf(own(metadata, 'provider_name')) ?? '';
  const raw = textOf(own(metadata, 'raw')) ?? '';
  const named = MODEL.exec(frame.text)?.[0];
  const claude = /anthropic/i.test(provider) || hasClaudeBody(raw) || named !== undefined;
  if (!claude && !(speaksOfClaude(frame) && isResold(provider))) return undefined;
  return {
    row,
    phase: 'end',
    url: seen.url,
    status: seen.status ?? statusOf(own(error, 'code')),
    responseBody: {error: withRaw(error, raw)},
    stated: {...emptyDraft(), proxy_used: 'openrouter', model: named, user_id: user},
  };
}

/** Clouds that resell Claude beside other models. */
const isResold = (provider: string): boolean => /google|bedrock|amazon|azure/i.test(provider);

/** A raw text that is no body says more than "Provider returned error". */
function withRaw(error: JsonObject, raw: string): Json {
  return raw === '' || raw.includes('{') ? error : {...error, message: raw};
}
