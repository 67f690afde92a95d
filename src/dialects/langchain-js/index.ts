import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, type JsonObject, own, parse, parseObject, text} from '../../util/json.ts';
import {defineDialect} from '../define.ts';

/**
 * `[llm/error] [1:chain:agent > 2:llm:ChatAnthropic] [1.39s] LLM run errored with error: "…"`, coloured on a terminal.
 * The time stays out: it covers all calls that LangChain made for this run, and the line tells of the last one.
 */
const LINE =
  /^\[llm\/(start|end|error)\] \[(?:[^\]\n]{0,500} > )?\d{1,9}:llm:([\w$-]{1,100})\](?: \[[\d.]{1,12}m?s\])? (Entering LLM run with input|Exiting LLM run with output|LLM run errored with error): /;
const COLOUR = /\u001b\[\d{0,3}m/g;
const CLAUDE = /anthropic|claude/i;
const UNANSWERED = /^(?:(Request timed out)|Connection error)\./;

/** What `verbose: true` prints. The exceptions that LangChain passes on are read as those of the SDK below it. */
export default defineDialect({
  id: 'langchain-js',
  title: "LangChain.js: the lines of `verbose: true` about a model's run",
  origin: 'langchain-ai/langchainjs libs/langchain-core/src/tracers/console.ts; run at @langchain/anthropic 1.5.11',
  keywords: ['Entering LLM run with input', 'Exiting LLM run with output', 'LLM run errored with error'],
  rows: [{id: 'lc.run', title: 'a run begins, ends or fails', marks: ['LLM run '], read: readRun}],
});

function readRun({text: printed}: Frame): Evidence | undefined {
  const line = printed.replace(COLOUR, '');
  const found = LINE.exec(line);
  if (!found || found[1] === undefined) return undefined;
  const rest = line.slice(found[0].length);
  const isClaude = CLAUDE.test(found[2] as string);
  if (found[1] === 'end') return readEnd(rest, isClaude);
  // What goes in is content; the start alone is no outcome.
  if (found[1] === 'start' || !isClaude) return undefined;
  return readFailure(rest);
}

/** One generation of one prompt: a batch is many calls. */
function readEnd(rest: string, isClaude: boolean): Evidence | undefined {
  const output = parseObject(rest.trim());
  const usage = output && own(output, 'llmOutput');
  const generations = output && own(output, 'generations');
  if (!isObject(usage) || !Array.isArray(generations) || generations.length !== 1) return undefined;
  const model = text(own(usage, 'model'));
  if (!(isClaude || (model !== undefined && CLAUDE.test(model)))) return undefined;
  return {row: 'lc.end', phase: 'end', responseBody: answerOf(usage)};
}

const answerOf = (output: JsonObject): JsonObject => ({
  ...(own(output, 'model') !== undefined && {model: own(output, 'model')}),
  ...(own(output, 'usage') !== undefined && {usage: own(output, 'usage')}),
});

/** The message and, behind a blank line, the stack, as one JSON string. */
function readFailure(rest: string): Evidence | undefined {
  const words = parse(rest.trim());
  if (typeof words !== 'string') return undefined;
  const unanswered = UNANSWERED.exec(words);
  return {
    row: 'lc.error',
    phase: 'end',
    ...(unanswered
      ? {
          failure: unanswered[1] === undefined ? ('connection_error' as const) : ('timeout' as const),
          error: {message: unanswered[0]},
        }
      : {errorText: words}),
  };
}
