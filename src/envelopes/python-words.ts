/** What a word in a prefix of Python's logging can be. */
type Kind = 'level' | 'thread' | 'pairs' | 'traceId' | 'file' | 'place' | 'pid' | 'logger';

/** What a prefix said, and where the message starts. */
export interface Parts {
  level?: string;
  logger?: string;
  thread?: string;
  pid?: string;
  traceId?: string;
  start: number;
}

/** Where the word stands: `apart` between delimiters, `before` the level, with a `colon` behind it. */
interface Where {
  readonly apart: boolean;
  readonly before: boolean;
  readonly colon: boolean;
}

export const LEVEL = whole(/DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL/i);
/** loguru's `module:function:line`, ANTHROPIC_LOG's `logger:line`; the group is the logger. */
export const PLACE = whole(/([A-Za-z_][\w.]{0,150}):(?:[\w<>.]{1,100}:)?\d{1,6}/);

const THREAD = whole(
  /MainThread|MainProcess|(?:Thread|Dummy|Process|SpawnProcess|ForkProcess|ForkPoolWorker|SpawnPoolWorker|Task)-[\d:-]{1,12}(?: \([\w.<>]{1,64}\))?|asyncio_\d{1,6}|[\w.-]{0,64}(?:Executor|[Pp]ool|[Ww]orker|[Tt]hread)[\w.]{0,32}[-_]\d{1,6}(?:[-_]\d{1,6})?/,
);

/** First match wins; all of them only where delimiters set the word apart. */
const APART: readonly (readonly [Kind, RegExp])[] = [
  ['pairs', whole(/[\w.]{1,64}=[^\s,=]{0,200}(?:[ ,]{1,4}[\w.]{1,64}=[^\s,=]{0,200}){0,12}/)],
  ['traceId', whole(/[\da-f]{32}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|req-[\w-]{1,64}/i)],
  // `_client.py:1025`, `client.py:send:1025`, `client.py(send:1025)`
  ['file', whole(/[\w./\\-]{1,200}\.py(?:[:(][\w<>:]{1,100}\)?)?/)],
  ['place', PLACE],
  ['pid', whole(/\d{1,8}/)],
];

/** Log ids of the TypeScript SDK, heads of messages, exceptions, hosts: they look like loggers and must stay in the text. */
const MESSAGE =
  /^(?:log_[\da-f]{6}|req(?:uest)?_?id|err(?:or)?|warn(?:ing)?|exception|traceback|status(?:_code)?|type|messages?|models?|failed|failure|tools?|system|url|https?|response|request|body|headers?|data|event)$|(?:Error|Exception|Warning|Timeout|Interrupt|Exit)$|\.(?:py|js|ts|json|txt|log|com|org|net|io|ai|dev|local|internal)$/i;
const NAME = whole(/[A-Za-z_][\w-]{0,100}(?:[./][A-Za-z_][\w-]{0,100}){0,12}/);
const KNOWN = whole(
  /root|__main__|httpx|httpcore|anthropic|openai|litellm|LiteLLM|langchain|urllib3|asyncio|uvicorn|gunicorn/,
);

/** Undefined when the word belongs to the message. */
export function kindOf(word: string, where: Where): Kind | undefined {
  if (where.before && isLevel(word, where)) return 'level';
  if (THREAD.test(word)) return 'thread';
  if (where.apart) {
    for (const [kind, pattern] of APART) if (pattern.test(word)) return kind;
  }
  return isLogger(word, where) ? 'logger' : undefined;
}

/** `Error` in running text is no level. */
function isLevel(word: string, {apart, colon}: Where): boolean {
  return LEVEL.test(word) && (apart || word === word.toUpperCase() || (colon && word === word.toLowerCase()));
}

/** With nothing but a blank between it and the message, only a known or dotted name is certain. */
function isLogger(word: string, {apart, before, colon}: Where): boolean {
  if (!NAME.test(word) || MESSAGE.test(word)) return false;
  return apart || before || colon || KNOWN.test(word) || /^[a-z_]\w*\.\w/.test(word);
}

function whole(pattern: RegExp): RegExp {
  return new RegExp(`^(?:${pattern.source})$`, pattern.flags);
}
