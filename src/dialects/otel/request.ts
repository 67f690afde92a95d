import {type Draft, emptyDraft} from '../../spec/types.ts';
import {isObject, type Json, type JsonObject, own, parse, parseObject, text} from '../../util/json.ts';
import {first, number} from './attributes.ts';

/** Numbered attributes, one message or tool each; their texts stay behind. */
const MESSAGE_ROLE = /^(?:gen_ai\.prompt\.\d{1,6}\.role|llm\.input_messages\.\d{1,6}\.message\.role)$/;
const TOOL_NAME = /^llm\.request\.functions\.\d{1,6}\.name$/;
const TOOL_SCHEMA = /^llm\.tools\.\d{1,6}\.tool\.json_schema$/;

/** Counts, names and limits of the request and of its answer, under the names of all conventions and their versions. */
export function requestOf(attributes: JsonObject): {fields: Draft; answerId: string | undefined} {
  const fields = emptyDraft();
  const parameters = objectIn(attributes, 'llm.invocation_parameters');
  fields.max_tokens_requested =
    count(attributes, ['gen_ai.request.max_tokens', 'llm.request.max_tokens']) ?? count(parameters, ['max_tokens']);
  fields.temperature = number(attributes, ['gen_ai.request.temperature']) ?? number(parameters, ['temperature']);
  fields.stream_mode =
    flag(attributes, ['gen_ai.request.stream', 'llm.is_streaming', 'gen_ai.is_streaming']) ??
    flag(parameters, ['stream']);
  fields.input_tokens = count(attributes, [
    'gen_ai.usage.input_tokens',
    'gen_ai.usage.prompt_tokens',
    'llm.usage.prompt_tokens',
    'llm.token_count.prompt',
    'input_tokens',
  ]);
  fields.output_tokens = count(attributes, [
    'gen_ai.usage.output_tokens',
    'gen_ai.usage.completion_tokens',
    'llm.usage.completion_tokens',
    'llm.token_count.completion',
    'output_tokens',
  ]);
  fields.user_id = first(attributes, ['enduser.id', 'user.id']);
  takeMessages(fields, attributes);
  takeTools(fields, attributes);
  return {fields, answerId: text(own(objectIn(attributes, 'output.value'), 'id'))};
}

/** The system prompt is no message of the request, even where it is numbered like one. */
function takeMessages(fields: Draft, attributes: JsonObject): void {
  const list = listIn(attributes, 'gen_ai.input.messages');
  const roles = list
    ? list.map((message) => (isObject(message) ? own(message, 'role') : undefined))
    : Object.keys(attributes)
        .filter((name) => MESSAGE_ROLE.test(name))
        .map((name) => own(attributes, name));
  const messages = roles.filter((role) => role !== 'system');
  if (messages.length > 0) fields.messages_count = messages.length;
}

function takeTools(fields: Draft, attributes: JsonObject): void {
  const list = listIn(attributes, 'gen_ai.tool.definitions');
  const tools =
    list ??
    Object.keys(attributes).flatMap((name): Json[] => {
      if (TOOL_NAME.test(name)) return [{name: own(attributes, name) ?? null}];
      return TOOL_SCHEMA.test(name) ? [objectIn(attributes, name)] : [];
    });
  if (tools.length === 0) return;
  fields.tools_count = tools.length;
  const names = tools.flatMap((tool) => (isObject(tool) ? (text(own(tool, 'name')) ?? []) : []));
  if (names.length > 0) fields.tool_names = names;
}

/** An attribute holds a list as it is, or as JSON. */
function listIn(attributes: JsonObject, name: string): readonly Json[] | undefined {
  const value = own(attributes, name);
  const list = typeof value === 'string' && value.startsWith('[') ? parse(value) : value;
  return Array.isArray(list) ? list : undefined;
}

function objectIn(attributes: JsonObject, name: string): JsonObject {
  const value = own(attributes, name);
  if (typeof value === 'string' && value.startsWith('{')) return parseObject(value) ?? {};
  return isObject(value) ? value : {};
}

function count(attributes: JsonObject, names: readonly string[]): number | undefined {
  const value = number(attributes, names);
  return Number.isSafeInteger(value) ? value : undefined;
}

function flag(attributes: JsonObject, names: readonly string[]): boolean | undefined {
  for (const name of names) {
    const value = own(attributes, name);
    if (typeof value === 'boolean') return value;
  }
  return undefined;
}
