/** The Vercel AI SDK: `ai` and `@ai-sdk/anthropic`. */
import {createAnthropic} from '@ai-sdk/anthropic';
import {generateText, jsonSchema, streamText, tool} from 'ai';

export function createClient() {
  return {
    async send({body, baseUrl, apiKey, headers, timeoutMs, stream}) {
      const anthropic = createAnthropic({baseURL: `${baseUrl}/v1`, apiKey, headers});
      const options = {
        model: anthropic(body.model),
        maxOutputTokens: body.max_tokens,
        messages: body.messages.map(messageOf),
        ...(body.temperature === undefined ? {} : {temperature: body.temperature}),
        ...(body.system === undefined ? {} : {system: body.system}),
        ...(body.tools === undefined ? {} : {tools: Object.fromEntries(body.tools.map(toolOf))}),
        ...(timeoutMs === undefined ? {} : {abortSignal: AbortSignal.timeout(timeoutMs)}),
      };
      if (stream === 'none') {
        await generateText(options);
      } else if (stream === 'helper') {
        // The usual way: onError is left to its default, which prints with console.error.
        const result = streamText(options);
        for await (const _text of result.textStream);
        await result.finishReason;
      } else {
        const result = streamText({...options, onError() {}});
        for await (const part of result.fullStream) if (part.type === 'error') throw part.error;
      }
    },
  };
}

const messageOf = ({role, content}) => ({
  role,
  content: typeof content === 'string' ? content : content.map(partOf),
});

const partOf = (part) =>
  part.type === 'image' ? {type: 'image', image: part.source.data, mediaType: part.source.media_type} : part;

const toolOf = ({name, description, input_schema}) => [
  name,
  tool({description, inputSchema: jsonSchema(input_schema)}),
];
