import type {Evidence} from '../../calls/evidence.ts';
import type {Frame} from '../../framing/frame.ts';
import {emptyDraft} from '../../spec/types.ts';
import {parseObject} from '../../util/json.ts';
import {readTime} from '../../util/time.ts';
import {defineDialect} from '../define.ts';
import {goDuration, readGin} from '../gin.ts';
import {aboutModel} from '../models.ts';
import {aboutPath} from '../urls.ts';
import {withoutColours} from '../zap.ts';

/** logrus for a terminal: `WARN[time] words   name=value name=value`. */
const PREFIX = /^[A-Z]{4}\[([^\]\n]{10,40})\] /;
const ID = / reqid=(\d{10,20})(?: |$)/;
/** Go's `%v` of the error: no names, only braces. */
const FAILED = /handle failed: status code: (\d{3}), error: \{error \{([a-z][a-z_]{2,60})? ?([^{}\n]{0,1000})\}\}/;
const FAILED_OPENAI = /handle failed: status code: (\d{3}), error: \{\{([^{}\n]{1,1000})\}\}/;
/** The error event of a stream, in the relay's own form: code, message, type, param. */
const EVENT =
  /response error: status code: \d{3}, error: \{\{(\S{1,60}) ([^{}\n]{1,1000}?) ([a-z]\w{1,40}_error) ?[^{}\n]{0,200}\}\}/;
/** The relay tells the owner of a channel, over several lines. */
const NOTICE = /^detail: (?=\{"type":"error")/;
const RETRY = /using channel \S{1,100} \(type: \d{1,5}, id: \d{1,9}\) to retry \(remain times (\d{1,4})\)/;
const CUT = /error reading stream: ([^\n]{1,200}?) {2,}/;

export default defineDialect({
  id: 'aiproxy',
  title: 'The relay aiproxy',
  origin: 'labring/aiproxy core/middleware/log.go, core/controller/relay-controller.go; run at aebeb5e (0.6.5)',
  keywords: [
    '[GIN] |',
    'response error: status code: ',
    'handle failed: status code: ',
    ' to retry (remain times ',
    'error reading stream: ',
  ],
  rows: [
    {id: 'aiproxy.access', title: 'the access line', marks: ['[GIN] |'], read: readAccess},
    {id: 'aiproxy.hop', title: 'a channel failed', marks: ['handle failed: status code: '], read: readHop},
    {id: 'aiproxy.retry', title: 'another channel follows', marks: [' to retry (remain times '], read: readRetry},
    {
      id: 'aiproxy.event',
      title: 'an error event in the stream',
      marks: ['response error: status code: '],
      read: readEvent,
    },
    {
      id: 'aiproxy.notice',
      title: 'a notice about a channel, with the body',
      marks: ['detail: {"type"'],
      read: readNotice,
    },
    {id: 'aiproxy.cut', title: 'the stream of the upstream broke', marks: ['error reading stream: '], read: readCut},
  ],
});

/** What stands behind the words of every line: the id, the model, the tokens. */
function commonOf({
  text: printed,
  zone,
}: Frame): {readonly text: string; readonly common: Partial<Evidence>} | undefined {
  const text = withoutColours(printed);
  const id = ID.exec(text)?.[1];
  if (id === undefined) return undefined;
  const time = PREFIX.exec(text)?.[1];
  const read = time === undefined ? undefined : readTime(time, zone);
  const model = fieldOf(text, 'model');
  const output = fieldOf(text, 't_output');
  const input = fieldOf(text, 't_input');
  return {
    text,
    common: {
      about: aboutModel(model),
      ...(read && {at: read.at, zoneless: read.zoneless}),
      callKey: `aiproxy ${id}`,
      ids: {relay: id},
      stated: {
        ...emptyDraft(),
        model,
        ...(input !== undefined && {input_tokens: Number(input)}),
        ...(output !== undefined && {output_tokens: Number(output)}),
      },
    },
  };
}

function fieldOf(text: string, name: string): string | undefined {
  const at = text.indexOf(` ${name}=`);
  return at < 0 ? undefined : /^[^\s"]{1,200}/.exec(text.slice(at + name.length + 2))?.[0];
}

function readAccess(frame: Frame): Evidence | undefined {
  const line = commonOf(frame);
  const access = line && readGin(line.text);
  if (line === undefined || access?.method !== 'POST' || aboutPath(access.path) === undefined) return undefined;
  const retries = fieldOf(line.text, 'retry');
  return {
    row: 'aiproxy.access',
    phase: 'end',
    server: {part: 'access'},
    ...line.common,
    url: access.path,
    status: access.status,
    totalMs: access.ms ?? goDuration(fieldOf(line.text, 'req_cost') ?? ''),
    ...(retries !== undefined && {hops: Number(retries) + 1}),
    stated: {...emptyDraft(), ...line.common.stated, client_ip: access.ip},
  };
}

function readHop(frame: Frame): Evidence | undefined {
  const line = commonOf(frame);
  const found = line && (FAILED.exec(line.text) ?? FAILED_OPENAI.exec(line.text));
  if (!found) return undefined;
  const [, status, type, words] = found;
  const error = words === undefined ? {message: type} : {type, message: words};
  return {row: 'aiproxy.hop', phase: 'response', ...line.common, hop: 'failed', status, error};
}

function readEvent(frame: Frame): Evidence | undefined {
  const line = commonOf(frame);
  const found = line && EVENT.exec(line.text);
  if (!found) return undefined;
  const [, code, message, type] = found;
  return {row: 'aiproxy.event', phase: 'end', ...line.common, stream: {broken: true}, error: {type, code, message}};
}

/** It has no id where the body stands: it adds to a call, and is none. */
function readNotice({text}: Frame): Evidence | undefined {
  const found = NOTICE.exec(text);
  const body = found && parseObject(text.slice(found[0].length).trimEnd());
  return body ? {row: 'aiproxy.notice', phase: 'detail', join: 'one', responseBody: body} : undefined;
}

function readRetry(frame: Frame): Evidence | undefined {
  const line = commonOf(frame);
  const left = line && RETRY.exec(line.text)?.[1];
  if (left === undefined) return undefined;
  return {row: 'aiproxy.retry', phase: 'retry', ...line?.common, retry: {again: true, remaining: Number(left)}};
}

function readCut(frame: Frame): Evidence | undefined {
  const line = commonOf(frame);
  const words = line && CUT.exec(line.text)?.[1];
  if (words === undefined) return undefined;
  return {row: 'aiproxy.cut', phase: 'response', ...line?.common, stream: {broken: true}, error: {message: words}};
}
