/** Writes what derives from the sources; with --check it writes nothing and fails when something would change. */
import {readFileSync, writeFileSync} from 'node:fs';
import {cliPage} from './pages/cli.ts';
import {corpusPage} from './pages/corpus.ts';
import {dialectsPage} from './pages/dialects.ts';
import {errorTypesPage} from './pages/error-types.ts';
import {fieldsPage} from './pages/fields.ts';
import {redactionPage} from './pages/redaction.ts';
import {schemaText} from './schema.ts';
import {validatorText} from './validator.ts';

const ROOT = new URL('..', import.meta.url);
const schema = schemaText();

const FILES: Readonly<Record<string, string>> = {
  'schema/call-record.schema.json': schema,
  'schema/validate.js': await validatorText(schema),
  'docs/fields.md': fieldsPage(),
  'docs/dialects.md': dialectsPage(),
  'docs/error-types.md': errorTypesPage(),
  'docs/redaction.md': redactionPage(),
  'docs/cli.md': cliPage(),
  'corpus/RESULTS.md': corpusPage(),
};

const check = process.argv.includes('--check');
let changed = 0;
for (const [path, text] of Object.entries(FILES)) {
  if (read(path) === text) continue;
  changed++;
  if (check) process.stderr.write(`${path} is not what its source says: run npm run generate\n`);
  else writeFileSync(new URL(path, ROOT), text);
}
process.stdout.write(`${Object.keys(FILES).length} generated files, ${changed} ${check ? 'out of date' : 'written'}\n`);
process.exitCode = check && changed > 0 ? 1 : 0;

function read(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, ROOT), 'utf8');
  } catch {
    return undefined;
  }
}
