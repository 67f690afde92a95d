import {SideFileError} from '../io/side-file.ts';
import {codeOf, EXIT, UsageError, unreadable} from './messages.ts';

/** The exit code of a run, whatever happens in it: one line on stderr, never a stack. */
export async function answer(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof SideFileError) {
      process.stderr.write(`callmill: ${unreadable(error.path, error.cause)}\n`);
      return EXIT.output;
    }
    // Never a message that may quote the log.
    process.stderr.write(
      `callmill: ${error instanceof UsageError ? error.message : `internal error: ${nameOf(error)}`}\n`,
    );
    return EXIT.usage;
  }
}

function nameOf(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.name : 'unknown');
}
