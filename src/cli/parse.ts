import {parseArgs} from 'node:util';
import {UsageError} from './messages.ts';
import {OPTIONS, type OptionSpec, type RawOptions} from './options.ts';

export interface Parsed {
  readonly options: RawOptions;
  readonly files: readonly string[];
}

/**
 * The default command's arguments, by node:util: yargs costs more time to load than a short log to read, so it is left
 * to help and to the other commands. Both read the same table. Throws UsageError.
 */
export function parseNormalize(argv: readonly string[]): Parsed {
  try {
    const {values, positionals} = parseArgs({
      args: [...argv],
      options: parserOptions(),
      allowPositionals: true,
      strict: true,
    });
    return {options: values as RawOptions, files: positionals};
  } catch (error) {
    throw new UsageError(firstSentence(error));
  }
}

/** True when yargs must answer: help, version, another command. */
export function needsCommands(argv: readonly string[], commands: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const flags = end < 0 ? argv : argv.slice(0, end);
  return (
    flags.some((arg) => arg === '--help' || arg === '-h' || arg === '--version') || commands.includes(argv[0] ?? '')
  );
}

function parserOptions() {
  const specs: Record<string, OptionSpec> = OPTIONS;
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      {type: spec.type === 'boolean' ? ('boolean' as const) : ('string' as const), multiple: spec.type === 'list'},
    ]),
  );
}

/** Node appends advice about `--` that would need the reader to know its parser. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '([^']*)'/.exec(message)?.[1];
  if (unknown !== undefined) return `${unknown}: no such option; see callmill --help`;
  const missing = /^Option '([^' ]*)[^']*' argument missing/.exec(message)?.[1];
  return missing === undefined ? (message.split(/\.\s/)[0] as string) : `${missing}: needs a value`;
}
