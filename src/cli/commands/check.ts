import {createReadStream} from 'node:fs';
import {pipeline} from 'node:stream/promises';
import split2 from 'split2';
import validate from '../../../schema/validate.js';
import {EXIT, printable, unreadable} from '../messages.ts';

/** Records are bounded by their fields; a longer line is none. */
const MAX_LINE = 1024 * 1024;
const MAX_SHOWN = 20;

/** `callmill check --schema FILE…`: 0 when every line is a valid record, 1 when not, 3 when a file cannot be read. */
export async function check(files: readonly string[]): Promise<number> {
  let wrong = 0;
  let lines = 0;
  let failed = false;
  for (const file of files) {
    let number = 0;
    try {
      const input = file === '-' ? process.stdin : createReadStream(file);
      await pipeline(input, split2({maxLength: MAX_LINE}), async (source: AsyncIterable<string>) => {
        for await (const line of source) {
          number++;
          const problem = problemOf(line);
          if (problem !== undefined && ++wrong <= MAX_SHOWN)
            process.stderr.write(`${printable(file)}:${number}: ${problem}\n`);
        }
      });
    } catch (error) {
      failed = true;
      process.stderr.write(`callmill: ${unreadable(file, error)}\n`);
    }
    lines += number;
  }
  process.stdout.write(`${lines - wrong} of ${lines} lines are valid records\n`);
  return failed ? EXIT.input : wrong > 0 ? EXIT.no : EXIT.ok;
}

/** Where and what, never the value: it may be what should not be there. */
function problemOf(line: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  if (validate(value)) return undefined;
  const [first] = validate.errors ?? [];
  return `${first?.instancePath || 'record'} ${first?.message ?? 'is not valid'}`;
}
