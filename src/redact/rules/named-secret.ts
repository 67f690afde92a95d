import type {RedactionRule} from '../rule.ts';
import {fake, marked} from './canary.ts';
import {ASSIGN, UNMASKED, VALUE} from './shapes.ts';

const NAMES = [
  'api[-_. ]?key(?: provided| header)?',
  '(?:access|secret|private|signing|encryption|subscription|account|auth|session|master)[-_.]?key',
  'authorization(?: header)?',
  'pass(?:word|wd|phrase)',
  'secret',
  '(?:access|refresh|auth|id|session|security|bearer|api)[-_.]?token',
  '(?:jsession|phpsess)id',
].join('|');

/** `token` alone names many harmless things, so it must stand by itself and its value must be long. */
const TOKEN = String.raw`(?<![a-z]{2}|[_-])token(?=["'\\]{0,9}[ \t]{0,4}[:=][ \t]{0,4}(?:\\{0,8}["'])?[\w.~+/=-]{16})`;
const SCHEME = String.raw`(?:(?:bearer|basic|token|api-?key|key|digest|negotiate)(?:[ \t+]|%20){1,4})?`;
/** Numbers, literals, words of error messages, code that reads the secret from elsewhere, and the schemes left over. */
const NO_SECRET = String.raw`(?!(?:[+-]?[\d.]{1,32}|true|false|null|none|nil|undefined|nan|required|missing|invalid|incorrect|expected|header|headers|string|strings|optional|disabled|enabled|unauthorized|denied|expired|failed|cannot|should|authentication)(?![\w.~+/=-])|(?:bearer|basic|digest|negotiate|token|apikey)(?:[ \t+]|%20|["'\\]|$)|aws4-hmac|(?:os\.|process\.)?(?:environ|env\b|getenv))`;

/** A value that stands under the name of a secret, whatever it looks like. */
export const namedSecret: RedactionRule = {
  id: 'named-secret',
  title: 'Values under the name of a secret, in any notation',
  catches: () => [
    `{"x-api-key": "${marked('', 24)}"}`,
    `{'api_key': '${marked('p', 11)}', 'model': 'm'}`,
    `(b'x-api-key', b'${marked('1', 24)}')`,
    `{\\"client_secret\\":\\"${marked('', 20)}\\"}`,
    `DB_PASSWORD=${marked('pw', 10)} level=info`,
    `> X-Goog-Api-Key: ${marked('', 30)}`,
    `map[X-Api-Key:[${marked('', 20)}]]`,
    `key:"Authorization" raw_value:"${marked('', 24)}"`,
    `authorization: token ${marked('', 24)}`,
    `{ apiKey:\n    '${marked('', 64)}' }`,
    `"password":"«two words, ${fake('', 12)}»"`,
    `AccountKey=${marked('', 86, 'base64')}==;EndpointSuffix=x`,
    `{"token":"${marked('', 24)}"}`,
  ],
  spares: () => [
    ['max_tokens=1024', 'a number under a longer name'],
    ['"input_tokens": 12, "output_tokens": 100000', 'counts'],
    ['the token count: 1234567', 'a count'],
    ['secretary: Margaret', 'a longer word'],
    ['api_key: null, password: undefined', 'no value'],
    ['"x-api-key": "sk-ant-a****************W6sD"', 'our own masked form'],
    ["'authorization': '***'", 'starred by whoever logged it'],
    ['x-api-key: [REDACTED:anthropic-key]', 'done already'],
    ['allowed headers: ["x-api-key", "anthropic-version"]', 'a list of names'],
    ['api_key=os.environ["ANTHROPIC_API_KEY"]', 'code'],
    ['authentication_error: invalid x-api-key', 'an error without a value'],
    ['next_page_token=CAUQAAabcdefghijklmnop', 'a paging cursor'],
  ],
  gate: new RegExp(`(?:${NAMES}|token)${ASSIGN}`, 'i'),
  pattern: new RegExp(
    `(?:(?:${NAMES})${ASSIGN}|${TOKEN}${ASSIGN})${SCHEME}${UNMASKED}${NO_SECRET}(?<secret>${VALUE})`,
    'i',
  ),
};
