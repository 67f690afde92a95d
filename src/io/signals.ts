import type {Readable} from 'node:stream';

export interface Stop {
  readonly signalled: () => boolean;
  /** Takes the handlers away again. */
  readonly forget: () => void;
}

/**
 * TERM and INT end the input: what was read is finished and written, and the process ends by itself. A second signal
 * finds no handler any more and ends it at once. HUP is what a closing terminal sends; a filter outlives it.
 */
export function stopOnSignal(stdin: Readable): Stop {
  let signalled = false;
  const stop = (): void => {
    signalled = true;
    forget();
    stdin.destroy();
  };
  const ignore = (): void => {};
  const forget = (): void => {
    process.off('SIGTERM', stop);
    process.off('SIGINT', stop);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', ignore);
  return {signalled: () => signalled, forget};
}
