import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, type JsonObject, own, parse, text as textOf} from '../../util/json.ts';
import {readPython} from '../../util/literals/index.ts';
import {defineDialect} from '../define.ts';

const ENDED =
  /\[(?:llm|chat_model):(Chat\w{0,60})\] \[(\d{1,9}(?:\.\d{1,3})?)(ms|s)\] (?:Exiting LLM run with output|LLM run errored with error):/;
const REPR = /^(\w{1,120})\((['"][\s\S]*?)\)Traceback \(most recent call last\)/;
const MS = 1000;

/** LangChain's console callbacks (`set_debug(True)`): colours, then a headline, then JSON over many lines. */
export default defineDialect({
  id: 'langchain-python',
  title: 'LangChain for Python, its console callbacks',
  origin:
    'langchain-ai/langchain libs/core/langchain_core/tracers/stdout.py; run at langchain-core 1.8.3, langchain-anthropic 1.7.10',
  keywords: ['generations', ':ChatAnthropic', 'langchain_anthropic'],
  rows: [
    {
      id: 'lc.error',
      title: 'the exception, as JSON prints its repr and its stack',
      marks: ['Traceback (most recent call last)'],
      read: readError,
    },
    {id: 'lc.result', title: 'the result of a call', names: ['generations'], read: readResult},
    {id: 'lc.headline', title: 'how long a call took', marks: [':ChatAnthropic'], read: readHeadline},
  ],
});

/** One JSON string: `Error('…')Traceback …`. */
function readError({text}: Frame): Evidence | undefined {
  const printed = text.startsWith('"') && text.endsWith('"') ? parse(text) : undefined;
  const [, name, said] = (typeof printed === 'string' && REPR.exec(printed)) || [];
  const repr = said === undefined ? undefined : readPython(said)?.value;
  if (typeof repr !== 'string' || !/anthropic|claude/i.test(printed as string)) return undefined;
  const failure = repr.startsWith('Request timed out')
    ? 'timeout'
    : repr.startsWith('Connection error.')
      ? 'connection_error'
      : undefined;
  if (failure !== undefined) return {row: 'lc.error', phase: 'end', failure, error: {name, message: repr}};
  return {
    row: 'lc.error',
    phase: 'end',
    errorText: repr,
    error: {name},
    ...(repr.startsWith('{') && {stream: {broken: true}}),
  };
}

/** The result repeats what the API said of model and tokens; the answer itself stays where it is. */
function readResult({json}: Frame): Evidence | undefined {
  const output = json && own(json, 'llm_output');
  const said = isObject(output) ? output : messageOf(json);
  const model = said && (textOf(own(said, 'model')) ?? textOf(own(said, 'model_name')));
  if (said === undefined || model === undefined || !/claude/i.test(model)) return undefined;
  const usage = own(said, 'usage') ?? own(said, 'usage_metadata');
  if (!isObject(usage)) return undefined;
  return {row: 'lc.result', phase: 'end', responseBody: {model, usage}};
}

/** A stream has no `llm_output`: its message carries the same. */
function messageOf(json: JsonObject | undefined): JsonObject | undefined {
  const lists = json && own(json, 'generations');
  const list = Array.isArray(lists) ? lists[0] : undefined;
  const first = Array.isArray(list) ? list[0] : undefined;
  const message = isObject(first) ? own(first, 'message') : undefined;
  const kwargs = isObject(message) ? own(message, 'kwargs') : undefined;
  if (!isObject(kwargs)) return undefined;
  const meta = own(kwargs, 'response_metadata');
  return isObject(meta) ? {...meta, usage: own(kwargs, 'usage_metadata')} : undefined;
}

/** Its time is the whole call's, the SDK's retries included; the line itself tells no outcome. */
function readHeadline({text}: Frame): Evidence | undefined {
  const [, , figure, unit] = ENDED.exec(text) ?? [];
  if (figure === undefined) return undefined;
  return {row: 'lc.headline', phase: 'detail', totalMs: Number(figure) * (unit === 's' ? MS : 1)};
}
