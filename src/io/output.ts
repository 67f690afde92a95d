import type {Writable} from 'node:stream';

export interface Output {
  /** Writes and waits while the reader is behind; false once nothing can be written any more. */
  readonly write: (text: string) => Promise<boolean> | boolean;
  /** Why not: EPIPE, ENOSPC, … */
  readonly error: string | undefined;
}

/** A stream with back-pressure and without surprises: a lost reader is a value, not an exception. */
export function createOutput(open: () => Writable): Output {
  let opened: Writable | undefined;
  let error: string | undefined;
  let release: (() => void) | undefined;
  /** With the first text only: making process.stdout takes 3 ms. */
  const toOpen = (): Writable => {
    opened = open();
    return opened.on('error', (cause: NodeJS.ErrnoException) => {
      error ??= cause.code ?? 'cannot be written';
      release?.();
    });
  };
  return {
    write(text) {
      if (error !== undefined) return false;
      if (text === '') return true;
      const stream = opened ?? toOpen();
      if (stream.write(text)) return true;
      return new Promise((resolve) => {
        release = () => resolve(error === undefined);
        stream.once('drain', release);
      });
    },
    get error() {
      return error;
    },
  };
}
