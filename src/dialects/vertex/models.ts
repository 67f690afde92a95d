import type {Frame} from '../../framing/frame.ts';

const RESOURCE = /\/?publishers\/anthropic\/models\/([\w.@-]{1,100})/;
const CLAUDE = /anthropic|claude/i;
const MAX_TEXT = 16_384;

/** The model that a resource name in a text ends in. The quota's "base model" is a family, not a model. */
export const modelIn = (text: string): string | undefined => RESOURCE.exec(text.slice(0, MAX_TEXT))?.[1];

/** Other publishers' models are called under the same API: the entry itself must say that it was Claude. */
export function speaksOfVertexClaude({text, json}: Frame): boolean {
  const words = text === '' && json !== undefined ? JSON.stringify(json) : text;
  return CLAUDE.test(words.slice(0, MAX_TEXT));
}
