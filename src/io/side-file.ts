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
  return typeof target === 'string' ? ofFile(openSync(target, 'w', 0o600)) : ofOutput(target);
}

function ofFile(fd: number): SideFile {
  let waiting = '';
  const flush = (): void => {
    if (waiting !== '') writeSync(fd, waiting);
    waiting = '';
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
