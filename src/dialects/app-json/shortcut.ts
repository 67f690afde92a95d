import {responseFacts} from '../../calls/content.ts';
import {seal} from '../../calls/derive.ts';
import {isErrorBody} from '../../calls/error-body.ts';
import {classify} from '../../calls/error-type.ts';
import {paramOf} from '../../calls/failure.ts';
import {ownWords} from '../../calls/relay-words.ts';
import {isOwnId} from '../../calls/request-id.ts';
import {reasonOfStatus} from '../../calls/retries.ts';
import type {Line} from '../../framing/frame.ts';
import {type Draft, emptyDraft} from '../../spec/types.ts';
import {isObject} from '../../util/json.ts';
import type {Plain} from '../define.ts';
import {CLAUDE} from '../models.ts';
import {isPrinted} from './evidence.ts';
import {Scanner} from './scan.ts';
import {createSteps, type Extra, parsed} from './steps.ts';

/**
 * Reads a line in the guide's own names that says everything itself, without parsing the prompts in it: half the time
 * of a line went there (bench/RESULTS.md). Whatever is not plain is left to the rows, which are the reference; both are
 * held against each other by test/shortcut.test.ts. Content is passed over, so its own escapes are not checked.
 */
export function createShortcut(): (line: Line) => Plain | undefined {
  const scan = new Scanner();
  const stepOf = createSteps();
  return (line) => {
    const {text} = line;
    if (!text.startsWith('{"') || !text.endsWith('}')) return undefined;
    scan.begin(text);
    const fields = emptyDraft();
    const extra: Extra = {response: undefined};
    for (let key = scan.key(); key !== undefined; key = scan.key()) {
      scan.value();
      if (scan.failed || !stepOf(key)(fields, text, scan, extra)) return undefined;
    }
    return scan.failed ? undefined : finish(fields, extra, line);
  };
}

/** The rules that `readFacts` and `derive` apply to such a line, or undefined when one of them would do more. */
function finish(fields: Draft, {response}: Extra, line: Line): Plain | undefined {
  const {http_status_code: status, request_id: id, model} = fields;
  if (fields.timestamp === undefined || fields.trace_id === undefined || fields.endpoint === undefined)
    return undefined;
  if (fields.client_sdk_version === undefined || fields.sdk_language_runtime === undefined) return undefined;
  if (id === undefined || !isOwnId(id) || typeof status !== 'number' || model === undefined || !CLAUDE.test(model))
    return undefined;
  if (fields.error_type ? !isPlainFailure(fields, status) : !isPlainSuccess(fields, status)) return undefined;
  if (response !== undefined && !takeResponse(fields, response)) return undefined;
  if (fields.retry_count === 0) fields.retry_reason = undefined;
  else if (fields.retry_count !== undefined) fields.retry_reason ??= reasonOfStatus(status);
  fields.source = {dialect: 'app-json', envelope: undefined, file: line.file, line: line.number};
  return {row: 'app.json', fields: seal(fields)};
}

const isPlainSuccess = (fields: Draft, status: number): boolean =>
  status < 400 && fields.error_message === undefined && fields.error_param === undefined;

/** The type stands in the line and the message is a person's sentence; then the type is settled here. */
function isPlainFailure(fields: Draft, status: number): boolean {
  const {error_type: type, error_message: message} = fields;
  if (typeof message !== 'string' || isPrinted(message) || ownWords(message) !== message) return false;
  const verdict = classify({type, status, words: message, dialect: 'app-json', official: false});
  if (verdict.assumed || verdict.rule === 'no type printed') return false;
  fields.error_type = verdict.value;
  fields.error_type_original = verdict.original;
  fields.error_param ??= paramOf(verdict.value, message);
  return true;
}

function takeResponse(fields: Draft, json: string): boolean {
  const response = parsed(json);
  if (!isObject(response) || isErrorBody(response)) return false;
  for (const [name, value] of Object.entries(responseFacts(response)))
    (fields as Record<string, unknown>)[name] ??= value;
  return true;
}
