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
  return `${BANNER}\n\n# Redaction\n\nA record is built from the fields of the catalogue and nothing else: prompts, tool schemas and answers have no place to sit. Every field then goes by its class:\n\n${table(['class', 'what happens', 'fields'], classes)}\n\nFree text that leaves anywhere (records, rejects, lines passed through, messages) is scrubbed by these rules, also where the secret is escaped, encoded or broken by control characters:\n\n${rules}\n\nText is scrubbed before it is cut. A field that cannot be made safe is dropped.\n\n${PSEUDONYMS}`;
}

const MEANING = {
  key: 'first 8 characters, 16 stars, last 4; a short key shows its first 4',
  person:
    'replaced by `sha256:` of the id, or by `hmac-sha256:KEYID:` under the key of `--hash-key-file`; the id itself only with `--user-id keep`',
  text: 'scrubbed',
  fact: 'numbers, flags, closed vocabularies: nothing to hide',
} as const;

const PSEUDONYMS = `## Pseudonyms

A plain hash of an id that can be guessed is no secret: whoever has a list of likely ids hashes the list and compares. The run says so once on stderr when it makes such a hash. With a key it cannot be done:

    head -c 32 /dev/urandom > hash.key && chmod 600 hash.key
    callmill --hash-key-file hash.key app.log

\`user_id_hash\` is then \`hmac-sha256:KEYID:\` and the hex of HMAC-SHA-256 over \`user_id\`, a zero byte and the id. KEYID is the first 8 hex digits of the SHA-256 of the key. The hashes of bodies and headers, and \`client_ip\` with \`--client-ip hash\`, go the same way under their own names, so equal values of two fields do not show.

To change the key, give the new file first and the old one second: \`user_id_hash_previous\` then joins new records with old ones. Keep the key away from the records. With it, and also without it, a pseudonym is still personal data.
`;
