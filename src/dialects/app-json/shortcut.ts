import {seal} from '../../calls/derive.ts';
import {classify} from '../../calls/error-type.ts';
import {paramOf} from '../../calls/failure.ts';
import {ownWords} from '../../calls/relay-words.ts';
import {reasonOfStatus} from '../../calls/retries.ts';
import type {Line} from '../../framing/frame.ts';
import {type Draft, emptyDraft} from '../../spec/types.ts';
import {parseObject} from '../../util/json.ts';
import type {Plain} from '../define.ts';
import {isPrinted} from './evidence.ts';
import {isPlainName, takeContent, takeNeeded, takeStated} from './plain.ts';

/**
 * Reads a line in the guide's own names that says everything itself, in one straight way from values to record. Whatever
 * is not plain is left to the rows, which are the reference; test/shortcut.test.ts holds both against each other.
 */
export function shortcut({text, file, number}: Line): Plain | undefined {
  if (!text.startsWith('{"') || !text.endsWith('}')) return undefined;
  const json = parseObject(text);
  if (json === undefined) return undefined;
  for (const name in json) if (!isPlainName(name)) return undefined;
  const fields = emptyDraft();
  if (!takeNeeded(fields, json) || !takeStated(fields, json) || !takeContent(fields, json)) return undefined;
  const status = fields.http_status_code as number;
  if (fields.error_type ? !settleFailure(fields, status) : !isPlainSuccess(fields, status)) return undefined;
  if (fields.retry_count === 0) fields.retry_reason = undefined;
  else if (fields.retry_count !== undefined) fields.retry_reason ??= reasonOfStatus(status);
  fields.source = {dialect: 'app-json', envelope: undefined, file, line: number};
  return {row: 'app.json', fields: seal(fields)};
}

const FIRST_FAILURE = 400;

const isPlainSuccess = (fields: Draft, status: number): boolean =>
  status < FIRST_FAILURE && fields.error_message === undefined && fields.error_param === undefined;

/** The type stands in the line and the message is a person's sentence; then the type is settled here. */
function settleFailure(fields: Draft, status: number): boolean {
  const {error_type: type, error_message: message} = fields;
  if (typeof message !== 'string' || isPrinted(message) || ownWords(message) !== message) return false;
  const verdict = classify({type, status, words: message, dialect: 'app-json', official: false});
  if (verdict.assumed || verdict.rule === 'no type printed') return false;
  fields.error_type = verdict.value;
  fields.error_type_original = verdict.original;
  fields.error_param ??= paramOf(verdict.value, message);
  return true;
}
