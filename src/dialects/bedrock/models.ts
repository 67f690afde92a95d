/** Bedrock's ids of Claude models and of its inference profiles: `us.anthropic.claude-opus-4-1-20250805-v1:0`. */
const CLAUDE_ID = /\b(?:[a-z]{2,8}(?:-[a-z]{2,8})?\.)?anthropic\.claude-[a-z0-9][a-z0-9.-]{0,80}(?::\d{1,2})?/i;
/** Ids of the other makers' models on Bedrock. */
const OTHER_ID =
  /\b(?:amazon\.(?:nova|titan)|(?:meta|mistral|cohere|ai21|deepseek|stability|writer|qwen|openai|luma|google|nvidia|minimax|moonshot(?:ai)?|twelvelabs|zai)\.[a-z])/i;
/** The body of a call to Claude says its version of the API. */
const CLAUDE_VERSION = /^(?:bedrock|vertex)-\d{4}-\d\d-\d\d$/;
const MAX_TEXT = 16_384;

/** The Claude model that a text names; undefined when it names none, or more than one. */
export function modelIn(text: string): string | undefined {
  // A URL spells the colon of an id in its own way.
  const head = (text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text).replaceAll('%3A', ':');
  const first = CLAUDE_ID.exec(head);
  if (!first) return undefined;
  const name = first[0].replace(/[.-]+$/, '');
  const next = CLAUDE_ID.exec(head.slice(first.index + first[0].length))?.[0].replace(/[.-]+$/, '');
  return next === undefined || next === name ? name : undefined;
}

export const namesOther = (text: string): boolean => OTHER_ID.test(text.slice(0, MAX_TEXT));

/** What a field says the model is: an id, or an ARN that ends in one; an opaque profile keeps its own name. */
export const modelOfId = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

export const isClaudeId = (id: string): boolean => CLAUDE_ID.test(id);

export const isClaudeVersion = (version: unknown): boolean =>
  typeof version === 'string' && CLAUDE_VERSION.test(version);

/** The operations that ask a model for an answer. */
export const OPERATION = /^(?:InvokeModel|Converse)/;

export const isStream = (operation: string): boolean => /Stream/.test(operation);
