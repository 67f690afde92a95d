import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {text as nonEmpty, own, parseObject} from '../../util/json.ts';
import type {Row} from '../define.ts';
import {streamParts} from '../stream-body.ts';
import {isClaudeUrl} from '../urls.ts';

/** java.util.logging puts the level in front of the line. */
const LEVEL = '(?:[A-Z]{4,12}: )?';
const SENT = new RegExp(
  `^${LEVEL}--> [A-Z]{3,7} (https?://\\S{1,2048})(?: [^\\s(]{1,12})?(?: \\((\\d{1,12})-byte body\\))?(?=$|\\n)`,
);
/** OkHttp names the reason and the URL, the SDK's own logger neither. */
const ANSWERED = new RegExp(
  `^${LEVEL}<-- (\\d{3})(?: (?!\\()[A-Za-z' -]{0,60}?)??(?: (https?://\\S{1,2048}))? \\(((?:\\d{1,9}(?:ms|[dhms]) ?){1,5})(?:, [^)\\n]{1,60})?\\)(?=$|\\n)`,
);
const FAILED = new RegExp(
  `^${LEVEL}<-- (?:HTTP FAILED: |!! )((?:[a-z][\\w$]{0,40}\\.){0,6}[A-Z]\\w{0,80})(?:: ([^\\n]{0,500}?))?(?: \\(((?:\\d{1,9}(?:ms|[dhms]) ?){1,5})\\))?(?=$|\\n)`,
);
const DURATION = /(\d+)(ms|[dhms])/g;
const UNITS: Readonly<Record<string, number>> = {ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000};
const TIMED_OUT = /[Tt]imeout|timed out/;
const SENT_END = /\n--> END [A-Z]{3,7} \((\d{1,12})-byte body\)$/;
const ANSWER_END = /\n<-- END HTTP\b[^\n]{0,60}$/;

/** `--> POST …` and `<-- 200 …`: one line each, or with headers and body below up to `END`. */
export const exchangeRows: readonly Row[] = [
  {id: 'jv.sent', title: 'A request is sent', marks: ['--> '], read: readSent},
  {id: 'jv.answered', title: 'It was answered', marks: ['<-- '], read: readAnswered},
  {id: 'jv.failed', title: 'It was not answered', marks: ['<-- HTTP FAILED', '<-- !! '], read: readFailed},
];

function readSent({text}: Frame): Evidence | undefined {
  const found = SENT.exec(text);
  if (!found || !isClaudeUrl(found[1] as string)) return undefined;
  const {headers, body} = partsOf(text);
  const count = Number(/^x-stainless-retry-count: (\d{1,4})$/im.exec(headers)?.[1] ?? Number.NaN);
  // With several calls at once a body may stand below the head of another one: the sizes must agree.
  const size = found[2] ?? SENT_END.exec(text)?.[1];
  const whole = SENT_END.exec(text)?.[1] === size && body !== undefined && Buffer.byteLength(body) === Number(size);
  const object = whole ? parseObject(body) : undefined;
  return {
    row: 'jv.sent',
    phase: 'start',
    url: found[1],
    ...(headers !== '' && {requestHeaders: headers}),
    ...(object && {requestBody: object, bodyComplete: true}),
    ...(Number.isInteger(count) && {retry: {attempt: count + 1}}),
  };
}

function readAnswered({text}: Frame): Evidence | undefined {
  const found = ANSWERED.exec(text);
  if (!found || (found[2] !== undefined && !isClaudeUrl(found[2]))) return undefined;
  const {headers, body} = partsOf(text);
  const proven = found[2] !== undefined || /^(?:request-id: req_|anthropic-)/im.test(headers);
  return {
    row: 'jv.answered',
    phase: 'response',
    status: found[1],
    url: found[2],
    elapsedMs: millis(found[3] as string),
    ...(headers !== '' && {responseHeaders: headers}),
    ...(ANSWER_END.test(text) && body !== undefined && answerOf(body, headers)),
    ...(!proven && {joinsOnly: true}),
  };
}

function readFailed({text}: Frame): Evidence | undefined {
  const found = FAILED.exec(text);
  if (!found) return undefined;
  const [, name, message, took] = found;
  return {
    row: 'jv.failed',
    phase: 'response',
    joinsOnly: true,
    ...failureOf(name as string, message ?? ''),
    ...(took !== undefined && {elapsedMs: millis(took)}),
  };
}

/** The SDK's own wrapping says neither: the exception that the application logs will. */
function failureOf(name: string, message: string): Partial<Evidence> {
  if (TIMED_OUT.test(`${name} ${message}`)) return {failure: 'timeout', error: {message}};
  return message === 'Request failed' ? {} : {failure: 'connection_error', error: {message}};
}

/** The body of an error that another id stands in is another answer's. */
function answerOf(body: string, headers: string): Partial<Evidence> | undefined {
  const object = parseObject(body);
  if (!object) return streamParts(body);
  const id = nonEmpty(own(object, 'request_id'));
  return id === undefined || headers.includes(id) ? {responseBody: object} : undefined;
}

/** Headers up to the blank line, then the body up to the end mark. */
function partsOf(text: string): {headers: string; body: string | undefined} {
  const first = text.indexOf('\n');
  if (first < 0) return {headers: '', body: undefined};
  const blank = text.indexOf('\n\n', first);
  const headers = text.slice(first + 1, blank < 0 ? text.length : blank).trim();
  const end = text.search(/\n(?:--> END|<-- END) /);
  return {headers, body: blank < 0 || end < blank ? undefined : text.slice(blank, end).trim()};
}

function millis(duration: string): number {
  let sum = 0;
  for (const [, amount, unit] of duration.matchAll(DURATION)) sum += Number(amount) * (UNITS[unit as string] as number);
  return sum;
}
