import type {JsonObject} from '../util/json.ts';

/**
 * What goes on from the line before, though nothing wraps it. Each shape has one first character class and is anchored.
 * A line ends at its end, or, when a collector's JSON was not parsed yet, at the escape of its line break.
 */
const CONTINUES: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^[ \t]+\S/, 'indented: stacks, printed objects, pretty JSON'],
  [/^[}\])]/, 'closes a block that the entry opened'],
  [/^Traceback \(most recent call last\)/, 'Python prints the stack below the entry'],
  [/^(?:The above exception was the direct cause|During handling of the above exception)/, 'a second Python stack'],
  [/^Caused by: /, 'a second Java stack'],
  [/^<\/?[a-zA-Z!]/, 'an HTML error page'],
  [/^For more information check: http/, 'httpx adds it below the message of a status error'],
  [/^"https?:\/\/[^\s"]{1,2048}"?(?:$|\\[nr])/, 'a URL alone in quotes: a terminal broke the sentence before it'],
  [/^" is not valid JSON/, 'V8 quotes what it could not parse, line breaks and all'],
  [/^Troubleshooting URL: /, 'LangChain adds it below the message'],
  [
    /^(?:LiteLLM: model group '|Available Model Group Fallbacks=|Debug Information:|Cooldown Deployments=)/,
    'LiteLLM adds it below the message',
  ],
  [/^[╭│╰]/, 'the box that rich draws around a stack'],
  [/^(?:Stack trace:|\[stacktrace\])(?:$|\\[nr])/, 'PHP, Laravel'],
  [/^(?:\[previous exception\] |\\?"\} ?(?:$|\\[nr]))/, 'a second exception in Laravel, and the end of both'],
  [/^#\d{1,4} /, 'a stack of PHP'],
  [/^Next [A-Za-z_][\w\\]{0,200}: /, 'a second exception of PHP'],
  [/^['"] \([A-Z][\w:]{1,100}\)(?:$|\\[nr])/, 'Ruby quotes what it could not parse, line breaks and all'],
  [/^> (?:[\w-]{1,64}: |$|\\[nr])/, 'curl: a request header'],
  [/^< (?:HTTP\/[\d.]{1,3} \d{3}(?: |$)|[\w-]{1,64}: |$|\\[nr])/, 'curl: the status and the headers of the answer'],
  [/^\* [A-Za-z ]/, 'curl: what it does'],
  [/^[{}] \[\d{1,9} bytes data\]/, 'curl: bytes sent and received'],
];
/** What those begin with, and then all of them at once: one look spares most lines the rest. */
const CONTINUES_CHARS = /^(?:[ \t}\])TDCFLA<>*#"'[SN╭│╰]|\{ \[)/;
const ANY_CONTINUES = new RegExp(CONTINUES.map(([pattern]) => pattern.source).join('|'));
/** These begin with a name; most lines leave them at their first blank. */
const RUBY_FRAME = /^[A-Za-z/.(<](?:internal:)?[^\s:]{0,300}:(?:\d{1,7}:)?in [`'][^'\n]{1,200}'(?:$|\\[nr])/;
const EXCEPTION = /^(?:[A-Za-z_]\w{0,60}[.\\]){1,12}\w{0,80}Exception(?::|$|\\[nr])/;

/** Whether a raw line can only be the rest of what stands above it. */
export const goesOnFromAbove = (text: string): boolean =>
  (CONTINUES_CHARS.test(text) && ANY_CONTINUES.test(text)) || RUBY_FRAME.test(text) || isException(text);

/** Below the line of a logger; elsewhere such a line begins an entry. Two packages at least: Python's stacks end so too. */
const JAVA_EXCEPTION = /^(?:[a-z][\w$]{0,60}\.){2,12}[A-Z][\w$]{0,100}(?:Exception|Error|Throwable)(?::|$)/;

const TRACEBACK = /^(?:╭─{1,400} )?Traceback \(most recent call last\)/;
/** A line of a stack that is not the exception's: loguru points at the frame that caught it. */
const IN_STACK = /^(?:\s|> File "|[╭│╰])/;
/** Words that begin a frame wherever they stand: its keyword may come lines later. */
export const FRAME_OPENERS: readonly string[] = ['Traceback (most recent call last)'];

/** The line above a Python stack. */
export const isTraceback = (text: string): boolean => TRACEBACK.test(text);

export const isInStack = (text: string): boolean => IN_STACK.test(text);

/** The head of an exception of .NET or Java below its message, or an entry of its own. */
export const isException = (text: string): boolean => EXCEPTION.test(text) || JAVA_EXCEPTION.test(text);

/** PHP and .NET go on below the exception's head with the body. */
const AWAITS_BODY = /(?:Exception|Error|Status Code: \w{3,40})$/;

export const awaitsBody = (above: string): boolean => AWAITS_BODY.test(above);

/** An error body of the API: no entry of a logger. */
export const isBody = (json: JsonObject): boolean => json.type === 'error' && typeof json.error === 'object';

const STATUS_LINE = /^HTTP\/[\d.]{1,3} \d{3}(?: |$|\\[nr])/;
const HEADER = /^[A-Za-z][\w-]{0,63}: /;

/** The first line of an answer's head, as `curl -i` prints it. */
export const isStatusLine = (text: string): boolean => STATUS_LINE.test(text);

/** A header; below a status line only, as names of loggers and errors look the same. */
export const isHeader = (text: string): boolean => HEADER.test(text);

const EVENT = /^(?:event|data|id): ?\S/;
const FIRST_EVENT = /^(?:event: ?|data: ?\{"type": ?")message_start\b/;
const LAST_EVENT = /^data: ?\{"type": ?"(?:message_stop|error)"/;

/** A line of server-sent events. */
export const isEvent = (text: string): boolean => EVENT.test(text);

/** A stream is one entry: it ends with its last event, and the first event of the next one may be two lines. */
export function goesOnInStream(above: readonly string[], text: string): boolean {
  if (LAST_EVENT.test(above.at(-1) ?? '')) return false;
  if (!FIRST_EVENT.test(text)) return true;
  return text.startsWith('data:') && above.length === 1 && above[0]?.startsWith('event:') === true;
}
