import {isObject, type Json, type JsonObject, own, text} from '../util/json.ts';
import {findErrorBody, isClaudeBody} from './find-body.ts';
import {idOfText, type RankedId} from './request-id.ts';
import {statusInText, statusOf} from './status.ts';

/** What an error body says, from its outermost layer to its innermost; the innermost wins. */
export interface BodyReading {
  readonly ids: readonly RankedId[];
  readonly type?: string;
  /** What stood in the place of a type without being one: `<nil>`, `None`, `429`. */
  readonly placeholder?: string;
  readonly message?: string;
  readonly param?: string;
  readonly code?: string;
  /** What the layers say around the next one, and the innermost message. */
  readonly words: readonly string[];
  /** Statuses that layers state, outermost first. */
  readonly statuses: readonly number[];
  readonly model?: string;
  /** True when one of the layers is the API's own body. */
  readonly claude: boolean;
}

/** JSON in text in JSON: how deep texts are followed, and how many objects are looked at in all. */
const MAX_DEPTH = 4;
const MAX_LAYERS = 24;

const ID_KEYS = ['request_id', 'requestId', 'requestID', 'request-id', '_request_id'];
/** Where a layer keeps the next one. */
const INNER_KEYS = ['error', 'body', 'detail', 'response', 'raw', 'metadata', 'errors', 'responseBody', 'details'];
/** `Object` is pino's word for an object without a class. */
const NO_WORD = /^(?:error|object|none|null|undefined|<nil>|nil|\d*)$/i;
/** A name in the place of a message, as relays print it under `error`. */
const NAME = /^[A-Za-z][\w.:-]{2,63}$/;
const MAX_WORDS = 512;

type Draft = {
  ids: RankedId[];
  statuses: number[];
  words: string[];
  layers: number;
  type?: string;
  placeholder?: string;
  message?: string;
  param?: string;
  code?: string;
  model?: string;
  claude: boolean;
};

/** Reads a parsed error body. */
export function readErrorBody(body: JsonObject): BodyReading {
  const draft: Draft = {ids: [], statuses: [], words: [], layers: 0, claude: false};
  descend(body, draft, 0);
  return draft;
}

function descend(layer: JsonObject, draft: Draft, depth: number): void {
  draft.layers++;
  note(layer, draft);
  if (draft.layers > MAX_LAYERS) return;
  for (const key of INNER_KEYS) {
    const inner = own(layer, key);
    if (inner === undefined || inner === null) continue;
    // As an object, details belong to their layer; as a text they are the body that the relay was given.
    if (key === 'details' && typeof inner !== 'string') continue;
    if (isObject(inner)) descend(inner, draft, depth);
    else if (Array.isArray(inner)) descendList(inner, draft, depth);
    else if (typeof inner === 'string') descendText(inner, draft, depth + 1, key === 'error' || key === 'detail');
  }
  const message = own(layer, 'message');
  if (typeof message === 'string') descendText(message, draft, depth + 1, false);
}

function descendList(list: readonly Json[], draft: Draft, depth: number): void {
  const first = list[0];
  if (isObject(first)) descend(first, draft, depth);
}

function descendText(source: string, draft: Draft, depth: number, isMessage: boolean): void {
  const found = depth <= MAX_DEPTH && source.includes('{') ? findErrorBody(source, true) : undefined;
  if (found) {
    const status = statusInText(source.slice(0, found.start + 1));
    if (status !== undefined) draft.statuses.push(status);
    if (draft.words.length < MAX_LAYERS) draft.words.push(source.slice(0, Math.min(found.start, MAX_WORDS)));
    descend(found.body, draft, depth);
    return;
  }
  if (draft.words.length < MAX_LAYERS) draft.words.push(source.slice(0, MAX_WORDS));
  if (!isMessage || draft.message !== undefined) return;
  draft.message = source;
  if (NAME.test(source) && source.includes('_')) draft.code ??= source;
}

function note(layer: JsonObject, draft: Draft): void {
  draft.claude ||= isClaudeBody(layer);
  for (const key of ID_KEYS) {
    const id = idOfText(own(layer, key), `body ${key}`);
    // Deeper ids first: at equal rank the innermost wins.
    if (id) draft.ids.unshift(id);
  }
  const type = text(own(layer, 'type'));
  // A terminal's line break inside the word makes it another word.
  if (type !== undefined && !NO_WORD.test(type) && !/\s/.test(type)) draft.type = type;
  else {
    if (type !== undefined && type !== 'error') draft.placeholder ??= type;
    noteCloudType(layer, draft);
  }
  const message = text(own(layer, 'message'));
  if (message !== undefined) draft.message = message;
  const title = text(own(layer, 'error'));
  if (title !== undefined && message !== undefined && NAME.test(title)) draft.code ??= title;
  const param = text(own(layer, 'param'));
  if (param !== undefined && !NO_WORD.test(param)) draft.param = param;
  // Relays put the status of their upstream there.
  const inParam = statusOf(param);
  if (inParam !== undefined && inParam >= 400) draft.statuses.push(inParam);
  noteCode(layer, draft);
  const model = text(own(layer, 'modelId'));
  if (model !== undefined) draft.model = model;
}

/** Google's APIs name the type in `status`, in capitals; AWS's in `__type`, behind a name space. */
function noteCloudType(layer: JsonObject, draft: Draft): void {
  const status = own(layer, 'status');
  const named = typeof status === 'string' && /^[A-Z]{2}[A-Z_]{1,40}$/.test(status);
  const type = named ? status : text(own(layer, '__type'))?.split('#').at(-1);
  if (type !== undefined) draft.type = type;
}

function noteCode(layer: JsonObject, draft: Draft): void {
  const details = own(layer, 'details');
  const code = own(layer, 'code') ?? own(layer, 'errorCode') ?? own(layer, 'error_code');
  const finer = isObject(details) ? text(own(details, 'error_code')) : undefined;
  if (finer !== undefined) draft.code = finer;
  else if (typeof code === 'string' && !NO_WORD.test(code)) draft.code = code;
  for (const key of ['status', 'statusCode', 'status_code', 'http_status', 'code']) {
    const status = statusOf(own(layer, key));
    if (status !== undefined && status >= 400) draft.statuses.push(status);
  }
}
