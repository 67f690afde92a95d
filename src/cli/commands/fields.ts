import {FIELD_NAMES, FIELDS} from '../../spec/fields.ts';
import {EXIT} from '../messages.ts';

/** `callmill fields [--json]`: the field catalogue. */
export function fields(json: boolean): number {
  process.stdout.write(json ? `${JSON.stringify(FIELDS, null, 2)}\n` : table());
  return EXIT.ok;
}

function table(): string {
  const rows = FIELD_NAMES.map((name) => [name, FIELDS[name].tier, FIELDS[name].type, FIELDS[name].summary] as const);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
