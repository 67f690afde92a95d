import type {Evidence, Failure} from '../../calls/evidence.ts';
import {hasClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {text as nonEmpty, own} from '../../util/json.ts';
import {timeOf} from '../../util/time.ts';
import type {Row} from '../define.ts';
import {aboutModel} from '../models.ts';
import {isClaudeUrl} from '../urls.ts';

/** LiteLLM spells it so. */
const OCCURED = /Exception occured - (?:litellm_call_id=([\da-f-]{36}) - )?/;
/** What hands a stream on has already sent its head. */
const IN_STREAM = /\b(?:async_data_generator|async_streaming_data_generator|anthropic_sse_wrapper)\(\): $/;
const ASSEMBLY = /stream assembly raised \(model=(\S{1,200})\): ([^;\n]{1,500});/;
const CLASS = /(?:^|[\s:(])(?:[\w.]{1,80}\.)?litellm\.(?:[a-z_]{1,40}\.){0,4}([A-Z]\w{2,60}): /;
/** `AnthropicException - `: the provider spoke. */
const PROVIDER = /\b([A-Z]\w{1,40}?)(?:Exception|Error)(?: [A-Z]\w{2,60})?(?: -|:) /g;
const PROVIDED = /\w(?:Exception|Error)(?: [A-Z]\w{2,60})? - /;
const GROUP = /Received Model Group=([^\s,\\]{1,200})|model group '([^'\n]{1,200})' failed/;
const RETRIED = /LiteLLM Retried: (\d{1,4}) times/;
/** The exception of its HTTP client, in the stack, knows what the provider answered. */
const ANSWERED = /HTTPStatusError: (?:Client|Server) error '(\d{3}) /;
const CALLED = /(?:Client|Server) error '(\d{3})[^'\n]{0,100}' for url '(https?:\/\/[^\s']{1,2000})'/;
/** What stands behind the words themselves. */
const HINT =
  /(?:\. Handle with `litellm\.\w{1,60}`| Original exception: |\. Received Model Group=|\nAvailable Model Group)/;
const NO_CONNECTION =
  /^(?:\[Errno -?\d{1,4}\]|Cannot connect to host|Connection (?:error|refused|reset)|All connection attempts failed|Server disconnected)/;
const TIMED_OUT = /^(?:litellm\.)?(?:Timeout\b|Connection timed out|Request timed out)/;
/** What it raises when the answer had begun. */
const MID_STREAM = /MidStream/;
const OTHER_PROVIDER = /^(?:OpenAI|AzureOpenAI|Gemini|Mistral|Cohere|Groq|Deepseek|Ollama|Together|Fireworks)/;
const MAX_TEXT = 65_536;

export const errorRows: readonly Row[] = [
  {id: 'litellm.error', title: 'the proxy gives up', marks: ['Exception occured - '], read: readError},
  {
    id: 'litellm.fallback',
    title: 'the router tried another model group; the proxy says the same once more',
    marks: ['Error occurred while trying to do fallbacks'],
    read: readFallback,
  },
  {
    id: 'litellm.assembly',
    title: 'an error event in a stream that it passed on',
    marks: ['stream assembly raised (model='],
    read: readAssembly,
  },
  {id: 'litellm.text', title: 'an exception of the library', marks: ['litellm.'], read: readText, enriched: true},
];

function readError(frame: Frame): Evidence | undefined {
  const found = OCCURED.exec(frame.text);
  if (!found) return undefined;
  const said = frame.text.slice(found.index + found[0].length, MAX_TEXT);
  const call = found[1];
  const answered = ANSWERED.exec(said)?.[1];
  return {
    row: 'litellm.error',
    ...parts(said, frame),
    ...(IN_STREAM.test(frame.text.slice(0, found.index)) && {stream: {broken: true}}),
    ...(call !== undefined && {callKey: `litellm ${call}`, ids: {relay: call}}),
    ...(answered !== undefined && {upstreamStatus: answered}),
  };
}

/** Of a fallback's try, printed twice: what it says stands in the proxy's own line too, which names the call. */
function readFallback(frame: Frame): Evidence | undefined {
  return {row: 'litellm.fallback', phase: 'detail', join: 'key', at: timeIn(frame)};
}

function readAssembly(frame: Frame): Evidence | undefined {
  const found = ASSEMBLY.exec(frame.text);
  if (!found) return undefined;
  const [, model, message] = found;
  return {
    row: 'litellm.assembly',
    phase: 'end',
    about: aboutModel(model),
    at: timeIn(frame),
    stream: {broken: true},
    error: {message},
    stated: {...emptyDraft(), model},
  };
}

/** `litellm.RateLimitError: AnthropicException - …`, printed by whoever called the library. */
function readText(frame: Frame): Evidence | undefined {
  const found = raisedIn(frame.text.slice(0, MAX_TEXT));
  if (!found) return undefined;
  const said = frame.text.slice(found.index, MAX_TEXT).trimStart();
  const about = aboutText(said);
  if (about !== 'claude') return undefined;
  const [, status, url] = CALLED.exec(frame.text) ?? [];
  const words = said.includes('{') ? '' : wordsOf(said);
  const failure = failureOf(found[1] as string, words);
  const broken = MID_STREAM.test(said.slice(0, MAX_HEAD));
  return {
    row: 'litellm.text',
    ...parts(said, frame),
    about,
    ...(url !== undefined && isClaudeUrl(url) && {url, status}),
    ...(failure && {failure}),
    ...(broken && {stream: {broken: true}}),
    // What is a client's own failure stands in words of its own.
    ...(words !== '' && (failure || broken) && {errorText: undefined, error: {name: found[1], message: words}}),
  };
}

const MAX_HEAD = 300;

/** What was raised at last: it begins a line, below the stacks of what it came from, and names the provider. */
function raisedIn(text: string): RegExpExecArray | undefined {
  let last: RegExpExecArray | undefined;
  for (const found of text.matchAll(new RegExp(CLASS, 'g'))) {
    const raised = found[0].startsWith('\n') && PROVIDED.test(text.slice(found.index, found.index + MAX_HEAD));
    if (last === undefined || raised) last = found;
  }
  return last;
}

/** What the provider said, without LiteLLM's own words around it. */
const wordsOf = (said: string): string =>
  said
    .replace(/^[^\n]{0,300}?\w(?:Exception|Error) ?- ?/, '')
    .replace(/^litellm\.\w{1,60}: /, '')
    .split(HINT, 1)[0]!
    .trim();

function failureOf(name: string, words: string): Failure | undefined {
  if (name === 'Timeout' || TIMED_OUT.test(words)) return 'timeout';
  return NO_CONNECTION.test(words) ? 'connection_error' : undefined;
}

function parts(said: string, frame: Frame): Omit<Evidence, 'row'> {
  const name = CLASS.exec(said)?.[1];
  const group = GROUP.exec(said);
  const model = group?.[1] ?? group?.[2];
  const retried = RETRIED.exec(said)?.[1];
  return {
    phase: 'end',
    about: aboutText(said),
    at: timeIn(frame),
    zoneless: frame.context.at === undefined ? true : frame.context.zoneless,
    errorText: said,
    error: name === undefined ? {} : {name},
    ...(retried !== undefined && {hops: Number(retried) + 1}),
    ...(model !== undefined && {stated: {...emptyDraft(), model: model.replace(/\.$/, '')}}),
  };
}

/** The provider that spoke, else the model group: `gpt-4o` behind the same words is somebody else's. */
function aboutText(said: string): 'claude' | 'unknown' | 'other' {
  for (const [, provider = ''] of said.slice(0, 2048).matchAll(PROVIDER)) {
    if (/^Anthropic$/i.test(provider)) return 'claude';
    if (OTHER_PROVIDER.test(provider)) return 'other';
  }
  if (hasClaudeBody(said)) return 'claude';
  const group = GROUP.exec(said);
  return aboutModel(group?.[1] ?? group?.[2] ?? /\bclaude-[\w.-]{2,60}/.exec(said.slice(0, 2048))?.[0]);
}

/** Its JSON lines are no logger's that is known. */
function timeIn({json, context, zone}: Frame): number | undefined {
  if (context.at !== undefined || json === undefined) return undefined;
  const stamp = nonEmpty(own(json, 'timestamp'));
  return stamp === undefined ? undefined : timeOf(stamp, zone)?.at;
}
