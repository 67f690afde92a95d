import yargs, {type Argv} from 'yargs';
import {answer} from '../answer.ts';
import {EXIT, UsageError} from '../messages.ts';
import {OPTIONS, type OptionSpec, type RawOptions} from '../options.ts';
import {check} from './check.ts';
import {diff} from './diff.ts';
import {errors} from './errors.ts';
import {fields} from './fields.ts';
import {formats} from './formats.ts';
import {normalize} from './normalize.ts';
import {schema} from './schema.ts';

const WIDTH = 100;
/** yargs loses a lone dash among positionals (yargs-parser#381): it travels under another name. */
const DASH = '\u0001dash';

/** Help, version and every command but the default one. Answers the exit code. It is built apart, with its own classes of errors. */
export const runCommands = (argv: readonly string[]): Promise<number> => answer(() => parse(argv));

async function parse(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  const done = (result: number): void => {
    code = result;
  };
  await build(
    argv.map((arg) => (arg === '-' ? DASH : arg)),
    done,
  ).parseAsync();
  return code;
}

function build(argv: readonly string[], done: (code: number) => void): Argv {
  return yargs([...argv])
    .scriptName('callmill')
    .locale('en')
    .parserConfiguration({
      'populate--': true,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-positional-numbers': false,
      'greedy-arrays': false,
    })
    .command(
      ['normalize [files..]', '$0'],
      'logs in, one canonical, redacted NDJSON record per call out',
      (command) =>
        withOptions(command).positional('files', {
          describe: 'log files in order; - or nothing: standard input',
          type: 'string',
          array: true,
        }),
      async (args) => done(await normalize({options: optionsOf(args), files: filesOf(args)})),
    )
    .command('schema', 'print the JSON Schema of the record', {}, () => done(schema()))
    .command('fields', 'print the fields of the record', {json: {type: 'boolean', describe: 'as JSON'}}, (args) =>
      done(fields(args.json === true)),
    )
    .command(
      'formats',
      'print the dialects and envelopes that are known',
      {json: {type: 'boolean', describe: 'as JSON'}},
      (args) => done(formats(args.json === true)),
    )
    .command(
      'errors [type]',
      'print the error types, or what becomes of one that somebody prints',
      (command) =>
        command
          .positional('type', {describe: 'a type, a code or a class as it is printed', type: 'string'})
          .option('json', {type: 'boolean', describe: 'as JSON'}),
      (args) => done(errors(args.type, args.json === true)),
    )
    .command(
      'check <files..>',
      'check records against the schema',
      (command) =>
        command
          .positional('files', {describe: 'NDJSON files; - for standard input', type: 'string', array: true})
          .option('schema', {type: 'boolean', describe: 'every line must be a valid record', demandOption: true}),
      async (args) => done(await check(filesOf(args))),
    )
    .command(
      'diff [files..]',
      'a dry run: what redaction takes out of the lines, by rule',
      (command) =>
        command
          .positional('files', {describe: 'log files; - or nothing: standard input', type: 'string', array: true})
          .option('json', {type: 'boolean', describe: 'as NDJSON'}),
      async (args) => done(await diff(filesOf(args), args.json === true)),
    )
    .completion('completion', 'print a completion script for bash or zsh')
    .strict()
    .exitProcess(false)
    .wrap(WIDTH)
    .epilogue('Exit codes: 0 fine, 1 a check said no, 2 usage, 3 some inputs unreadable, 4 output not writable.')
    .fail((message, error) => {
      throw error instanceof UsageError ? error : new UsageError(message ?? 'internal error');
    });
}

function withOptions(command: Argv): Argv {
  const specs: Record<string, OptionSpec> = OPTIONS;
  return command.options(
    Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [
        name,
        {
          type: spec.type === 'boolean' ? ('boolean' as const) : ('string' as const),
          ...(spec.type === 'list' && {array: true}),
          describe: spec.describe,
          ...(spec.choices && {choices: spec.choices}),
          requiresArg: spec.type !== 'boolean',
        },
      ]),
    ),
  );
}

const optionsOf = (args: Readonly<Record<string, unknown>>): RawOptions =>
  Object.fromEntries(Object.keys(OPTIONS).flatMap((name) => (args[name] === undefined ? [] : [[name, args[name]]])));

function filesOf(args: Readonly<Record<string, unknown>>): string[] {
  const named = Array.isArray(args['files']) ? args['files'] : [];
  const after = Array.isArray(args['--']) ? args['--'] : [];
  return [...named, ...after].map((file) => (file === DASH ? '-' : String(file)));
}
