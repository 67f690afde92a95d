import type {Context, Frame} from '../framing/frame.ts';
import type {Draft} from '../spec/types.ts';
import {type Headers, headersOf} from '../util/headers.ts';
import {isObject} from '../util/json.ts';
import {copyOf} from '../util/memory.ts';
import {readTime} from '../util/time.ts';
import {type BodyReading, readErrorBody} from './error-body.ts';
import {readErrorText} from './error-text.ts';
import {classify, type TypeVerdict} from './error-type.ts';
import type {Evidence, Failure, Phase} from './evidence.ts';
import {exchangeFields} from './exchange.ts';
import {cluesOf, errorStated, fillError} from './failure.ts';
import {isErrorBody} from './find-body.ts';
import type {KeepHeader} from './headers.ts';
import {ownWords, suffixIdsOf} from './relay-words.ts';
import {idOfText, idsOfHeaders, type RankedId} from './request-id.ts';
import {statusOf} from './status.ts';

/** Evidence, read: bodies counted, ids ranked, statuses told apart. No content is left in it, so that it may wait. */
export interface Facts {
  readonly dialect: string;
  readonly row: string;
  readonly phase: Phase;
  /** True: may join an open call, never opens one. */
  readonly joinsOnly: boolean;
  /** A line of a relay that the call went through. */
  readonly relay: boolean;
  /** See Evidence. */
  readonly about: 'claude' | 'unknown' | 'other';
  readonly join: Evidence['join'];
  readonly server: Evidence['server'];
  readonly hop: Evidence['hop'];
  readonly hops: number | undefined;
  /** Where the frame began; not the line itself, which may be long and would wait with the call. */
  readonly line: Place;
  /** How many lines the frame has; 0 for the further calls of a frame that holds several. */
  readonly lines: number;
  readonly context: Context;
  readonly at: number | undefined;
  readonly zoneless: boolean;
  readonly traceId: string | undefined;
  readonly attemptKey: string | undefined;
  readonly callKey: string | undefined;
  readonly status: number | undefined;
  readonly upstreamStatus: number | undefined;
  readonly ids: readonly RankedId[];
  readonly failure: Failure | undefined;
  readonly broken: boolean;
  /** The type of the failure; absent when the evidence shows none. */
  readonly type: TypeVerdict | undefined;
  readonly message: string | undefined;
  readonly retry: Evidence['retry'];
  readonly elapsedMs: number | undefined;
  /** Canonical values that do not depend on which attempt this is. */
  readonly fields: Draft;
  /** Attempts of the same call before this one, told by the same frame. */
  readonly earlier: readonly Facts[];
}

export interface Place {
  readonly file: string | undefined;
  readonly number: number;
}

export interface FactOptions {
  readonly keepHeader: KeepHeader;
}

const utc = () => 0;

/** Reads the evidence of one frame. Pure; every value is raw until the redactor has seen it. */
export function readFacts(evidence: Evidence, frame: Frame, dialect: string, options: FactOptions): Facts {
  const request = headersOf(evidence.requestHeaders);
  const response = headersOf(evidence.responseHeaders);
  const text = evidence.errorText === undefined ? undefined : readErrorText(evidence.errorText);
  const body =
    isObject(evidence.responseBody) && isErrorBody(evidence.responseBody)
      ? readErrorBody(evidence.responseBody)
      : undefined;
  const inner = body?.type !== undefined || body?.message !== undefined ? body : (text?.body ?? body);
  const status = statusOf(evidence.status) ?? text?.status;
  const failure = evidence.failure;
  const broken = evidence.stream?.broken === true;
  const failed =
    failure !== undefined ||
    broken ||
    evidence.hop === 'failed' ||
    (status !== undefined && status >= 400) ||
    errorStated(evidence, inner);
  const fields = exchangeFields(evidence, request, response, options.keepHeader);
  const type = failed
    ? classify(cluesOf(evidence, inner, text, status, fields.endpoint, response, dialect))
    : undefined;
  const printed = failed ? (inner?.message ?? evidence.error?.message ?? text?.message) : undefined;
  const message = printed === undefined ? undefined : ownWords(printed);
  fillError(fields, evidence, inner, text, message, type?.value);
  const stated = status ?? (broken || inner === undefined ? undefined : inner.statuses[0]);
  // What a relay was answered is not what it answered.
  const wire = evidence.hop === undefined ? stated : undefined;
  const deeper =
    statusOf(evidence.upstreamStatus) ??
    inner?.statuses.findLast((other) => other !== stated) ??
    (text?.status !== stated ? text?.status : undefined) ??
    (evidence.hop === undefined ? undefined : stated);
  const time = timeOf(evidence, frame, response);
  const facts: Facts = {
    dialect,
    row: evidence.row,
    phase: evidence.phase,
    relay: evidence.hop !== undefined || evidence.about !== undefined || evidence.ids?.relay !== undefined,
    about: evidence.about ?? 'claude',
    join: evidence.join,
    hop: evidence.hop,
    hops: evidence.hops,
    server: evidence.server,
    joinsOnly: evidence.joinsOnly === true || evidence.phase === 'detail',
    line: placeOf(frame),
    lines: frame.lines.length,
    context: frame.context,
    at: time.at,
    zoneless: time.zoneless,
    traceId: evidence.traceId ?? frame.context.traceId,
    attemptKey: evidence.attemptKey,
    callKey: evidence.callKey,
    status: wire,
    upstreamStatus: deeper,
    ids: idsOf(evidence, response, inner),
    failure,
    broken,
    type,
    message,
    retry: evidence.retry,
    elapsedMs: evidence.elapsedMs,
    fields,
    earlier: evidence.earlier === undefined ? NONE : earlierFacts(evidence.earlier, frame, dialect, options),
  };
  return frame.text.length > LONG ? ownTexts(facts) : facts;
}

