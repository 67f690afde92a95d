import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, type Json, parse} from '../../util/json.ts';
import {defineDialect, type Row} from '../define.ts';
import {agentRows} from './agent-sdk.ts';
import {debugRows} from './debug-log.ts';
import {type Reader, readAssistant, readRequest, readStreamRetry, readTranscriptRetry} from './messages.ts';
import {readResult} from './result.ts';
import {terminalRows} from './terminal.ts';

/** More than any session has, so that a hostile list stays cheap. */
const MAX_MESSAGES = 4096;

const whole =
  (read: Reader): Row['read'] =>
  (frame: Frame) =>
    frame.json === undefined ? undefined : read(frame.json, frame);

const LIST = /^\[\{"type":"system","subtype":"\w+",/;

function readList(frame: Frame): readonly Evidence[] | undefined {
  const list = LIST.test(frame.text) ? parse(frame.text) : undefined;
  if (!Array.isArray(list)) return undefined;
  return (list as readonly Json[])
    .slice(0, MAX_MESSAGES)
    .flatMap((one) =>
      isObject(one) ? (readStreamRetry(one, frame) ?? readAssistant(one, frame) ?? readResult(one, frame) ?? []) : [],
    );
}

/** Claude Code, in every place where it tells of its calls, and the Agent SDKs, which run it. */
export default defineDialect({
  id: 'claude-code',
  title: 'Claude Code and the Claude Agent SDK: screen, debug log, transcripts, stream-json, printed messages',
  origin:
    '@anthropic-ai/claude-code 1.0.128, 2.0.53 and 2.1.331, @anthropic-ai/claude-agent-sdk 0.3.331 and claude-agent-sdk 0.2.188, all run; ' +
    'screens of other versions: issues 1536, 2919, 7218 and 48191 of anthropics/claude-code',
  keywords: [
    'API Error',
    'API error',
    'Error streaming, falling back',
    'Stream connection error (',
    'Error in API request',
    'Error in non-streaming fallback',
    'fallback also failed',
    'retryAttempt',
    'api_retry',
    'api_error_status',
    'isApiErrorMessage',
    'duration_api_ms',
    'AssistantMessage(content=',
    'claude',
  ],
  rows: [
    {
      id: 'cc.jsonl.request',
      title: 'a transcript line: an attempt is sent',
      names: ['params'],
      read: whole(readRequest),
    },
    {
      id: 'cc.jsonl.retry',
      title: 'a transcript line: an attempt failed and is made again',
      names: ['retryAttempt'],
      read: whole(readTranscriptRetry),
    },
    {
      id: 'cc.stream.retry',
      title: 'stream-json: an attempt failed and is made again',
      names: ['retry_delay_ms'],
      read: whole(readStreamRetry),
    },
    {
      id: 'cc.message',
      title: 'a transcript or stream-json line: an answer, or the words of a failure in its place',
      names: ['parentUuid', 'parent_tool_use_id', 'isApiErrorMessage'],
      read: whole(readAssistant),
    },
    {
      id: 'cc.result',
      title: 'the result of a session, of json and stream-json',
      names: ['duration_api_ms', 'api_error_status'],
      read: whole(readResult),
    },
    {
      id: 'cc.list',
      title: 'all messages of a session in one list, of json with --verbose',
      marks: ['[{"type":"'],
      read: readList,
    },
    ...debugRows,
    ...agentRows,
    ...terminalRows,
  ],
});
