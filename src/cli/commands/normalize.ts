import {dialects} from '../../dialects/index.ts';
import {accountText} from '../../engine/index.ts';
import {createTextFilter, type FilterOptions} from '../../io/filter.ts';
import {createOutput, type Output} from '../../io/output.ts';
import {isTerminal, readInputs} from '../../io/read.ts';
import {createSideFile} from '../../io/side-file.ts';
import {zoneOf} from '../../util/time.ts';
import {hashKeysOf} from '../hash-keys.ts';
import {EXIT, reasonOfCode, UsageError, unreadable, wrongValue} from '../messages.ts';
import {durationMs, OPTIONS, type OptionName, type OptionSpec} from '../options.ts';
import type {Parsed} from '../parse.ts';
import {createExplainer} from './explainer.ts';

const SHORT_HELP = `usage: callmill [FILE…|-]     logs in, one NDJSON record per call out

  callmill app.log            a file; .gz by content; several in order
  tail -F app.log | callmill  a live pipe
  callmill --help             everything else
`;

const UNKEYED =
  'callmill: pseudonyms are plain hashes: ids that can be guessed can be found back; --hash-key-file FILE prevents it\n';

/** `callmill [normalize] [FILE…|-]`. Answers the exit code. Throws UsageError. */
export async function normalize({options, files}: Parsed): Promise<number> {
  if (files.length === 0 && isTerminal()) {
    process.stderr.write(SHORT_HELP);
    return EXIT.usage;
  }
  const output = createOutput(() => process.stdout);
  const err = createOutput(() => process.stderr);
  const left = sideFile(options.passthrough, err);
  const rejects = sideFile(options.rejects, undefined);
  const explainer = options.explain === true ? createExplainer((text) => filter.scrub(text)) : undefined;
  const filter = createTextFilter({
    ...filterOptions({options, files}),
    onLeft: left && ((text) => left.write(`${text}\n`)),
    onReject:
      rejects &&
      ((line, reason, excerpt) =>
        rejects.write(rejectLine({...line, ...(line.file && {file: filter.scrub(line.file)})}, reason, excerpt))),
    explain: explainer?.note,
    onUnkeyedHash: () => err.write(UNKEYED),
  });
  let failed = 0;
  const code = await readInputs(files, {
    filter,
    joinTimeoutMs: durationMs(string(options['join-timeout']) ?? OPTIONS['join-timeout'].default),
    emit: async (text) => {
      if (explainer) await err.write(explainer.take());
      return output.write(text);
    },
    onUnreadable: (file, error) => {
      failed++;
      process.stderr.write(`callmill: ${unreadable(filter.scrub(file), error)}\n`);
    },
  });
  await Promise.all([left?.end(), rejects?.end()]);
  if (options.summary !== undefined) await err.write(summaryOf(filter.account, options.summary === 'json'));
  if (code === 'output') return outputFailed(output);
  return failed > 0 ? EXIT.input : EXIT.ok;
}

function outputFailed(output: Output): number {
  // The reader has all it wanted: that is success, as with `head`.
  if (output.error === 'EPIPE') return EXIT.ok;
  process.stderr.write(`callmill: stdout: ${reasonOfCode(output.error ?? 'cannot be written')}\n`);
  return EXIT.output;
}

function filterOptions({options}: Parsed): FilterOptions {
  check(options);
  const tz = string(options.tz);
  return {
    now: Date.now,
    zone: zone(tz ?? 'local'),
    zoneAssumed: tz === undefined,
    only: options.only === 'failures' ? 'failures' : 'all',
    userId: userId(options['user-id']),
    clientIp: options['client-ip'] as FilterOptions['clientIp'],
    hashKeys: hashKeysOf(list(options['hash-key-file'])),
    keepHeaders: list(options['keep-header']),
    correlateWindow: durationMs(string(options['correlate-window']) ?? OPTIONS['correlate-window'].default),
    maxLineBytes: Number(options['max-line-bytes'] ?? OPTIONS['max-line-bytes'].default),
    formats: formats(list(options.format)),
  };
}

/** Every given value against its own entry in the table. */
function check(options: Parsed['options']): void {
  for (const [name, given] of Object.entries(options)) {
    const spec: OptionSpec = OPTIONS[name as OptionName];
    for (const value of list(given)) {
      if (spec.choices && !spec.choices.includes(value))
        throw wrongValue(name, value, `are ${spec.choices.join(', ')}`);
      if (spec.accepts && !spec.accepts(value)) throw wrongValue(name, value, `is ${spec.allowed}`);
    }
  }
}

function zone(name: string) {
  const found = zoneOf(name);
  if (found === undefined) throw wrongValue('tz', name, `is ${OPTIONS.tz.allowed}`);
  return found;
}

function formats(ids: readonly string[]): readonly string[] | undefined {
  const known = dialects.map(({id}) => id);
  for (const id of ids)
    if (!known.includes(id)) throw wrongValue('format', id, 'are those that `callmill formats` lists');
  return ids.length > 0 ? ids : undefined;
}

const userId = (given: unknown): 'hash' | 'keep' | 'drop' => (given === 'keep' || given === 'drop' ? given : 'hash');
const string = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined);
const list = (given: unknown): string[] => (Array.isArray(given) ? given : typeof given === 'string' ? [given] : []);

function sideFile(path: unknown, err: Output | undefined) {
  if (typeof path !== 'string') return undefined;
  try {
    return createSideFile(path === 'stderr' && err ? err : path);
  } catch (error) {
    throw new UsageError(unreadable(path, error));
  }
}

function rejectLine(
  line: {readonly file?: string | undefined; readonly number: number},
  reason: string,
  excerpt: string,
): string {
  return `${JSON.stringify({reason, ...(line.file !== undefined && {file: line.file}), line: line.number, excerpt})}\n`;
}

const summaryOf = (account: Parameters<typeof accountText>[0], json: boolean): string =>
  json ? `${JSON.stringify(account)}\n` : accountText(account);
