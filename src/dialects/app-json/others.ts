const NAMES =
  'gpt-|o\\d(?:-|$)|chatgpt|gemini|amazon\\.(?:nova|titan)|nova-|mistral|llama|meta\\.|deepseek|qwen|command-|cohere|text-embedding';

/** A model that is not Claude, with or without the provider before it. */
export const OTHER_MODEL = new RegExp(`^(?:[\\w-]+/)?(?:${NAMES})`, 'i');

/** The same as a property of a request somewhere in a line, in strings in strings too. */
const ASKED = new RegExp(`\\bmodel\\\\{0,7}["']?: ?\\\\{0,7}["'](?:[\\w-]{1,60}/)?(?:${NAMES})`, 'i');

/** True when a line shows a request to such a model: what it says of Claude is then the prompt's. */
export const namesOtherModel = (line: string): boolean => ASKED.test(line);
