#!/usr/bin/env node
import {keepHeapSmall} from '../io/heap.ts';
import {SideFileError} from '../io/side-file.ts';
import {normalize} from './commands/normalize.ts';
import {codeOf, EXIT, UsageError, unreadable} from './messages.ts';
import {needsCommands, parseNormalize} from './parse.ts';

const COMMANDS = ['normalize', 'schema', 'fields', 'formats', 'errors', 'check', 'completion'];

keepHeapSmall();
/** process.exit would cut off what a pipe has not taken yet, so only the code is set. */
process.exitCode = await run(process.argv.slice(2));

async function run(argv: readonly string[]): Promise<number> {
  try {
    if (!needsCommands(argv, COMMANDS)) return await normalize(parseNormalize(argv));
    const {runCommands} = await import('./commands/index.ts');
    return await runCommands(argv);
  } catch (error) {
    if (error instanceof SideFileError) {
      process.stderr.write(`callmill: ${unreadable(error.path, error.cause)}\n`);
      return EXIT.output;
    }
    // Never a stack, never a message that may quote the log.
    process.stderr.write(
      `callmill: ${error instanceof UsageError ? error.message : `internal error: ${nameOf(error)}`}\n`,
    );
    return EXIT.usage;
  }
}

function nameOf(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.name : 'unknown');
}
