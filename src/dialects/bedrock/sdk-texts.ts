import type {Evidence, Failure} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isAlias} from '../../spec/error-types.ts';
import {emptyDraft} from '../../spec/types.ts';
import type {Row} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';
import {isClaudeUrl} from '../urls.ts';
import {isStream, modelIn, namesOther} from './models.ts';

/** smithy-go's OperationError and its ResponseError; a failure without an answer has the status 0 and no id. */
const GO =
  /operation error Bedrock Runtime: ((?:InvokeModel|Converse)\w{0,40}), (?:exceeded maximum number of attempts, (\d{1,3}), )?(?:https response error StatusCode: (\d{1,3}), RequestID: ([\w-]{0,64}), )?([^\n]*)/;
const GO_ERROR = /^(?:api error )?(\w{1,64}): (?:operation error [^:\n]{1,60}: )?(.*)$/;
const GO_CALL_FAILED = /^request send failed, |^failed to send|^exceeded |^deserialization failed/;
/** The detail that AWS's SDK for Java 2 puts behind every message of a service. */
const JAVA =
  /(?:^|[\s:[])(?:[a-z]\w*\.){2,8}bedrockruntime\.model\.(\w{1,64}): ([^\n]{0,4000}?) \(Service: BedrockRuntime\w{0,12}, Status Code: (\d{3}), Request ID: ([\w-]{1,64})[^)\n]{0,200}\)(?: \(SDK Attempt Count: (\d{1,3})\))?/;

/** What an application says of an exception that came in a stream: only its name and its message are left. */
const WORDS =
  /\b(?:claude|anthropic)\b[\w ]{0,24}\b(?:call|request|invocation)\b[\w ]{0,12}\bfailed:? (\w{1,60}Exception): ([^\n]*)/i;

/** What AWS's SDKs for Go and Java make of a failed call: one sentence with everything in it. */
export const sdkTexts: readonly Row[] = [
  {
    id: 'aws.go',
    title: "Error() of AWS's SDK for Go",
    marks: ['operation error Bedrock Runtime'],
    read: readGo,
    enriched: true,
  },
  {
    id: 'aws.java',
    title: "An exception of AWS's SDK for Java",
    marks: ['Service: BedrockRuntime'],
    read: readJava,
    enriched: true,
  },
  {
    id: 'aws.words',
    title: "A name that means one of the API's types, in an application's own words",
    marks: ['Exception: '],
    read: readWords,
    enriched: true,
  },
];

function readGo(frame: Frame): Evidence | undefined {
  const found = GO.exec(frame.text);
  if (!found || namesOther(found[0])) return undefined;
  const [, operation = '', attempts, status, id, words = ''] = found;
  const named = GO_CALL_FAILED.test(words) ? null : GO_ERROR.exec(words);
  const type = named?.[1]?.includes('Exception') || named?.[0].startsWith('api error ') ? named?.[1] : undefined;
  const failure = type === undefined && (status === undefined || status === '0') ? failureOf(words) : undefined;
  if (type === undefined && failure === undefined && status === undefined) return undefined;
  const url = /\bPost "([^"\s]{1,2048})"/.exec(words)?.[1];
  return {
    row: 'aws.go',
    phase: 'end',
    ...(url !== undefined && isClaudeUrl(url) && {url}),
    status,
    failure,
    error: {type, message: unquoted(type === undefined ? words : (named?.[2] ?? words))},
    ...(id && {responseHeaders: {'x-amzn-requestid': id}}),
    ...(attempts !== undefined && {retry: {attempt: Number(attempts), again: false}}),
    stream: {mode: isStream(operation)},
    stated: {...emptyDraft(), model: modelIn(frame.text)},
    ...(!speaksOfClaude(frame) && {joinsOnly: true}),
  };
}

function readJava(frame: Frame): Evidence | undefined {
  const found = JAVA.exec(frame.text);
  if (!found || namesOther(found[2] as string)) return undefined;
  const [, type, message, status, id, attempts] = found;
  return {
    row: 'aws.java',
    phase: 'end',
    status,
    error: {type, message},
    responseHeaders: {'x-amzn-requestid': id as string},
    ...(attempts !== undefined && {retry: {attempt: Number(attempts), again: false}}),
    stated: {...emptyDraft(), model: modelIn(frame.text)},
    ...(!speaksOfClaude(frame) && {joinsOnly: true}),
  };
}

function readWords({text}: Frame): Evidence | undefined {
  const [, type = '', message] = WORDS.exec(text) ?? [];
  if (!isAlias(type)) return undefined;
  return {row: 'aws.words', phase: 'end', error: {type, message}};
}

function failureOf(words: string): Failure | undefined {
  if (/deadline exceeded|timeout|timed out/i.test(words)) return 'timeout';
  return /connection re(?:fused|set)|no such host|dial tcp|EOF|request send failed/.test(words)
    ? 'connection_error'
    : undefined;
}

/** Inside somebody's JSON the sentence ends where the string does. */
const unquoted = (message: string): string => message.replace(/["'][\s,}\]]*$/, (end) => (end.length > 1 ? '' : end));
