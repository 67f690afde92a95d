/** What a body of Bedrock's Converse says, in the names of the journal. */
import type {RequestFacts} from './journal.ts';

/** Converse has no types: the one key of a block names its kind. */
const kinds: Readonly<Record<string, string>> = {text: 'text', image: 'image_base64'};

type ConverseFacts = Pick<
  RequestFacts,
  'maxTokens' | 'temperature' | 'messagesCount' | 'toolNames' | 'contentTypes' | 'userId' | 'bodyHash'
>;

interface Body {
  readonly messages: readonly {readonly content: readonly object[]}[];
  readonly inferenceConfig: {readonly maxTokens: number; readonly temperature?: number};
  readonly toolConfig?: {readonly tools: readonly {readonly toolSpec: {readonly name: string}}[]};
}

export function converseFacts(rawBody: string): ConverseFacts {
  const {messages, inferenceConfig, toolConfig} = JSON.parse(rawBody) as Body;
  const keys = messages.flatMap(({content}) => content.map((block) => Object.keys(block)[0] as string));
  return {
    maxTokens: inferenceConfig.maxTokens,
    temperature: inferenceConfig.temperature ?? null,
    messagesCount: messages.length,
    toolNames: (toolConfig?.tools ?? []).map(({toolSpec}) => toolSpec.name),
    contentTypes: [...new Set(keys.map((key) => kinds[key] as string))],
    userId: null,
    // The body is not the one of the Messages API, so nobody can hash that.
    bodyHash: '',
  };
}
