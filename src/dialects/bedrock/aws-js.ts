import type {Evidence, Failure} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type JsonObject, own, text as textOf} from '../../util/json.ts';
import {readInspect, readLiteral} from '../../util/literals/index.ts';
import type {Row} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';
import {messagesBody} from './converse.ts';
import {isClaudeId, isStream, modelIn, modelOfId, namesOther, OPERATION} from './models.ts';

const HEAD = /(?:^|[\s:(])(\w*(?:Error|Exception))(?: \[\w+\])?: ([^\n]{0,4000})/;
const CLASS = /^(\w*(?:Error|Exception))(?: \[\w+\])?: /;
const NO_ANSWER = /^E(?:CONN|HOST|NET|PIPE|AI_)|^ENOTFOUND$|^ERR_HTTP2/;
const TIMED_OUT = /^ETIMEDOUT$|TimeoutError/;
/** Where loggers keep an exception. */
const HOLDERS = ['err', 'error', 'exception', 'reason', 'cause', 'body', 'e'];

/** What AWS's SDK for JavaScript 3 leaves on its exceptions, and what its client writes through a logger. */
export const awsJs: readonly Row[] = [
  {id: 'aws.js.log', title: "The client's own logger", names: ['clientName'], read: readClientEntry},
  {id: 'aws.js.console', title: "The client's own logger on a console", marks: ['clientName:'], read: readClientText},
  {
    id: 'aws.js.err',
    title: 'An exception with $metadata in a structured entry',
    names: ['$metadata', ...HOLDERS],
    read: readErrorEntry,
    enriched: true,
  },
  {
    id: 'aws.js.inspect',
    title: 'An exception with $metadata, printed',
    marks: ['$metadata'],
    read: readErrorText,
    enriched: true,
  },
];

function readClientEntry({json}: Frame): Evidence | undefined {
  return json && clientCall(json, 'aws.js.log');
}

function readClientText({text}: Frame): Evidence | undefined {
  const start = text.indexOf('{');
  if (start < 0 || text.indexOf('clientName:') - start > 40) return undefined;
  const entry = readInspect(text, start)?.value;
  return isObject(entry) ? clientCall(entry, 'aws.js.console') : undefined;
}

/** `{clientName, commandName, input, output | error, metadata}`, once for each call, after its retries. */
function clientCall(entry: JsonObject, row: string): Evidence | undefined {
  const command = textOf(own(entry, 'commandName'));
  const input = own(entry, 'input');
  const metadata = own(entry, 'metadata');
  if (command === undefined || !OPERATION.test(command) || !isObject(input)) return undefined;
  const id = textOf(own(input, 'modelId'));
  if (id === undefined || !isClaudeId(id)) return undefined;
  const error = own(entry, 'error');
  const failed = error !== undefined && error !== null;
  return {
    row,
    // Of a stream it is written when the stream begins.
    phase: failed || !isStream(command) ? 'end' : 'response',
    ...(isObject(metadata) && metadataParts(metadata)),
    ...(failed && errorParts(error)),
    requestBody: messagesBody(input),
    stated: {...emptyDraft(), model: modelOfId(id), stream_mode: isStream(command)},
  };
}

function readErrorEntry(frame: Frame): Evidence | undefined {
  const {json} = frame;
  const error = json && holderOf(json, 0);
  if (!error) return undefined;
  const message = textOf(own(error, 'message')) ?? '';
  return outcome('aws.js.err', error, message, frame);
}

/** The object that carries `$metadata`, and the message beside or above it. */
function holderOf(object: JsonObject, depth: number): JsonObject | undefined {
  if (isObject(own(object, '$metadata'))) return object;
  if (depth > 2) return undefined;
  for (const name of HOLDERS) {
    const inner = own(object, name);
    const found = isObject(inner) ? holderOf(inner, depth + 1) : undefined;
    if (found && isObject(inner)) return own(found, 'message') === undefined ? {...inner, ...found} : found;
  }
  return undefined;
}

/** `Name: message`, the stack and the properties; or the object alone, as JSON or as inspect prints it. */
function readErrorText(frame: Frame): Evidence | undefined {
  if (frame.json !== undefined) return undefined;
  const {text} = frame;
  const at = text.search(/['"]?\$metadata['"]?: ?\{/);
  if (at < 0) return undefined;
  const head = HEAD.exec(text.slice(0, Math.min(at, 8192)));
  const block = text.lastIndexOf('{\n', at);
  const start = head && block > 0 ? block : text.indexOf('{');
  const object = readLiteral(text, start)?.value;
  const holder = isObject(object) ? holderOf(object, 0) : undefined;
  if (!holder) return undefined;
  const named = head ? {name: head[1] as string, message: head[2] as string} : {};
  return outcome('aws.js.inspect', {...named, ...holder}, head?.[2] ?? textOf(own(holder, 'message')) ?? '', frame);
}

function outcome(row: string, error: JsonObject, message: string, frame: Frame): Evidence | undefined {
  const metadata = own(error, '$metadata');
  if (!isObject(metadata) || namesOther(message)) return undefined;
  // Every client of AWS leaves the same properties: nothing but a word of Claude tells which service it was.
  const proven = speaksOfClaude(frame);
  return {
    row,
    phase: 'end',
    ...metadataParts(metadata),
    ...errorParts(error),
    stated: {...emptyDraft(), model: modelIn(message) ?? modelIn(frame.text)},
    ...(!proven && {joinsOnly: true}),
  };
}

function metadataParts(metadata: JsonObject): Partial<Evidence> {
  const id = textOf(own(metadata, 'requestId'));
  const attempts = own(metadata, 'attempts');
  return {
    status: own(metadata, 'httpStatusCode'),
    ...(id !== undefined && {responseHeaders: {'x-amzn-requestid': id}}),
    ...(typeof attempts === 'number' && attempts >= 1 && {retry: {attempt: attempts, again: false}}),
  };
}

function errorParts(error: unknown): Partial<Evidence> {
  if (!isObject(error)) return printedParts(textOf(error) ?? '');
  const printed = textOf(own(error, 'message'));
  const name = textOf(own(error, 'name')) ?? textOf(own(error, 'type')) ?? CLASS.exec(printed ?? '')?.[1];
  const message = printed?.replace(CLASS, '') ?? headOf(error);
  const fault = own(error, '$fault') !== undefined;
  const failure = fault ? undefined : failureOf(textOf(own(error, 'code')), name);
  return {
    ...(failure !== undefined && {failure}),
    // A class that the service does not model has the class of the service; the stack knows its name.
    error: {type: fault ? (serviceName(error) ?? name) : undefined, name: fault ? undefined : name, message},
  };
}

/** An exception without its properties: a name that says exception is the service's. */
function printedParts(printed: string): Partial<Evidence> {
  const [, name, message] = HEAD.exec(printed) ?? [];
  return {error: {type: name?.endsWith('Exception') ? name : undefined, name, message: message ?? printed}};
}

const headOf = (error: JsonObject): string | undefined => HEAD.exec(textOf(own(error, 'stack')) ?? '')?.[2];

const serviceName = (error: JsonObject): string | undefined =>
  /^(\w{1,64}(?:Exception|Error)): /.exec(textOf(own(error, 'stack')) ?? '')?.[1];

function failureOf(code: string | undefined, name: string | undefined): Failure | undefined {
  if (TIMED_OUT.test(code ?? '') || TIMED_OUT.test(name ?? '')) return 'timeout';
  return NO_ANSWER.test(code ?? '') ? 'connection_error' : undefined;
}
