/** LangChain: `@langchain/anthropic`, whose own retries stay off: each would be a call of its own for the SDK below. */
import {ChatAnthropic} from '@langchain/anthropic';
import {AIMessage, HumanMessage, SystemMessage} from '@langchain/core/messages';

export function createClient({level}) {
  return {
    async send({body, baseUrl, apiKey, headers, timeoutMs, stream, logger}) {
      const model = new ChatAnthropic({
        model: body.model,
        apiKey,
        anthropicApiUrl: baseUrl,
        maxTokens: body.max_tokens,
        maxRetries: 0,
        ...(body.temperature === undefined ? {} : {temperature: body.temperature}),
        clientOptions: {
          defaultHeaders: headers,
          logLevel: level,
          logger,
          ...(timeoutMs === undefined ? {} : {timeout: timeoutMs}),
        },
        verbose: level === 'debug',
      });
      const messages = [
        ...(body.system === undefined ? [] : [new SystemMessage(body.system)]),
        ...body.messages.map(({role, content}) =>
          role === 'user' ? new HumanMessage({content}) : new AIMessage({content}),
        ),
      ];
      const bound = body.tools === undefined ? model : model.bindTools(body.tools);
      if (stream === 'none') await bound.invoke(messages);
      else for await (const _chunk of await bound.stream(messages));
    },
  };
}
