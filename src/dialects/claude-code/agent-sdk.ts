import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, type Json, type JsonObject} from '../../util/json.ts';
import {readInspect, readPython} from '../../util/literals/index.ts';
import type {Row} from '../define.ts';
import {readAssistant, readStreamRetry} from './messages.ts';
import {readResult} from './result.ts';

const REPR = /(?:^|[\s:=])(SystemMessage|AssistantMessage|ResultMessage)\(/;
/** Fields that stand before the content, and those behind it, where content cannot feign them. */
const BEFORE = ['subtype', 'duration_ms', 'duration_api_ms', 'is_error', 'num_turns'];
const BEHIND = [
  'model',
  'error',
  'usage',
  'message_id',
  'stop_reason',
  'session_id',
  'model_usage',
  'api_error_status',
];
const MAX_TEXT = 262_144;

/** The Claude Agent SDK's messages as applications print them: Python's repr, Node's console. */
export const agentRows: readonly Row[] = [
  {
    id: 'cc.repr',
    title: 'a message of the Agent SDK, printed by Python',
    marks: ['SystemMessage(subtype=', 'AssistantMessage(content=', 'ResultMessage(subtype='],
    read: readRepr,
  },
  {id: 'cc.inspect', title: 'a message of the Agent SDK, printed by Node', marks: ['session_id: '], read: readPrinted},
];

function readRepr(frame: Frame): Evidence | undefined {
  const text = frame.text.length > MAX_TEXT ? frame.text.slice(0, MAX_TEXT) : frame.text;
  const found = REPR.exec(text);
  const name = found?.[1];
  if (name === 'SystemMessage') {
    const data = valueAt(text, text.indexOf(' data={'), 'data');
    return isObject(data) ? named(readStreamRetry(data, frame), 'cc.repr') : undefined;
  }
  if (name === undefined) return undefined;
  const fields = fieldsOf(text);
  const evidence =
    name === 'ResultMessage'
      ? readResult({...fields, type: 'result', result: resultOf(text)}, frame)
      : ofAssistant(fields, text, frame);
  return named(evidence, 'cc.repr');
}

function ofAssistant(fields: JsonObject, text: string, frame: Frame): Evidence | undefined {
  const block = valueAt(text, text.indexOf('TextBlock(text='), 'TextBlock(text');
  const message = {
    role: 'assistant',
    id: fields.message_id,
    model: fields.model,
    usage: fields.usage,
    stop_reason: fields.stop_reason,
    content: [{type: 'text', text: block}],
  };
  const {error, session_id} = fields;
  const evidence = readAssistant({type: 'assistant', message, error, session_id}, frame);
  // The classes of the blocks are not the API's types.
  return (
    evidence && {
      ...evidence,
      ...(isObject(evidence.responseBody) && {responseBody: {...evidence.responseBody, content: null}}),
    }
  );
}

function fieldsOf(text: string): JsonObject {
  const out: Record<string, Json | undefined> = {};
  for (const name of BEFORE) out[name] = valueAt(text, text.indexOf(`${name}=`), name);
  for (const name of BEHIND) out[name] = valueAt(text, text.lastIndexOf(`, ${name}=`), name);
  out.modelUsage = out.model_usage;
  return out as JsonObject;
}

const resultOf = (text: string): Json | undefined => valueAt(text, text.indexOf(', result='), 'result');

/** The literal behind `name=`. */
function valueAt(text: string, at: number, name: string): Json | undefined {
  const start = at < 0 ? -1 : text.indexOf('=', at);
  if (start < 0 || start > at + name.length + 2) return undefined;
  return readPython(text, start + 1)?.value;
}

function readPrinted(frame: Frame): Evidence | undefined {
  const start = frame.text.search(/\{\s*\n/);
  if (start < 0 || start > 512) return undefined;
  const value = readInspect(frame.text, start)?.value;
  if (!isObject(value)) return undefined;
  return named(readStreamRetry(value, frame) ?? readAssistant(value, frame) ?? readResult(value, frame), 'cc.inspect');
}

/** One attempt prints each kind of message once: the row goes by the kind. */
const named = (evidence: Evidence | undefined, row: string): Evidence | undefined =>
  evidence && {...evidence, row: `${row} ${evidence.row}`};
