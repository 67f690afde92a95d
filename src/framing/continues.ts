/** What goes on from the line before, though nothing wraps it. Each shape has one first character class and is anchored. */
const CONTINUES: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^[ \t]+\S/, 'indented: stacks, printed objects, pretty JSON'],
  [/^[}\])]/, 'closes a block that the entry opened'],
  [/^Traceback \(most recent call last\)/, 'Python prints the stack below the entry'],
  [/^(?:The above exception was the direct cause|During handling of the above exception)/, 'a second Python stack'],
  [/^Caused by: /, 'a second Java stack'],
  [/^<\/?[a-z!]/i, 'an HTML error page'],
  [/^For more information check: http/, 'httpx adds it below the message of a status error'],
  [/^" is not valid JSON/, 'V8 quotes what it could not parse, line breaks and all'],
  [/^Troubleshooting URL: /, 'LangChain adds it below the message'],
];
/** Below the line of a logger; elsewhere such a line begins an entry. Two packages at least: Python's stacks end so too. */
const JAVA_EXCEPTION = /^(?:[a-z][\w$]{0,60}\.){2,12}[A-Z][\w$]{0,100}(?:Exception|Error|Throwable)(?::|$)/;
/** The characters that those begin with: one look spares most lines the rest. */
const CONTINUES_CHARS = /^[ \t}\])TDCF<"]/;

/** Whether a raw line can only be the rest of what stands above it. */
export const goesOnFromAbove = (text: string): boolean =>
  (CONTINUES_CHARS.test(text) && CONTINUES.some(([pattern]) => pattern.test(text))) || isJavaException(text);

export const isJavaException = (text: string): boolean => JAVA_EXCEPTION.test(text);
