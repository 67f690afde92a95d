import {RULES} from '../../src/redact/rules/index.ts';
import {FIELD_NAMES, FIELDS} from '../../src/spec/fields.ts';
import {BANNER, code, table} from './markdown.ts';

/** docs/redaction.md: what never leaves, and how it is kept from leaving. */
export function redactionPage(): string {
  const classes = (['key', 'person', 'text', 'fact'] as const).map((privacy) => [
    code(privacy),
    MEANING[privacy],
    FIELD_NAMES.filter((name) => FIELDS[name].privacy === privacy)
      .map(code)
      .join(', '),
  ]);
  const rules = table(
    ['rule', 'what'],
    RULES.map(({id, title}) => [code(`[REDACTED:${id}]`), title]),
  );
  return `${BANNER}\n\n# Redaction\n\nA record is built from the fields of the catalogue and nothing else: prompts, tool schemas and answers have no place to sit. Every field then goes by its class:\n\n${table(['class', 'what happens', 'fields'], classes)}\n\nFree text that leaves anywhere (records, rejects, lines passed through, messages) is scrubbed by these rules, also where the secret is escaped, encoded or broken by control characters:\n\n${rules}\n\nText is scrubbed before it is cut. A field that cannot be made safe is dropped.\n`;
}

const MEANING = {
  key: 'first 8 characters, 16 stars, last 4; a short key shows its first 4',
  person: 'replaced by `sha256:` of the id; the id itself only with `--user-id keep`',
  text: 'scrubbed',
  fact: 'numbers, flags, closed vocabularies: nothing to hide',
} as const;
