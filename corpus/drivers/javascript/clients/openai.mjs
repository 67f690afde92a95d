/** OpenAI's SDK, pointed at an endpoint that answers for Claude. */
import OpenAI from 'openai';

export function createClient({level}) {
  return {
    async send({body, baseUrl, apiKey, headers, timeoutMs, stream, logger}) {
      const client = new OpenAI({baseURL: `${baseUrl}/v1`, apiKey, logger, logLevel: level});
      const request = {
        model: body.model,
        max_tokens: body.max_tokens,
        messages: body.messages.map(({role, content}) => ({
          role,
          content: typeof content === 'string' ? content : content.map(partOf),
        })),
        ...(body.temperature === undefined ? {} : {temperature: body.temperature}),
      };
      const options = {headers, ...(timeoutMs === undefined ? {} : {timeout: timeoutMs})};
      if (stream === 'none') await client.chat.completions.create(request, options);
      else for await (const _chunk of await client.chat.completions.create({...request, stream: true}, options));
    },
  };
}

const partOf = (part) =>
  part.type === 'image'
    ? {type: 'image_url', image_url: {url: `data:${part.source.media_type};base64,${part.source.data}`}}
    : part;
