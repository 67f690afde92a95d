import type {Evidence} from '../../calls/evidence.ts';
import {isClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, type JsonObject, own, parseObject, text as textOf} from '../../util/json.ts';
import {defineDialect} from '../define.ts';

const DATA = /(?:^|\n)data: ?(?=\{"type": ?"(\w{1,64})")/g;
/** Events that hold more than content: the others are only counted. */
const READ: ReadonlySet<string> = new Set(['message_start', 'content_block_start', 'message_delta', 'error']);
const CLAUDE = /claude|anthropic/i;
const MAX_BLOCKS = 128;

/** The events of a streamed answer, as a proxy or `curl -N` prints them. */
export default defineDialect({
  id: 'raw-stream',
  title: 'The events of a stream of the Messages API',
  origin: 'platform.claude.com/docs/en/build-with-claude/streaming; seen in what curl 7.88.1 prints',
  keywords: ['message_start', 'message_delta'],
  rows: [
    {id: 'stream.all', title: 'from its first event on', marks: ['message_start'], read: readStream},
    {
      id: 'stream.delta',
      title: 'the event with the tokens, alone on its line',
      marks: ['message_delta'],
      read: readDelta,
    },
  ],
});

interface Stream {
  chunks: number;
  stopped: boolean;
  model: string | undefined;
  error: JsonObject | undefined;
  readonly usage: Record<string, number>;
  readonly content: JsonObject[];
}

function readStream({text}: Frame): Evidence | undefined {
  const stream = eventsOf(text);
  const {model, error, stopped, chunks, usage, content} = stream;
  if (model === undefined || !CLAUDE.test(model)) return undefined;
  const answer = {model, usage, ...(content.length > 0 && {content})};
  // Without its last event the tokens so far say nothing. A first event alone on its line has the rest below it.
  if (!stopped && error === undefined) {
    const phase = chunks === 1 ? 'response' : 'detail';
    return {
      row: 'stream.all',
      phase,
      stream: {mode: true},
      responseBody: {model, usage: {input_tokens: usage.input_tokens}},
    };
  }
  return {
    row: 'stream.all',
    phase: 'end',
    stream: {mode: true, chunks, ...(error && {broken: true})},
    responseBody: error ?? answer,
    ...(error && {requestBody: {model}}),
  };
}

function eventsOf(text: string): Stream {
  const stream: Stream = {chunks: 0, stopped: false, model: undefined, error: undefined, usage: {}, content: []};
  for (const found of text.matchAll(DATA)) {
    stream.chunks++;
    const type = found[1] as string;
    if (type === 'message_stop') stream.stopped = true;
    if (!READ.has(type)) continue;
    const start = found.index + found[0].length;
    const end = text.indexOf('\n', start);
    const event = parseObject(text.slice(start, end < 0 ? text.length : end).trimEnd());
    if (event) note(event, type, stream);
  }
  return stream;
}

function note(event: JsonObject, type: string, stream: Stream): void {
  const message = own(event, 'message');
  const block = own(event, 'content_block');
  if (type === 'error' && isClaudeBody(event)) stream.error = event;
  if (type === 'message_start' && isObject(message)) {
    stream.model = textOf(own(message, 'model'));
    addUsage(own(message, 'usage'), stream.usage);
  }
  if (type === 'message_delta') addUsage(own(event, 'usage'), stream.usage);
  if (isObject(block) && stream.content.length < MAX_BLOCKS) stream.content.push({type: own(block, 'type')});
}

/** The counts of the last event hold for the whole answer. */
function addUsage(usage: unknown, into: Record<string, number>): void {
  if (!isObject(usage)) return;
  for (const name of ['input_tokens', 'output_tokens']) {
    const count = own(usage, name);
    if (typeof count === 'number') into[name] = count;
  }
}

/** Where each event is an entry of its own, this one tells how the stream that began above went. */
function readDelta({text}: Frame): Evidence | undefined {
  if (!text.startsWith('data:')) return undefined;
  const {usage, chunks} = eventsOf(text);
  if (chunks !== 1 || usage.output_tokens === undefined) return undefined;
  return {row: 'stream.delta', phase: 'detail', stream: {mode: true}, responseBody: {usage}};
}
