/** Names that only Claude has. */
export const CLAUDE = /claude|anthropic/i;
/** Names of other vendors' models, with or without a provider in front. */
export const OTHER_MODEL =
  /^(?:[\w-]+\/)?(?:gpt-|o\d(?:-|$)|chatgpt|gemini|gemma|amazon\.(?:nova|titan)|nova-|mistral|llama|meta\.|deepseek|qwen|glm-|kimi|moonshot|grok|doubao|minimax|command-|cohere|text-embedding)/i;

/** What the name of a model says about whose it is; a relay's own alias says nothing. */
export function aboutModel(model: string | undefined): 'claude' | 'unknown' | 'other' {
  if (model === undefined) return 'unknown';
  if (CLAUDE.test(model)) return 'claude';
  return OTHER_MODEL.test(model) ? 'other' : 'unknown';
}
