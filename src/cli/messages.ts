/** A mistake of the caller: one line on stderr, then this exit code. */
export class UsageError extends Error {}

export const EXIT = {ok: 0, no: 1, usage: 2, input: 3, output: 4} as const;

/** `callmill: --only: got "x", allowed are all, failures` */
export const wrongValue = (option: string, got: string, allowed: string): UsageError =>
  new UsageError(`--${option}: got ${quote(got)}, allowed ${allowed}`);

/** `callmill: app.log: no such file` */
export const unreadable = (file: string, error: unknown): string => `${printable(file)}: ${reasonOf(error)}`;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'permission denied',
  EISDIR: 'is a directory',
  EMFILE: 'too many open files',
  ENOSPC: 'no space left on device',
  EIO: 'input/output error',
  EROFS: 'read-only file system',
  Z_DATA_ERROR: 'broken gzip data',
  Z_BUF_ERROR: 'gzip data ends early',
};

const reasonOf = (error: unknown): string => {
  const code = codeOf(error);
  return code === undefined ? 'cannot be read' : reasonOfCode(code);
};

/** A system error code in words. */
export const reasonOfCode = (code: string): string => REASONS[code] ?? code;

export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Whatever the caller typed, with nothing in it that steers a terminal. */
export const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?').slice(0, 300);
const quote = (text: string): string => `"${printable(text)}"`;
