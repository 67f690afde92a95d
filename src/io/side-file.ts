import {closeSync, openSync, writeSync} from 'node:fs';
import type {Output} from './output.ts';

export interface SideFile {
  readonly write: (text: string) => void;
  readonly end: () => Promise<void>;
}

const FLUSH_CHARS = 64 * 1024;
/** stderr of a host may never be read: what waits for it is bounded, and then it is let go. */
const MAX_WAITING = 1024 * 1024;

/** A file beside the output, or stderr. Throws when the file cannot be opened. Readable by its owner only. */
export function createSideFile(target: string | Output): SideFile {
  return typeof target === 'string' ? ofFile(openSync(target, 'w', 0o600), target) : ofOutput(target);
}

/** A file beside the output could not be written. */
export class SideFileError extends Error {
  readonly path: string;
  constructor(path: string, cause: unknown) {
    super('cannot be written', {cause});
    this.path = path;
  }
}

function write(fd: number, path: string, text: string): void {
  try {
    writeSync(fd, text);
  } catch (cause) {
    throw new SideFileError(path, cause);
  }
}

function ofFile(fd: number, path: string): SideFile {
  let waiting = '';
  const flush = (): void => {
    const text = waiting;
    waiting = '';
    if (text !== '') write(fd, path, text);
  };
  return {
    write(text) {
      waiting += text;
      if (waiting.length > FLUSH_CHARS) flush();
    },
    async end() {
      flush();
      closeSync(fd);
    },
  };
}

function ofOutput(output: Output): SideFile {
  let waiting = '';
  let writing: Promise<unknown> = Promise.resolve();
  const flush = (): void => {
    const text = waiting;
    waiting = '';
    writing = writing.then(() => output.write(text));
  };
  return {
    write(text) {
      if (waiting.length < MAX_WAITING) waiting += text;
      if (waiting.length > FLUSH_CHARS) flush();
    },
    async end() {
      flush();
      await writing;
    },
  };
}
