import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {isObject, type JsonObject, text as nonEmpty, own, parseObject} from '../../util/json.ts';
import type {Row} from '../define.ts';
import {aboutModel} from '../models.ts';

const MS = 1000;
const CONSUMED = 2;
const FAILED = 5;

/** A row of the log table, as it is exported: one call each. */
export const rowRow: Row = {
  id: 'newapi.row',
  title: 'a row of the log table',
  names: ['token_name'],
  read: readRow,
};

function readRow({json}: Frame): Evidence | undefined {
  if (json === undefined || typeof json.use_time !== 'number' || typeof json.created_at !== 'number') return undefined;
  const failed = json.type === FAILED;
  if (!failed && json.type !== CONSUMED) return undefined;
  const model = nonEmpty(own(json, 'model_name'));
  if (aboutModel(model) !== 'claude') return undefined;
  const other = otherOf(json);
  const id = nonEmpty(own(json, 'request_id'));
  const tried = triedOf(other);
  const content = nonEmpty(own(json, 'content'));
  return {
    row: 'newapi.row',
    phase: 'end',
    about: 'claude',
    at: json.created_at * MS,
    url: nonEmpty(own(other, 'request_path')),
    ...(json.use_time > 0 && {totalMs: json.use_time * MS}),
    ...(tried > 0 && {hops: tried}),
    ...(id !== undefined && {callKey: `relay ${id}`}),
    ids: {relay: id},
    ...(typeof json.is_stream === 'boolean' && {stream: {mode: json.is_stream}}),
    ...(failed
      ? {
          status: own(other, 'status_code'),
          error: {type: own(other, 'error_type'), code: own(other, 'error_code'), message: content},
          errorText: content,
        }
      : {}),
    stated: {
      ...emptyDraft(),
      model,
      input_tokens: failed ? undefined : count(json, 'prompt_tokens'),
      output_tokens: failed ? undefined : count(json, 'completion_tokens'),
      client_ip: nonEmpty(own(json, 'ip')),
      user_id: typeof json.user_id === 'number' ? String(json.user_id) : undefined,
    },
  };
}

/** JSON in a string, or already read by the exporter. */
function otherOf(json: JsonObject): JsonObject {
  const other = own(json, 'other');
  return isObject(other) ? other : (parseObject(nonEmpty(other) ?? '') ?? {});
}

/** The channels that were used, one for each try. */
function triedOf(other: JsonObject): number {
  const info = own(other, 'admin_info');
  const used = isObject(info) ? own(info, 'use_channel') : undefined;
  return Array.isArray(used) ? used.length : 0;
}

function count(json: JsonObject, name: string): number | undefined {
  const value = own(json, name);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
