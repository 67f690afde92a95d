import {type ErrorType, isAlias, isRuledCode} from '../spec/error-types.ts';
import type {Draft} from '../spec/types.ts';
import type {Headers} from '../util/headers.ts';
import {text as nonEmpty} from '../util/json.ts';
import type {BodyReading} from './error-body.ts';
import type {TextReading} from './error-text.ts';
import type {TypeClues} from './error-type.ts';
import type {Evidence} from './evidence.ts';

type Inner = BodyReading | undefined;
type Printed = TextReading | undefined;

const OFFICIAL_HOST = /^https:\/\/api\.anthropic\.com(?:[:/]|$)/;
/** `messages.1.content.0.text: …`: the path that the API puts before its complaint (sdk-formats, error bodies). */
const PARAM_PATH = /^([A-Za-z_]\w*(?:\.[\w-]+){0,24}):\s/;

/** Whether the evidence shows an error, apart from its status. */
export function errorStated(evidence: Evidence, inner: Inner): boolean {
  if (inner?.type !== undefined) return true;
  const {error} = evidence;
  return evidence.phase === 'end' && (error !== undefined || evidence.errorText !== undefined);
}

/** What `classify` is told. */
export function cluesOf(
  evidence: Evidence,
  inner: Inner,
  text: Printed,
  status: number | undefined,
  endpoint: string | undefined,
  response: Headers | undefined,
  dialect: string,
): TypeClues {
  return {
    type: inner?.type ?? evidence.error?.type ?? cloudType(response) ?? knownCode(inner?.code),
    placeholder: inner?.placeholder,
    code: inner?.code ?? nonEmpty(evidence.error?.code),
    className: evidence.error?.name ?? text?.className,
    words: wordsOf(evidence, inner, text),
    dialect,
    status,
    failure:
      evidence.failure ?? (evidence.stream?.broken && inner?.type === undefined ? 'stream_interrupted' : undefined),
    official: endpoint !== undefined && OFFICIAL_HOST.test(endpoint),
  };
}

/** Azure puts the name where others put a number; a code that means a type is one when no type is printed. */
const knownCode = (code: string | undefined): string | undefined =>
  code !== undefined && isAlias(code) && !isRuledCode(code) ? code : undefined;

/** AWS names the exception in a header, with a name space behind it. */
const cloudType = (response: Headers | undefined): string | undefined =>
  response?.get('x-amzn-errortype')?.split(':')[0];

/** The words of every layer, in which wrappers say what they wrapped. */
function wordsOf(evidence: Evidence, inner: Inner, text: Printed): string | undefined {
  const words = [text?.words, ...(inner?.words ?? []), evidence.error?.message].filter((one) => one !== undefined);
  return words.length === 0 ? undefined : words.join('\n');
}

/** The error's param and code, and what its page or body says of proxy and model. */
export function fillError(
  fields: Draft,
  evidence: Evidence,
  inner: Inner,
  text: Printed,
  message: string | undefined,
  type: ErrorType | undefined,
): void {
  const param = evidence.error?.param ?? inner?.param ?? paramOf(type, message);
  if (param !== undefined && fields.error_param === undefined) fields.error_param = param;
  const code = inner?.code ?? nonEmpty(evidence.error?.code);
  if (code !== undefined && fields.error_code === undefined && code !== type) fields.error_code = code;
  if (text?.server !== undefined && fields.proxy_used === undefined) fields.proxy_used = text.server;
  if (inner?.model !== undefined && fields.model === undefined) fields.model = inner.model;
}

/** The path that a complaint about the request begins with; other types' messages begin with other words. */
export const paramOf = (type: ErrorType | undefined, message: string | undefined): string | undefined =>
  type === 'invalid_request_error' && message !== undefined ? PARAM_PATH.exec(message)?.[1] : undefined;
