/** Names that only Claude has. */
export const CLAUDE = /claude|anthropic/i;

const NAMES =
  'gpt-|o\\d(?:-|$)|chatgpt|gemini|gemma|amazon\\.(?:nova|titan)|nova-|mistral|llama|meta\\.|deepseek|qwen|glm-|kimi|moonshot|grok|doubao|minimax|command-|cohere|text-embedding';

/** A model that is not Claude, with or without the provider before it. */
export const OTHER_MODEL = new RegExp(`^(?:[\\w-]+/)?(?:${NAMES})`, 'i');

/** The same as a property of a request somewhere in a line, in strings in strings too. */
const ASKED = new RegExp(`\\bmodel\\\\{0,7}["']?: ?\\\\{0,7}["'](?:[\\w-]{1,60}/)?(?:${NAMES})`, 'i');

/** True when a line shows a request to such a model: what it says of Claude is then the prompt's. */
export const namesOtherModel = (line: string): boolean => ASKED.test(line);

/** What the name of a model says about whose it is; a relay's own alias says nothing. */
export function aboutModel(model: string | undefined): 'claude' | 'unknown' | 'other' {
  if (model === undefined) return 'unknown';
  if (CLAUDE.test(model)) return 'claude';
  return OTHER_MODEL.test(model) ? 'other' : 'unknown';
}
