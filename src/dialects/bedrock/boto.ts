import type {Evidence, Failure} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import type {Row} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';
import {isClaudeUrl} from '../urls.ts';
import {isStream, modelIn, namesOther} from './models.ts';

/** `str()` of botocore's ClientError; the operation tells Bedrock's runtime from AWS's other services. */
const CLIENT_ERROR =
  /An error occurred \((\w{1,64})\) when calling the ((?:InvokeModel|Converse)\w{0,40}) operation(?: \(reached max retries: (\d{1,3})\))?: ([^\n]*)/;
const NO_ANSWER =
  /\b(Read timeout on|Connect timeout on|Could not connect to the|Connection was closed before we received a valid response from) endpoint URL:\s{1,2}"([^"\s]{1,2048})("?)/;
const SITE_PACKAGES = /\/python(\d\.\d{1,2})\/(?:site|dist)-packages\/|\/lib\/python(\d\.\d{1,2})\//;
const CALLED = / when calling the (?:InvokeModel|Converse)/;
const STREAM_BROKE = /Response ended prematurely|IncompleteRead\(|Response payload is not completed/;
const BOTO_STACK = /\/botocore\/eventstream\.py"/;

/** What exceptions of botocore print: str(), repr() and tracebacks, alone or inside an application's line. */
export const botoErrors: readonly Row[] = [
  {
    id: 'boto.err',
    title: "str() of botocore's ClientError and EventStreamError",
    marks: [' when calling the InvokeModel', ' when calling the Converse'],
    read: readClientError,
    enriched: true,
  },
  {
    id: 'boto.net',
    title: 'No answer: botocore names the URL',
    marks: ['endpoint URL:'],
    read: readNoAnswer,
    enriched: true,
  },
  {
    id: 'boto.cut',
    title: 'The event stream broke off',
    marks: ['/botocore/eventstream.py"'],
    read: readCut,
    enriched: true,
  },
];

/** Other makers' models answer under the same operations, so without proof of Claude it only joins an open call. */
function readClientError(frame: Frame): Evidence | undefined {
  const line = lastLineWith(frame.text, CALLED);
  const found = CLIENT_ERROR.exec(line);
  const [, type = '', operation = '', retries, message = ''] = found ?? [];
  if (!found || namesOther(message)) return undefined;
  // An exception that is an event of the stream has its name in the stream's spelling: the answer had begun.
  const broken = isStream(operation) && /^[a-z]/.test(type);
  const status = /^\d{3}$/.test(type) ? type : undefined;
  return {
    row: 'boto.err',
    phase: 'end',
    status,
    error: {type: status === undefined ? type : undefined, message: withoutHint(message)},
    ...(retries !== undefined && {retry: {attempt: Number(retries) + 1, again: false}}),
    stream: {mode: isStream(operation), broken},
    stated: {...emptyDraft(), model: modelIn(message) ?? modelIn(frame.text)},
    ...runtimeOf(frame),
    ...(!speaksOfClaude(frame) && {joinsOnly: true}),
  };
}

function readNoAnswer(frame: Frame): Evidence | undefined {
  const found = NO_ANSWER.exec(frame.text);
  if (!found) return undefined;
  const [sentence, what = '', url = '', closed] = found;
  // A terminal may have cut the URL: half of it names no model.
  const whole = closed !== '';
  if (whole ? !isClaudeUrl(url) : !/\/model\/[^/]*(?:anthropic|claude)/.test(url)) return undefined;
  const failure: Failure = what.includes('timeout') ? 'timeout' : 'connection_error';
  const message = whole ? sentence : `${what} endpoint URL`;
  return {row: 'boto.net', phase: 'end', failure, error: {message}, ...(whole && {url}), ...runtimeOf(frame)};
}

function readCut(frame: Frame): Evidence | undefined {
  const message = STREAM_BROKE.exec(frame.text)?.[0];
  if (message === undefined || !BOTO_STACK.test(frame.text)) return undefined;
  return {
    row: 'boto.cut',
    phase: 'end',
    stream: {broken: true},
    error: {message: frame.text.slice(frame.text.lastIndexOf(message)).split('\n')[0] ?? message},
    ...runtimeOf(frame),
    ...(!speaksOfClaude(frame) && {joinsOnly: true}),
  };
}

/** What retrying wrappers add behind the sentence. */
const withoutHint = (message: string): string => message.replace(/\.?\s?Retries remaining=\d+\.?$/, '').trim();

function runtimeOf({text}: Frame): Pick<Evidence, 'sdk'> {
  const found = SITE_PACKAGES.exec(text);
  const version = found?.[1] ?? found?.[2];
  return version === undefined ? {} : {sdk: {runtime: `Python ${version}`}};
}

/** The last line that matches: a traceback ends with the exception that was raised. */
function lastLineWith(text: string, pattern: RegExp): string {
  let found = '';
  for (const line of text.split('\n')) if (pattern.test(line)) found = line;
  return found;
}
