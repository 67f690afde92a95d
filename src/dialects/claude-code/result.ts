import type {Evidence} from '../../calls/evidence.ts';
import {statusOf} from '../../calls/status.ts';
import {type Draft, emptyDraft} from '../../spec/types.ts';
import {isObject, type JsonObject, own, text} from '../../util/json.ts';
import {codeOf, count, type Reader} from './messages.ts';
import {readWords} from './words.ts';

const API_ERROR = /(?:^|· )API Error: /;

/**
 * `{"type":"result",…}`, the only line of `--output-format json`. It sums up a whole session: of a failure it tells the
 * last call, of a success only what can be told of the one call that it was made of.
 */
export const readResult: Reader = (json) => {
  if (own(json, 'type') !== 'result' || typeof own(json, 'is_error') !== 'boolean') return undefined;
  return own(json, 'is_error') === true ? failed(json) : succeeded(json);
};

function failed(json: JsonObject): Evidence | undefined {
  const words = text(own(json, 'result')) ?? '';
  const stated = statusOf(own(json, 'api_error_status'));
  if (stated === undefined && own(json, 'terminal_reason') !== 'api_error' && !API_ERROR.test(words)) return undefined;
  const {parts} = readWords(words.replace(/^[^\n]{0,80}?API Error: /, ''));
  const status = stated ?? parts.status;
  return {
    row: 'cc.result',
    phase: 'end',
    ...parts,
    status,
    failure: status === undefined ? parts.failure : undefined,
    error: {...parts.error, type: text(own(json, 'api_error_type')) ?? codeOf(own(json, 'error'), statusOf(status))},
    traceId: text(own(json, 'session_id')),
  };
}

/** Hidden calls, such as one without a stream after one that broke, make the two counts differ. */
function succeeded(json: JsonObject): Evidence | undefined {
  const models = own(json, 'modelUsage') ?? own(json, 'model_usage');
  const usage = own(json, 'usage');
  const names = isObject(models) ? Object.keys(models) : [];
  const model = names[0];
  if (own(json, 'num_turns') !== 1 || model === undefined || names.length > 1 || !/claude/i.test(model))
    return undefined;
  const ofModel = own(models as JsonObject, model);
  if (!isObject(usage) || !isObject(ofModel)) return undefined;
  const input = count(own(usage, 'input_tokens'));
  const output = count(own(usage, 'output_tokens'));
  if (input !== own(ofModel, 'inputTokens') || output !== own(ofModel, 'outputTokens')) return undefined;
  return {
    row: 'cc.result',
    phase: 'end',
    traceId: text(own(json, 'session_id')),
    totalMs: count(own(json, 'duration_api_ms')) || undefined,
    stated: Object.assign(emptyDraft(), {model, input_tokens: input, output_tokens: output} satisfies Partial<Draft>),
  };
}
