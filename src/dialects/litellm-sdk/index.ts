import type {Evidence, Failure} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {defineDialect} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';
import {isClaudeUrl} from '../urls.ts';

const RAISED =
  /(?:^|[\s:("'])litellm\.(?:\w{1,40}\.){0,4}(\w{3,60}): (?:litellm\.(?:exceptions\.)?\w{3,60}: )?(?:(\w{2,40}?)(?:Exception|Error)(?: \w{3,60})? ?- ?)/;
const RETRIED = /LiteLLM Retried: (\d{1,4}) times/;
const GROUP = /Received Model Group=([\w./:@-]{1,128})/;
const URL = /(?:Client|Server) error '(\d{3})[^'\n]{0,100}' for url '(https?:\/\/[^\s']{1,2000})'/;
const HINT =
  /(?:\. Handle with `litellm\.\w{1,60}`| Original exception: |\. Received Model Group=|\nAvailable Model Group)/;
const NO_CONNECTION =
  /^(?:\[Errno -?\d{1,4}\]|Cannot connect to host|Connection (?:error|refused|reset)|All connection attempts failed|Server disconnected)/;
const TIMED_OUT = /^(?:litellm\.)?(?:Timeout\b|Connection timed out|Request timed out)/;
/** What it raises when the answer had begun. */
const STREAM = /MidStream/;
/** Further back stands the stack. */
const MAX_TAIL = 16_384;

/** LiteLLM inside an application. What its proxy prints is another matter. */
export default defineDialect({
  id: 'litellm-sdk',
  title: 'LiteLLM as a Python library',
  origin: 'BerriAI/litellm litellm/exceptions.py, litellm_core_utils/exception_mapping_utils.py; run at 1.110.2',
  keywords: ['litellm.', 'AnthropicException'],
  rows: [{id: 'll.err', title: 'an exception', marks: ['litellm.'], read: readError, enriched: true}],
});

/** `litellm.RateLimitError: AnthropicException - {…}`: the provider stands in front of what it said. */
function readError(frame: Frame): Evidence | undefined {
  const tail = frame.text.slice(-MAX_TAIL);
  const found = lastMatch(tail);
  if (!found || !(/anthropic/i.test(found[2] ?? '') || (found[2] !== undefined && speaksOfClaude(frame))))
    return undefined;
  const [head, name] = found;
  const said = tail.slice(found.index + head.length);
  const [, status, url] = URL.exec(frame.text) ?? [];
  const model = GROUP.exec(said)?.[1];
  const retries = RETRIED.exec(said)?.[1];
  const common = {
    row: 'll.err',
    phase: 'end',
    ...(url !== undefined && isClaudeUrl(url) && {url, status}),
    ...(STREAM.test(tail.slice(tail.lastIndexOf('\n', found.index) + 1, found.index + head.length)) && {
      stream: {broken: true},
    }),
    ...(retries !== undefined && {retry: {attempt: Number(retries) + 1}}),
    ...(model !== undefined && {stated: {...emptyDraft(), model}}),
  } as const;
  if (said.includes('{') || /^\s*</.test(said)) return {...common, errorText: said, error: {name}};
  const message = said.split(HINT)[0]?.trim().slice(0, 2000);
  const failure = failureOf(name as string, message ?? '');
  return {...common, ...(failure && {failure}), error: {name, ...(message && {message})}};
}

function failureOf(name: string, message: string): Failure | undefined {
  if (name === 'Timeout' || TIMED_OUT.test(message)) return 'timeout';
  return NO_CONNECTION.test(message) ? 'connection_error' : undefined;
}

function lastMatch(tail: string): RegExpExecArray | undefined {
  let last: RegExpExecArray | undefined;
  for (const found of tail.matchAll(new RegExp(RAISED, 'g'))) last = found;
  return last;
}
