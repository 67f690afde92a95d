/** The server-sent events of one streamed answer. */
import {answerPhrases} from '../canaries.ts';

export interface SseEvent {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const streamUsage = {inputTokens: 60, outputTokens: 21};
export const streamContentTypes: readonly string[] = ['text', 'tool_use'];

export function streamEvents(id: string, model: string): readonly SseEvent[] {
  const [first, second] = answerPhrases;
  return [
    event('message_start', {
      message: {
        id,
        type: 'message',
        role: 'assistant',
        model,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: {input_tokens: streamUsage.inputTokens, output_tokens: 1},
      },
    }),
    event('content_block_start', {index: 0, content_block: {type: 'text', text: ''}}),
    event('ping', {}),
    event('content_block_delta', {index: 0, delta: {type: 'text_delta', text: `The ${first}`}}),
    event('content_block_delta', {index: 0, delta: {type: 'text_delta', text: ` and the ${second}.`}}),
    event('content_block_stop', {index: 0}),
    event('content_block_start', {
      index: 1,
      content_block: {
        type: 'tool_use',
        id: id.replace('msg_', 'toolu_'),
        name: 'look_up_order',
        input: {},
      },
    }),
    event('content_block_delta', {index: 1, delta: {type: 'input_json_delta', partial_json: '{"id":"7"}'}}),
    event('content_block_stop', {index: 1}),
    event('message_delta', {
      delta: {stop_reason: 'tool_use', stop_sequence: null},
      usage: {output_tokens: streamUsage.outputTokens},
    }),
    event('message_stop', {}),
  ];
}

/** `requestId` is left out of the second call's event, as older servers did. */
export function errorEvent(requestId: string | undefined): SseEvent {
  const error = {details: null, type: 'overloaded_error', message: 'Overloaded'};
  const data = {type: 'error', error, ...(requestId === undefined ? {} : {request_id: requestId})};
  return {name: 'error', data};
}

export function encodeEvent({name, data}: SseEvent): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function event(name: string, data: Readonly<Record<string, unknown>>): SseEvent {
  return {name, data: {type: name, ...data}};
}
