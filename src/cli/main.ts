import {answer} from './answer.ts';
import {normalize} from './commands/normalize.ts';
import {needsCommands, parseNormalize} from './parse.ts';

const COMMANDS = ['normalize', 'schema', 'fields', 'formats', 'errors', 'check', 'diff', 'completion'];

main(process.argv.slice(2));

/** process.exit would cut off what a pipe has not taken yet, so only the code is set. */
async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await answer(() => run(argv));
}

async function run(argv: readonly string[]): Promise<number> {
  if (!needsCommands(argv, COMMANDS)) return normalize(parseNormalize(argv));
  const {runCommands} = await import('./commands/index.ts');
  return runCommands(argv);
}
