import type {Failure} from '../calls/evidence.ts';

const TIMEOUT = /^Request timed out\b|^The operation timed out\b|\bETIMEDOUT\b/;
const NO_CONNECTION =
  /^Connection (?:error|closed|reset|refused)\b|^Unable to connect\b|^fetch failed\b|\bE(?:CONNRESET|CONNREFUSED|PIPE|NOTFOUND|AI_AGAIN)\b|^The socket connection was closed/;

/** The failure without a status that a client's sentence tells of: the TypeScript SDK's own, and those of its runtimes. */
export function failureOf(text: string): Failure | undefined {
  if (TIMEOUT.test(text)) return 'timeout';
  return NO_CONNECTION.test(text) ? 'connection_error' : undefined;
}