const NONE: readonly Facts[] = [];
/** A printer that lists more attempts than that is no client. */
const MAX_EARLIER = 100;

/** The entry's time is that of its last attempt: the others have what their own answers say. */
function earlierFacts(all: readonly Evidence[], frame: Frame, dialect: string, options: FactOptions): readonly Facts[] {
  const untimed = {...frame, context: {...frame.context, at: undefined}};
  return all.slice(-MAX_EARLIER).map((evidence) => readFacts(evidence, untimed, dialect, options));
}

function idsOf(evidence: Evidence, response: Headers | undefined, inner: BodyReading | undefined): RankedId[] {
  const ids: RankedId[] = response ? idsOfHeaders((name) => response.get(name)) : [];
  const header = idOfText(evidence.ids?.header, 'printed id of the answer', true);
  if (header) ids.push(header);
  if (inner) ids.push(...inner.ids);
  const body = idOfText(evidence.ids?.body, 'id beside the call');
  if (body) ids.push(body);
  const relay = idOfText(evidence.ids?.relay, "the relay's own id");
  if (relay) ids.push({...relay, rank: Math.max(relay.rank, 5)});
  for (const suffix of suffixIdsOf([inner?.message ?? '', ...(inner?.words ?? []), evidence.errorText ?? ''])) {
    const id = idOfText(suffix, 'suffix of the message');
    if (id) ids.push(id);
  }
  return ids;
}

function timeOf(evidence: Evidence, frame: Frame, response: Headers | undefined) {
  if (evidence.at !== undefined) return {at: evidence.at, zoneless: evidence.zoneless === true};
  const {at, zoneless} = frame.context;
  if (at !== undefined) return {at, zoneless: zoneless === true};
  const date = response?.get('date');
  return {at: date === undefined ? undefined : readTime(date, utc)?.at, zoneless: false};
}

function placeOf({lines}: Frame): Place {
  const [first] = lines;
  return {file: first?.file, number: first?.number ?? 0};
}

/** A text cut out of a line keeps the whole line alive while the call waits: of a long line it is copied. */
function ownTexts(facts: Facts): Facts {
  for (const name in facts.fields) {
    const value = facts.fields[name as keyof Draft];
    if (typeof value === 'string') (facts.fields as Record<string, unknown>)[name] = copyOf(value);
  }
  const own = (text: string | undefined): string | undefined => (text === undefined ? undefined : copyOf(text));
  return {
    ...facts,
    type: facts.type && (JSON.parse(JSON.stringify(facts.type)) as TypeVerdict),
    message: own(facts.message),
    traceId: own(facts.traceId),
    attemptKey: own(facts.attemptKey),
    callKey: own(facts.callKey),
    server: facts.server && {...facts.server, peer: own(facts.server.peer)},
    ids: facts.ids.map((id) => ({...id, value: copyOf(id.value)})),
  };
}

const LONG = 4096;
