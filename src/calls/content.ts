import type {CallFields} from '../spec/types.ts';
import {canonicalJson, sha256} from '../util/hash.ts';
import {isObject, type Json, type JsonObject, own, text} from '../util/json.ts';

type Facts = Partial<CallFields>;

/** A hostile list must not fill a record. */
const MAX_NAMES = 128;

/** What a request body says, as counts and kinds: no content is kept. `whole`: the body is complete, so it is hashed. */
export function requestFacts(body: JsonObject, whole: boolean): Facts {
  const facts: Facts = {};
  const model = text(own(body, 'model')) ?? text(own(body, 'modelId'));
  if (model !== undefined) facts.model = model;
  setCount(facts, 'max_tokens_requested', own(body, 'max_tokens'));
  const temperature = own(body, 'temperature');
  if (typeof temperature === 'number' && Number.isFinite(temperature)) facts.temperature = temperature;
  const stream = own(body, 'stream');
  if (typeof stream === 'boolean') facts.stream_mode = stream;
  Object.assign(facts, messageFacts(own(body, 'messages')), toolFacts(own(body, 'tools')));
  const metadata = own(body, 'metadata');
  const user = isObject(metadata) ? own(metadata, 'user_id') : undefined;
  if (typeof user === 'string' || typeof user === 'number') facts.user_id = String(user);
  if (whole) {
    const canonical = canonicalJson(body);
    if (canonical !== undefined) facts.request_body_hash = `sha256:${sha256(canonical)}`;
  }
  return facts;
}

/** Counts and kinds of a message list. */
export function messageFacts(messages: unknown): Facts {
  if (!Array.isArray(messages)) return {};
  const kinds = new Set<string>();
  for (const message of messages as readonly Json[]) {
    const content = isObject(message) ? own(message, 'content') : undefined;
    if (typeof content === 'string') kinds.add('text');
    else if (Array.isArray(content)) for (const block of content) addKind(kinds, block);
  }
  return {messages_count: messages.length, ...(kinds.size > 0 && {content_types_in_messages: [...kinds]})};
}

/** Count and names of a tool list; schemas stay behind. */
export function toolFacts(tools: unknown): Facts {
  if (!Array.isArray(tools)) return {};
  const names: string[] = [];
  for (const tool of tools.slice(0, MAX_NAMES) as readonly Json[]) {
    if (!isObject(tool)) continue;
    const inner = own(tool, 'function');
    const name = text(own(tool, 'name')) ?? (isObject(inner) ? text(own(inner, 'name')) : undefined);
    if (name !== undefined) names.push(name);
  }
  return {tools_count: tools.length, ...(names.length > 0 && {tool_names: names})};
}

/** What an answer says: tokens and kinds of blocks. */
export function responseFacts(body: JsonObject): Facts {
  const facts: Facts = {};
  const usage = own(body, 'usage');
  if (isObject(usage)) {
    setCount(facts, 'output_tokens', own(usage, 'output_tokens') ?? own(usage, 'completion_tokens'));
    setCount(facts, 'input_tokens', own(usage, 'input_tokens') ?? own(usage, 'prompt_tokens'));
  }
  const content = own(body, 'content');
  if (Array.isArray(content)) {
    const kinds = new Set<string>();
    for (const block of content) addKind(kinds, block);
    if (kinds.size > 0) facts.response_content_types = [...kinds];
  }
  const model = text(own(body, 'model'));
  if (model !== undefined) facts.model = model;
  return facts;
}

function addKind(kinds: Set<string>, block: Json): void {
  const type = isObject(block) ? text(own(block, 'type')) : undefined;
  if (type === undefined || kinds.size >= MAX_NAMES || !/^[a-z][a-z0-9_]{0,63}$/.test(type)) return;
  const source = isObject(block) ? own(block, 'source') : undefined;
  const carrier = isObject(source) ? own(source, 'type') : undefined;
  kinds.add(carrier === 'base64' || carrier === 'url' ? `${type}_${carrier}` : type);
}

type CountName = 'max_tokens_requested' | 'output_tokens' | 'input_tokens';

function setCount(facts: Facts, name: CountName, value: Json | undefined): void {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) facts[name] = value;
}
