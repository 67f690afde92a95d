const LOWEST = 100;
const HIGHEST = 599;

/**
 * Text patterns that state an HTTP status, most certain first; group 1 is the status. All are anchored on words, so that
 * ports, line numbers and log levels are never read as one.
 */
const PATTERNS: readonly RegExp[] = [
  /\bError code: (\d{3})\b/,
  /\b(?:http[_ ]?)?status[_ ]?code['"]?\s?[:=]\s?['"]?(\d{3})\b/i,
  /\b(?:with |failed with |error )?status(?: code)?:? (\d{3})\b/i,
  /\bHTTP(?:\/[\d.]+)?(?: error)?:? (\d{3})\b/i,
  /\b(?:Client|Server) error '(\d{3}) /,
  /^(?:[\w.]*(?:Error|Exception): )?(\d{3}) (?:[{<]|status code \(no body\))/,
  /(?:Error|Exception|API error|failed):? ?\(?(\d{3})(?:\)?:? ?[{<]| status code \(no body\)| [A-Z][a-z]+(?: [A-Z][a-z]+)*\))/,
  /: (\d{3}) (?:\{["']|<html|status code \(no body\))/,
];

/** A status from a structured value: a number or its digits, 100 to 599; anything else is undefined. */
export function statusOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{3}$/.test(value.trim()) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  return number >= LOWEST && number <= HIGHEST ? number : undefined;
}

/** A status that a text states in words; undefined when it states none. */
export function statusInText(text: string): number | undefined {
  for (const pattern of PATTERNS) {
    const status = statusOf(pattern.exec(text)?.[1]);
    if (status !== undefined) return status;
  }
  return undefined;
}
