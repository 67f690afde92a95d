import {OPTIONS, type OptionSpec} from '../../src/cli/options.ts';
import {BANNER, code, table} from './markdown.ts';

const COMMANDS: readonly (readonly [string, string])[] = [
  ['callmill [normalize] [FILE…|-]', 'logs in, one record per call out; NDJSON and nothing else on stdout'],
  ['callmill schema', 'the JSON Schema of the record'],
  ['callmill fields [--json]', 'the fields of the record'],
  ['callmill formats [--json]', 'the dialects and envelopes that are known'],
  ['callmill errors [--json] [TYPE]', 'the error types, or what becomes of one that somebody prints'],
  ['callmill check --schema FILE…', 'check records against the schema'],
  ['callmill diff [FILE…] [--json]', 'a dry run: what redaction takes out of the lines, by rule, with masked values'],
  ['callmill completion', 'a completion script for bash or zsh'],
];

/** docs/cli.md: commands, flags and exit codes. */
export function cliPage(): string {
  const specs: Record<string, OptionSpec> = OPTIONS;
  const flags = Object.entries(specs).map(([name, spec]) => [
    code(`--${name}`),
    spec.describe,
    allowed(spec),
    spec.default === undefined ? '' : code(String(spec.default)),
  ]);
  return `${BANNER}\n\n# Command line\n\n${table(
    ['command', 'what'],
    COMMANDS.map(([name, what]) => [code(name), what]),
  )}\n\n## Flags of normalize\n\n${table(['flag', 'what', 'allowed', 'default'], flags)}\n\n## Exit codes\n\n${table(
    ['code', 'when'],
    [
      ['0', 'fine; also when nothing matched, with rejects, and when the reader went away'],
      ['1', 'a check said no'],
      ['2', 'usage'],
      ['3', 'some inputs could not be read, the rest is done'],
      ['4', 'the output could not be written'],
    ],
  )}\n`;
}

const allowed = ({choices, allowed: words}: OptionSpec): string => choices?.map(code).join(', ') ?? words ?? '';
