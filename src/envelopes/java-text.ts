import type {Envelope, Unwrapped} from './define.ts';
import {context, timedText} from './facts.ts';
import {traceIdIn} from './trace.ts';

const TIME = /((?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d[.,]\d{1,9}(?:Z| ?[+-]\d\d:?\d\d)?) {1,4}/y;
const LEVEL = '(?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL)';
const THREAD = String.raw`\[(?<thread>[^\]\n]{1,100})\]`;
const LOGGER = String.raw`(?<logger>[A-Za-z_][\w.$/-]{0,200}(?:\.\[[^\]\n ]{1,60}\]){0,4})`;
/** MDC values, or a trace, in brackets of their own. */
const MORE = String.raw`(?: {1,4}\[(?<more>[^\]\n]{0,300})\])?`;
const END = ' {1,40}--? ?';

/** What stands behind the time, up to the message. */
const FORMS: readonly RegExp[] = [
  new RegExp(`${THREAD} {1,4}${LEVEL} {1,4}${LOGGER}${MORE}${END}`, 'y'),
  new RegExp(`${LEVEL} {1,4}${THREAD} {1,4}${LOGGER}${MORE}${END}`, 'y'),
  new RegExp(`${LEVEL} {1,4}${LOGGER} {1,4}${THREAD}${MORE}${END}`, 'y'),
  // Spring Boot: pid, then the application's name, the thread, the trace, as far as they are set.
  new RegExp(
    String.raw`${LEVEL}${MORE} {1,8}(?<pid>\d{1,8}) --- (?<boxes>(?:\[[^\]\n]{0,100}\] ){1,3}) {0,4}${LOGGER} {0,60}: ?`,
    'y',
  ),
  // JBoss and Quarkus.
  new RegExp(
    String.raw`${LEVEL} {1,4}\[(?<logger>[a-z][\w$]*(?:\.[\w$]{1,80}){1,12})\] {1,4}\((?<thread>[^()\n]{1,100})\) `,
    'y',
  ),
];
const PYTHON_THREAD = /^(?:MainThread|ThreadPoolExecutor-|Thread-\d+ \(|Dummy-|asyncio_)/;
const JAVA_THREAD =
  /^main$|-(?:thread|exec|worker|\d{1,4}-exec)-\d|^(?:http|reactor|virtual|ForkJoinPool|scheduling|task)-/;
const TRACE = /^([\da-f]{32}|[\da-f]{16})-[\da-f]{16}$/;
const SLEUTH = /^[\w.-]{0,64},([\da-f]{16,32}),[\da-f]{16}/;

export const javaText: Envelope = {
  id: 'java-text',
  title: 'logback, log4j2, Spring Boot and JBoss, the usual patterns',
  origin:
    'qos-ch/logback docs, layouts; apache/logging-log4j2 PatternLayout; spring-projects/spring-boot logback/defaults.xml; logback 1.5.18 and log4j2 2.25.1 run',
  shape: 'text',
  opens: '0-9',
  heads: true,
  language: 'java',
  examples: [
    ['2026-11-23 08:46:35.123 [pool-2-thread-1] ERROR com.heron.Nest - call failed', 'call failed'],
    ['08:46:35.123 [main] INFO com.heron.Nest -- landed', 'landed'],
    ['2026-11-23 08:46:35,123 [main] WARN  com.heron.Nest - call failed', 'call failed'],
    ['2026-11-23 08:46:35.123 ERROR [http-nio-8080-exec-4] com.heron.Nest - call failed', 'call failed'],
    ['2026-11-23 08:46:35.123 [main] ERROR c.h.Nest [traceId=4bf9, spanId=00f0] - call failed', 'call failed'],
    [
      '2026-11-23T08:46:35.123+01:00 ERROR 412 --- [nest] [nio-8080-exec-4] o.a.c.c.C.[.[.[/].[dispatcherServlet]    : call failed',
      'call failed',
    ],
    ['2026-11-23 08:46:35.123  WARN 412 --- [           main] com.heron.Nest      : call failed', 'call failed'],
    ['2026-11-23 08:46:35,123 ERROR [com.heron.Nest] (executor-thread-1) call failed', 'call failed'],
  ],
  near: [
    ['2026-11-23 08:46:35,123 [MainThread] ERROR heron.nest - call failed', "Python's name of a thread"],
    ['2026-11-23 08:46:35,123 [nest] ERROR heron - call failed', 'neither thread nor logger is certainly of Java'],
    ['2026-11-23 08:46:35.123 [main] ERROR', 'nothing behind the level'],
    ['2026-11-23T08:46:35.123Z ERROR call failed', 'no logger'],
  ],
  unwrap: ({text}, zone) => {
    TIME.lastIndex = 0;
    const time = TIME.exec(text);
    if (!time) return undefined;
    for (const form of FORMS) {
      form.lastIndex = time[0].length;
      const parts = form.exec(text)?.groups;
      const found = parts && read(parts, text.slice(form.lastIndex), () => timedText(time[1]!, zone));
      if (found) return found;
    }
    return undefined;
  },
};

function read(
  {level, logger = '', thread, more, pid, boxes}: Record<string, string | undefined>,
  text: string,
  time: () => ReturnType<typeof timedText>,
): Unwrapped | undefined {
  const named = boxes === undefined ? {thread: thread?.trim(), trace: more} : boxesOf(boxes, more);
  const certain = pid !== undefined || logger.includes('.') || JAVA_THREAD.test(named.thread ?? '');
  if (!certain || PYTHON_THREAD.test(named.thread ?? '')) return undefined;
  const traceId = named.trace === undefined ? undefined : traceOf(named.trace);
  return {text, context: context(time(), {level: level?.toLowerCase(), logger, thread: named.thread, pid, traceId})};
}

/** `[nest] [main] [trace-span]`: the thread is the last one that is no trace. */
function boxesOf(boxes: string, more: string | undefined): {thread?: string | undefined; trace?: string | undefined} {
  const all = [...boxes.matchAll(/\[([^\]]*)\]/g)].map((found) => (found[1] as string).trim());
  const trace = all.find((box) => TRACE.test(box));
  return {thread: all.findLast((box) => box !== '' && box !== trace), trace: trace ?? more};
}

const traceOf = (box: string): string | undefined =>
  TRACE.exec(box.trim())?.[1] ?? SLEUTH.exec(box)?.[1] ?? traceIdIn(box);
