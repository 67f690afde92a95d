import type {Evidence, Failure} from '../../calls/evidence.ts';
import {isClaudeBody} from '../../calls/find-body.ts';
import type {Frame} from '../../framing/frame.ts';
import {isObject, own, text as textOf} from '../../util/json.ts';
import {readRuby} from '../../util/literals/index.ts';
import {defineDialect} from '../define.ts';
import {speaksOfClaude} from '../proof.ts';
import {isClaudeUrl} from '../urls.ts';

/** The hash that is the message, before Ruby 3.4 and since. */
const HASH = /\{(?::url=>|url: )"/;
const CLASS = /\bAnthropic::(?:\w+::)*(\w*Error)\b/;
const NO_ANSWER = /(?:^|[\s:(])(Connection error\.|Request timed out\.)/;
/** Where the gem lies: its version, and the runtime by a version manager's folder or by the ABI. */
const GEM = /\/gems\/anthropic-(\d+\.\d+[\w.]{0,20})\//;
const RUNTIME = /\/(?:versions|rubies)\/(?:ruby-)?(\d\.\d{1,2}\.\d{1,2})\/|\/ruby\/(?:gems\/)?(\d\.\d{1,2})\.0\//;
/** What the interpreter puts before the message of an error that nobody caught. */
const IN_FRAME = /^\S{1,300}:\d{1,7}:in [`'][^'\n]{1,200}': /;
/** A frame of the stack in the SDK. */
const IN_SDK = /\/anthropic(?:-[\w.]{1,30})?\/(?:lib\/anthropic\/)?internal\/(?:transport|util|stream)/;
/** What the network does becomes a connection error; what is left is an answer that could not be read. */
const UNREADABLE = /^([^\n]+)\n?['"]? \(((?:[A-Z]\w{0,60}::){0,4}\w{0,60}Pars\w{1,20})\)/m;

export default defineDialect({
  id: 'anthropic-ruby',
  title: 'The Ruby SDK: what its errors print',
  origin: 'anthropics/anthropic-sdk-ruby lib/anthropic/errors.rb at 1.65.0; run at 1.65.0 with Ruby 3.1.2',
  keywords: ['Anthropic::', ':status=>', 'anthropic-', 'Connection error.', 'Request timed out', '/v1/messages'],
  rows: [
    {
      id: 'rb.err',
      title: 'A status error, or an error event inside a stream',
      marks: ['{:url=>"', '{url: "'],
      read: readStatusError,
      enriched: true,
    },
    {
      id: 'rb.net',
      title: 'No answer, or a stream that broke off',
      marks: ['Connection error.', 'Request timed out.'],
      read: readNoAnswer,
      enriched: true,
    },
    {
      id: 'rb.stack',
      title: 'An answer that the SDK could not read',
      marks: ['internal/util.rb', 'internal/transport/', 'internal/stream.rb'],
      read: readStack,
      enriched: true,
    },
  ],
});

function readStatusError(frame: Frame): Evidence | undefined {
  const start = HASH.exec(frame.text);
  const reading = start && readRuby(frame.text, start.index);
  if (!reading || !isObject(reading.value)) return undefined;
  const url = textOf(own(reading.value, 'url'));
  const status = own(reading.value, 'status');
  const body = own(reading.value, 'body');
  const claude = isObject(body) && isClaudeBody(body);
  if (url === undefined || typeof status !== 'number' || !(claude || isClaudeUrl(url))) return undefined;
  return {
    row: 'rb.err',
    phase: 'end',
    url,
    status,
    error: {name: CLASS.exec(frame.text)?.[1]},
    ...(isObject(body) && {responseBody: body}),
    ...(typeof body === 'string' && {errorText: body}),
    // The SDK raises for a good status only when an event of the stream says so.
    ...(status < 400 && {stream: {broken: true}}),
    ...stackOf(frame),
  };
}

/** A connection that breaks while a stream is read is the same error: nothing tells the two apart. */
function readNoAnswer(frame: Frame): Evidence | undefined {
  const name = CLASS.exec(frame.text)?.[1];
  if (name === undefined && frame.context.language !== 'ruby') return undefined;
  const message = NO_ANSWER.exec(frame.text)?.[1];
  if (message === undefined) return undefined;
  const failure: Failure = message.startsWith('Request') ? 'timeout' : 'connection_error';
  const proven = speaksOfClaude(frame);
  return {
    row: 'rb.net',
    phase: 'end',
    failure,
    error: {message},
    ...stackOf(frame),
    ...(!proven && {joinsOnly: true}),
  };
}

/** A parser quotes what it could not read: that is the answer, so the words before the quote are all that is kept. */
function readStack(frame: Frame): Evidence | undefined {
  if (!IN_SDK.test(frame.text) || CLASS.test(frame.text)) return undefined;
  const found = UNREADABLE.exec(frame.text.slice(0, 4096));
  if (!found) return undefined;
  const message = (found[1] as string)
    .split(/ at '| token '|: '/, 1)[0]
    ?.replace(IN_FRAME, '')
    .trim();
  return {row: 'rb.stack', phase: 'end', error: {name: found[2], message}, ...stackOf(frame)};
}

function stackOf({text}: Frame): Partial<Evidence> {
  const version = GEM.exec(text)?.[1];
  const found = version === undefined ? null : RUNTIME.exec(text);
  const ruby = found?.[1] ?? found?.[2];
  if (version === undefined) return {};
  return {
    sdk: {
      version: `anthropic-sdk-ruby==${version}`,
      ...(ruby !== undefined && {runtime: `Ruby ${ruby}`}),
    },
  };
}
