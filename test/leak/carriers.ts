import type {Random} from './random.ts';

/** How a key sits in a text. `named`: in the place of a secret, where also a key without any form must go. */
export interface Carrier {
  readonly name: string;
  readonly named?: true;
  readonly carry: (key: string, random: Random) => string;
}

const mid = (key: string, r: Random): number => 14 + r.below(Math.max(1, key.length - 28));
const inside = (key: string, by: string, r: Random): string => {
  const at = Math.min(mid(key, r), key.length - 2);
  return key.slice(0, at) + by + key.slice(at);
};
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const each = (text: string, form: (code: number) => string): string =>
  Array.from(text, (c) => form(c.charCodeAt(0))).join('');
const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');
const LOOKALIKE: Readonly<Record<string, string>> = {
  a: '\u0430',
  c: '\u0441',
  e: '\u0435',
  o: '\u043e',
  p: '\u0440',
  x: '\u0445',
  y: '\u0443',
  s: '\u0455',
  i: '\u0456',
  k: '\u043a',
  A: '\u0410',
  B: '\u0412',
  E: '\u0415',
  K: '\u041a',
  M: '\u041c',
  H: '\u041d',
  O: '\u041e',
  P: '\u0420',
  C: '\u0421',
  T: '\u0422',
  X: '\u0425',
  S: '\u0405',
  I: '\u0406',
};

export const CARRIERS: readonly Carrier[] = [
  {name: 'words', carry: (k) => `Incorrect key provided: ${k}. Check it.`},
  {name: 'glued to a word', carry: (k) => `my_${k}, ok`},
  {name: 'in brackets', carry: (k) => `[${k}](${k})<${k}>`},
  {name: 'header', named: true, carry: (k) => `x-api-key: ${k}`},
  {name: 'bearer', named: true, carry: (k) => `Authorization: Bearer ${k}`},
  {name: 'logfmt', named: true, carry: (k) => `level=info api_key=${k} n=1`},
  {name: 'JSON member', named: true, carry: (k) => JSON.stringify({api_key: k, n: 1})},
  {name: 'JSON in JSON', named: true, carry: (k) => JSON.stringify({m: JSON.stringify({'x-api-key': k})})},
  {
    name: 'JSON four deep',
    named: true,
    carry: (k) => [1, 2, 3].reduce((t) => JSON.stringify({m: t}), JSON.stringify({api_key: k})),
  },
  {name: 'Python dict', named: true, carry: (k) => `{'x-api-key': '${k}', 'v': 1}`},
  {name: 'bytes tuple', named: true, carry: (k) => `[(b'x-api-key', b'${k}'), (b'a', b'b')]`},
  {name: 'Ruby hash', named: true, carry: (k) => `{"x-api-key"=>"${k}", :n=>1}`},
  {name: 'PHP array', named: true, carry: (k) => `array('x-api-key' => '${k}', )`},
  {name: 'Java map', named: true, carry: (k) => `{Accept=[*/*], x-api-key=[${k}]}`},
  {name: 'Go map', named: true, carry: (k) => `map[Accept:[*/*] X-Api-Key:[${k}]]`},
  {name: 'YAML', named: true, carry: (k) => `api_key: ${k}`},
  {name: 'environment', named: true, carry: (k) => `ANTHROPIC_API_KEY=${k}`},
  {name: 'environment export', named: true, carry: (k) => `export ANTHROPIC_AUTH_TOKEN="${k}"`},
  {name: 'curl -H', named: true, carry: (k) => `curl -H 'x-api-key: ${k}' https://h.example/v1`},
  {name: 'XML', named: true, carry: (k) => `<apiKey>${k}</apiKey>`},
  {name: 'query', named: true, carry: (k) => `GET /v1/models?key=${k}&alt=sse`},
  {name: 'basic-auth URL', named: true, carry: (k) => `http://user:${k}@proxy.example:3128/`},
  {name: 'basic header', named: true, carry: (k) => `Authorization: Basic ${base64(`user:${k}`)}`},
  {name: 'cookie', named: true, carry: (k) => `Cookie: a=b; sessionKey=${k}; c=d`},
  {name: 'object key', carry: (k) => JSON.stringify({[k]: {rpm: 5}})},
  {name: 'percent', carry: (k) => `q%3D${encodeURIComponent(k)}%26m%3Dx`},
  {name: 'percent, every letter', carry: (k) => each(k, (c) => `%${hex(c, 2)}`)},
  {name: 'percent twice', carry: (k) => encodeURIComponent(encodeURIComponent(` token=${k} `))},
  {name: 'unicode escapes', carry: (k) => each(k, (c) => `\\u${hex(c, 4)}`)},
  {name: 'hex escapes', carry: (k) => each(k, (c) => `\\x${hex(c, 2)}`)},
  {name: 'octal escapes', carry: (k) => each(k, (c) => `\\${c.toString(8).padStart(3, '0')}`)},
  {name: 'entities', carry: (k) => each(k, (c) => `&#${c};`)},
  {name: 'hex entities', carry: (k) => each(k, (c) => `&#x${hex(c, 2)};`)},
  {name: 'base64 of JSON', carry: (k) => `payload ${base64(JSON.stringify({h: {'x-api-key': k}}))} end`},
  {name: 'base64url', carry: (k) => `/p/${Buffer.from(`{"k":"${k}"}`).toString('base64url')}`},
  {name: 'base64 twice', carry: (k) => base64(base64(`key is ${k} indeed`))},
  {name: 'UTF-16 in base64', carry: (k) => Buffer.from(`key: ${k}`, 'utf16le').toString('base64')},
  {name: 'colour inside', carry: (k, r) => inside(k, '\u001b[31m', r)},
  {
    name: 'zero width inside',
    carry: (k, r) => inside(k, r.pick(['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad']), r),
  },
  {name: 'fullwidth', carry: (k) => each(k, (c) => String.fromCharCode(c + 0xfee0))},
  {name: 'look-alike letters', carry: (k) => Array.from(k, (c) => LOOKALIKE[c] ?? c).join('')},
  {
    name: 'one look-alike',
    carry: (k, r) => {
      const at = r.below(k.length);
      return Array.from(k, (c, i) => (i === at || i === 0 ? (LOOKALIKE[c] ?? c) : c)).join('');
    },
  },
  {name: 'cut', carry: (k) => `token ${k.slice(0, Math.ceil(k.length * 0.7))}`},
  {name: 'upper case name', named: true, carry: (k) => `X-API-KEY:${k}`},
  {
    name: 'OpenTelemetry',
    named: true,
    carry: (k) => `{"key":"http.request.header.authorization","value":{"stringValue":"Bearer ${k}"}}`,
  },
  {name: 'pydantic', named: true, carry: (k) => `api_key field required [input_value='${k}', input_type=str]`},
];
