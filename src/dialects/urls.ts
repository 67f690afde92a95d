/**
 * Paths under which Claude is called: the API itself, Vertex's raw prediction, Bedrock's invocation, and the chat path
 * that OpenAI-compatible clients use, on Anthropic's host only.
 */
const PATHS =
  /\/v1\/(?:messages|complete)(?:[/?#"\s]|$)|anthropic\.com\/v1\/chat\/completions|\/publishers\/anthropic\/models\/|\/model\/[^/]*(?:anthropic|claude)[^/]*\/(?:invoke|converse)/;
/** Calls of the same API that send no prompt to a model. */
const OTHER = /\/v1\/messages\/(?:count_tokens|batches)/;

/** The path of OpenAI's format, under which relays and the API itself answer for Claude too. */
export const isChatUrl = (url: string): boolean => /\/chat\/completions(?:[?#"\s]|$)/.test(url);

/** True for a URL or path under which Claude is asked for a message. */
export const isClaudeUrl = (url: string): boolean => PATHS.test(url) && !OTHER.test(url);

/** Paths under which relays answer for any provider. */
const CHAT_PATH = /\/(?:chat\/completions|completions|responses)(?:[?#]|$)/;

/** Whom a path was meant for; undefined when it is no call of a model. */
export function aboutPath(path: string): 'claude' | 'unknown' | undefined {
  if (isClaudeUrl(path)) return 'claude';
  return CHAT_PATH.test(path) ? 'unknown' : undefined;
}
