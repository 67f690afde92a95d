import {isObject, type Json, type JsonObject, own} from '../../util/json.ts';

/** Converse's names of content blocks and what the Messages API calls them. */
const KINDS: Readonly<Record<string, string>> = {
  text: 'text',
  image: 'image',
  document: 'document',
  toolUse: 'tool_use',
  toolResult: 'tool_result',
  reasoningContent: 'thinking',
};

/** A body of Converse in the shape of the Messages API, kinds without content; any other body as it is. */
export function messagesBody(body: JsonObject): JsonObject {
  const config = own(body, 'inferenceConfig');
  const tools = own(body, 'toolConfig');
  const messages = own(body, 'messages');
  if (config === undefined && tools === undefined && !isConverse(messages)) return body;
  const list = isObject(tools) ? own(tools, 'tools') : undefined;
  return {
    ...(Array.isArray(messages) && {messages: messages.map(messageOf)}),
    ...(isObject(config) && {
      max_tokens: own(config, 'maxTokens') ?? null,
      temperature: own(config, 'temperature') ?? null,
    }),
    ...(Array.isArray(list) && {tools: list.map(toolOf)}),
  };
}

/** The same for an answer: `output.message.content`, `usage.inputTokens`. */
export function messagesAnswer(body: JsonObject): JsonObject {
  const output = own(body, 'output');
  const message = isObject(output) ? own(output, 'message') : undefined;
  const usage = own(body, 'usage');
  if (!isObject(message) && !(isObject(usage) && own(usage, 'inputTokens') !== undefined)) return body;
  return {
    ...(isObject(message) && {content: contentOf(own(message, 'content'))}),
    ...(isObject(usage) && {
      usage: {input_tokens: own(usage, 'inputTokens') ?? null, output_tokens: own(usage, 'outputTokens') ?? null},
    }),
  };
}

/** Blocks of Converse have no type: their one key names it. */
function isConverse(messages: Json | undefined): boolean {
  const first = Array.isArray(messages) ? messages[0] : undefined;
  const content = isObject(first) ? own(first, 'content') : undefined;
  const block = Array.isArray(content) ? content[0] : undefined;
  return isObject(block) && own(block, 'type') === undefined;
}

const messageOf = (message: Json): Json =>
  isObject(message) ? {content: contentOf(own(message, 'content'))} : message;

function contentOf(content: Json | undefined): Json {
  return Array.isArray(content) ? content.map(blockOf) : [];
}

function blockOf(block: Json): Json {
  if (!isObject(block)) return block;
  const key = Object.keys(block).find((name) => KINDS[name] !== undefined);
  if (key === undefined) return {};
  const inner = own(block, key);
  const source = isObject(inner) ? own(inner, 'source') : undefined;
  const carried = isObject(source) && own(source, 'bytes') !== undefined;
  return {type: KINDS[key] as string, ...(carried && {source: {type: 'base64'}})};
}

function toolOf(tool: Json): Json {
  const spec = isObject(tool) ? own(tool, 'toolSpec') : undefined;
  return isObject(spec) ? {name: own(spec, 'name') ?? null} : {};
}
