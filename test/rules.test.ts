import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test} from 'node:test';
import {inspect} from 'node:util';
import fc from 'fast-check';
import {maskKey, stripBearer} from '../src/redact/methods.ts';
import {createRedactor} from '../src/redact/redactor.ts';
import {fake} from '../src/redact/rules/canary.ts';
import {RULES} from '../src/redact/rules/index.ts';
import {createScrubber} from '../src/redact/scrub.ts';
import {FIELDS} from '../src/spec/fields.ts';
import type {CallFields} from '../src/spec/types.ts';

const HELPERS = new Set(['index.ts', 'canary.ts', 'shapes.ts']);
const WINDOW = 12;
const all = createScrubber(RULES);
const bare = (text: string) => text.replace(/[«»]/g, '');

test('every rule file is in the index and named after its rule', () => {
  const files = readdirSync(new URL('../src/redact/rules/', import.meta.url)).filter((name) => !HELPERS.has(name));
  assert.deepEqual(files.sort(), RULES.map((rule) => `${rule.id}.ts`).sort());
});

for (const rule of RULES) {
  test(`rule ${rule.id}`, () => {
    assert.ok(rule.catches().length >= 3 && rule.spares().length >= 2);
    const alone = createScrubber([rule]);
    for (const example of rule.catches()) {
      const secrets = Array.from(example.matchAll(/«([^»]+)»/g), (hit) => hit[1]!);
      assert.ok(secrets.length > 0, `marks nothing: ${example}`);
      for (const scrubber of [alone, all]) {
        const out = scrubber.scrub(bare(example));
        for (const secret of secrets) assert.ok(!leaks(out, secret), `${example}\n→ ${out}`);
        assert.equal(scrubber.scrub(out), out);
      }
      assert.ok(alone.scrub(bare(example)).includes(`[REDACTED:${rule.id}]`));
      if (rule.gate) assert.match(bare(example), rule.gate, 'the gate must hit whenever the pattern does');
    }
    for (const [text, why] of rule.spares()) assert.equal(all.scrub(text), text, why);
  });
}

const SPARED = [
  'req_011CSHoEeqs5C35K2UUqR7Fy',
  'req_bdrk_01Ab2Cd3Ef4Gh5Ij6Kl7Mn8Op',
  'req_vrtx_011CPx3yAbCdEfGhIjKlMnOp',
  'msg_01XFDUDYJgAACzvnptvVoYEL',
  'toolu_01A09q90qw90lq917835lq9',
  '550e8400-e29b-41d4-a716-446655440000',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
  'claude-sonnet-4-20250514, claude-3-5-haiku-latest, anthropic.claude-opus-4-1-20250805-v1:0',
  'sk-ant-a****************W6sD and [REDACTED:bearer] and sk-ant-...',
  'order_20240101_user5_call3',
  '/usr/local/lib/python3.11/site-packages/anthropic/_base_client.py, C:\\Users\\new\\token\\file.txt',
  'max_tokens=1024 input_tokens: 12, "output_tokens": 34, token count',
  'secretary',
  'org 7f3c1e2a-9b8d-4c6e-a5f0-1b2c3d4e5f60 and org_01AbCdEfGhIjKlMnOpQrStUv',
  'traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  '{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"},"request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}',
];

test('ids, hashes, model names, paths and masked keys pass unchanged', () => {
  for (const text of SPARED) {
    assert.equal(all.scrub(text), text);
    const nested = JSON.stringify({line: JSON.stringify({text})});
    assert.equal(all.scrub(nested), nested);
    assert.equal(all.suspicious(text), false);
  }
});

test('scrubbing twice changes nothing more, whatever stands side by side', () => {
  const pieces = [
    ...RULES.flatMap((rule) => [...rule.catches().map(bare), ...rule.spares().map(([text]) => text)]),
    ...SPARED,
  ];
  const glue = fc.constantFrom('', ' ', '\n', '\\n', '"', '=', ': ', ',', '%3D', '\\u003d', '&', '@', '\u200b');
  const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({maxLength: 12}));
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, glue), {minLength: 1, maxLength: 5}), (parts) => {
      const once = all.scrub(parts.flat().join(''));
      assert.equal(all.scrub(once), once);
      assert.ok(!once.includes('[REDACTED:error]'));
    }),
    {numRuns: 3000},
  );
});

const KINDS: Readonly<Record<string, string>> = {
  'anthropic api': fake('sk-ant-api03-', 95, 'key'),
  'anthropic admin': fake('sk-ant-admin01-', 95, 'key'),
  'anthropic oauth': fake('sk-ant-oat01-', 95, 'key'),
  'anthropic refresh': fake('sk-ant-ort01-', 95, 'key'),
  'anthropic session': fake('sk-ant-sid01-', 86, 'key'),
  openrouter: fake('sk-or-v1-', 64, 'hex'),
  'openai project': fake('sk-proj-', 156, 'key'),
  'openai service': fake('sk-svcacct-', 120, 'key'),
  'one-api': fake('sk-', 48),
  'relay service': fake('cr_', 64, 'hex'),
  groq: fake('gsk_', 52),
  xai: fake('xai-', 80),
  google: fake('AIza', 35, 'key'),
  'google oauth': fake('ya29.a0', 150, 'key'),
  'hugging face': fake('hf_', 34, 'letters'),
  perplexity: fake('pplx-', 48),
  'aws key id': fake('AKIA', 16, 'base32'),
  'aws session id': fake('ASIA', 16, 'base32'),
  bedrock: fake('ABSK', 128, 'base64'),
  'azure openai': `${fake('5', 51)}${fake('JQQJ99', 26)}`,
  'azure client': `aB3${fake('8Q~', 34, 'key')}`,
  jwt: `${btoa('{"alg":"HS256","typ":"JWT"}')}.${btoa('{"sub":"1234567890","name":"x"}').replace(/=/g, '')}.${fake('', 43, 'key')}`,
  github: fake('ghp_', 36),
};

const half = (key: string) => Math.floor(key.length / 2);
const split = (key: string, by: string) => key.slice(0, half(key)) + by + key.slice(half(key));
const unicode = (key: string, form: (hex: string) => string) =>
  form(key.charCodeAt(0).toString(16).padStart(4, '0')) + key.slice(1);
const percent = (text: string) =>
  text.replace(/[^a-z]/gi, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
const base64 = (text: string) => Buffer.from(text).toString('base64');

const CARRIERS: Readonly<Record<string, (key: string) => string>> = {
  'plain text': (key) => `Incorrect API key provided: ${key}. Check it.`,
  'JSON in JSON': (key) => JSON.stringify({log: JSON.stringify({headers: {'x-api-key': key}, n: 1})}),
  'JSON four deep': (key) => [1, 2, 3].reduce((text) => JSON.stringify({m: text}), JSON.stringify({a: `\n${key}`})),
  'Python repr': (key) => `{'x-api-key': '${key}', 'anthropic-version': '2023-06-01'}`,
  'bytes tuple': (key) => `headers=[(b'x-api-key', b'${key}'), (b'accept', b'*/*')]`,
  'Headers()': (key) => `Headers({'authorization': 'Bearer ${key}', 'host': 'h'})`,
  'util.inspect': (key) => inspect({headers: {'x-api-key': key, raw: ['authorization', `Bearer ${key}`]}}),
  'Go map': (key) => `map[Accept:[*/*] X-Api-Key:[${key}]]`,
  pydantic: (key) => `ValidationError: api_key\n  field required [input_value='${key}', input_type=str]`,
  'URL-encoded': (key) => `body=api_key%3D${percent(key)}%26model%3Dx`,
  'URL-encoded twice': (key) => percent(`a=${percent(`q=${key}&b=1`)}`),
  'base64 header': (key) => `Authorization: Basic ${base64(`user:${key}`)}`,
  'base64 JSON': (key) => `payload ${base64(JSON.stringify({h: {'x-api-key': key}}))} end`,
  'base64url glued': (key) => `/v1/x_${Buffer.from(`{"k":"${key}"}`).toString('base64url')}`,
  'base64 UTF-16': (key) => Buffer.from(`key: ${key}`, 'utf16le').toString('base64'),
  'line break escape before': (key) => `{"m":"first line\\n${key}\\n"}`,
  'tab escape before': (key) => `a\\t${key}\\tb`,
  'unicode escape before': (key) => `{"url":"h?x\\u003d${key}\\u0026y\\u003d1"}`,
  'word before': (key) => `my_${key}, token${key}`,
  'first letter escaped': (key) => `{"k":"${unicode(key, (hex) => `\\u${hex}`)}"}`,
  'first letter in hex': (key) => `b'${unicode(key, (hex) => `\\x${hex.slice(2)}`)}'`,
  'all letters escaped': (key) => Array.from(key, (c) => `\\u00${c.charCodeAt(0).toString(16)}`).join(''),
  'HTML entity': (key) => `<td>${unicode(key, (hex) => `&#x${hex};`)}</td> &quot;${key}&quot;`,
  'ANSI inside': (key) => `key ${split(key, '\u001b[31m')}\u001b[0m done`,
  'ANSI inside JSON': (key) => JSON.stringify({m: split(key, '\u001b[1;31m')}),
  'zero width inside': (key) => `key ${split(key, '\u200b')} done`,
  'soft hyphen near the start': (key) => `${key.slice(0, 2)}\u00ad${key.slice(2)}`,
  'wrapped line': (key) => `error with ${split(key, '\n        ')}\nat x`,
  'wrapped line in JSON': (key) => JSON.stringify({m: `error with ${split(key, '\n    ')}\nat x`}),
  logfmt: (key) => `level=info api_key=${key} status=401`,
  'curl -v': (key) => `> POST /v1/messages HTTP/2\n> x-api-key: ${key}\n> anthropic-version: 2023-06-01\n`,
  'query string': (key) => `GET /v1/models?key=${key}&alt=sse HTTP/1.1`,
  'basic-auth URL': (key) => `proxy http://user:${key}@proxy:3128/`,
  cookie: (key) => `Cookie: a=b; sessionKey=${key}; c=d`,
  'object key': (key) => JSON.stringify({[key]: {rpm: 5}}),
  'upper-case header name': (key) => `X-API-KEY:${key}`,
  'OTel attribute': (key) => `{"key":"http.request.header.authorization","value":{"stringValue":"Bearer ${key}"}}`,
  'cut to 60 %': (key) => `key=${key.slice(0, Math.ceil(key.length * 0.6))}`,
  'cut to 60 % after a word': (key) => `{"message":"bad token ${key.slice(0, Math.ceil(key.length * 0.6))}`,
};

test('no key survives any carrier', (t) => {
  const leaked: string[] = [];
  let count = 0;
  for (const [kind, key] of Object.entries(KINDS)) {
    for (const [name, carry] of Object.entries(CARRIERS)) {
      // The mark that tells an Azure OpenAI key stands behind its first 52 characters.
      if (kind === 'azure openai' && name.startsWith('cut')) continue;
      count++;
      const out = all.scrub(carry(key));
      if (leaks(out, key) || readings(out).some((reading) => leaks(reading, key)))
        leaked.push(`${kind}, ${name}: ${out}`);
      assert.equal(all.scrub(out), out);
      if (name.startsWith('JSON')) assert.doesNotThrow(() => JSON.parse(out), `${kind}, ${name}: ${out}`);
    }
  }
  t.diagnostic(`${count} carriers, ${leaked.length} leaks`);
  assert.deepEqual(leaked, []);
});

test('lines without secrets pass unchanged', (t) => {
  const changed: string[] = [];
  for (const line of noise(20_000, 20_240_601)) if (all.scrub(line) !== line) changed.push(line);
  t.diagnostic(`${changed.length} of 20000 lines changed`);
  assert.ok(changed.length <= 20, changed.slice(0, 5).join('\n'));
});

test('a megabyte of anything is judged quickly', () => {
  const units = [
    'a',
    '\\',
    '%25',
    'sk-',
    'eyJ',
    'eyJa.',
    '://a:',
    'A@',
    '\n',
    '\\n',
    'api_key',
    'api_key:"',
    '-----BEGIN PRIVATE KEY-----',
    ' \n',
    '[1',
    '"',
    '&#',
    'cookie=a=b;',
    'Bearer ',
    'QUJD',
    '\u001b[',
    '\u200b',
    'aaaaaaaaaaaaaaaaaaaaaaaaa ',
    'a1\n',
    '%41',
    'ABC=',
    'token="',
  ];
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const start = performance.now();
    all.scrub(text);
    const spent = performance.now() - start;
    assert.ok(spent < 4000, `${JSON.stringify(unit)}: ${Math.round(spent)} ms`);
  }
});

test('an error inside a rule redacts the whole text', () => {
  const broken = {
    ...RULES[0]!,
    get pattern(): RegExp {
      throw new Error('broken');
    },
  };
  assert.equal(createScrubber([broken]).scrub('text'), '[REDACTED:error]');
  assert.equal(createScrubber([broken]).suspicious('text'), true);
});

test('maskKey shows twelve characters of a long key, four of a short one, and keeps masked forms', () => {
  const key = fake('sk-ant-api03-', 95, 'key');
  const stars = '*'.repeat(16);
  assert.equal(maskKey(key), `sk-ant-a${stars}${key.slice(-4)}`);
  assert.equal(maskKey(`Bearer ${key}`), `sk-ant-a${stars}${key.slice(-4)}`);
  assert.equal(maskKey(key.slice(0, 31)), `sk-a${stars}`);
  for (const masked of [`sk-ant-a${stars}W6sD`, `sk-a${stars}`]) assert.equal(maskKey(masked), masked);
  for (const none of [
    '',
    '***',
    '██████',
    '[secure]',
    '[REDACTED:bearer]',
    'sk-ant-...',
    'sk-ant-*****-W6sD',
    'sk-svcac***pIIA',
    'null',
    'sk-1',
  ])
    assert.equal(maskKey(none), undefined, none);
  assert.equal(stripBearer('bearer  abc'), 'abc');
});

/** Whether twelve characters in a row of a secret (all of a shorter one) stand in the text. */
function leaks(text: string, secret: string): boolean {
  const size = Math.min(WINDOW, secret.length);
  for (let at = 0; at + size <= secret.length; at++) if (text.includes(secret.slice(at, at + size))) return true;
  return false;
}

/** What a reader could make of a text; shares no code with the scrubber. */
function readings(text: string): readonly string[] {
  const out: string[] = [];
  let current = text;
  for (let round = 0; round < 5; round++) {
    current = current
      .replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\+x([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const visible = current.replace(/\u001b\[[\d;]*m|[\u200b\u00ad\0]/g, '');
    out.push(current, visible, visible.replace(/(?:\n|\\n)\s*/g, ''));
    for (const run of visible.match(/[\w+/-]{16,}/g) ?? [])
      for (let shift = 0; shift < 4; shift++)
        out.push(Buffer.from(run.slice(shift), 'base64').toString('latin1').replaceAll('\0', ''));
  }
  return out;
}

/** Log lines as they come, from a seeded generator: ids, hashes, paths, prose, access logs, nested JSON. */
function* noise(count: number, seed: number): Generator<string> {
  let state = seed;
  const below = (limit: number) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  const from = (alphabet: string, length: number) =>
    Array.from({length}, () => alphabet[below(alphabet.length)]).join('');
  const hex = (length: number) => from('0123456789abcdef', length);
  const word = () => WORDS[below(WORDS.length)]!;
  const uuid = () => [8, 4, 4, 4, 12].map(hex).join('-');
  const id = () => `req_011C${from(BASE62, 20)}`;
  const prose = () => Array.from({length: 4 + below(12)}, word).join(' ');
  const makers = [
    () => `${uuid()} ${prose()} ${id()}`,
    () => `sha256:${hex(64)} etag="${hex(32)}" git ${hex(40)}`,
    () =>
      `10.0.${below(256)}.${below(256)} - - [01/Jun/2025:10:00:00 +0000] "POST /v1/messages?beta=true&id=${uuid()} HTTP/1.1" ${200 + below(330)} ${below(90000)} "-" "Anthropic/Python 0.${below(90)}.0"`,
    () =>
      `File "/srv/${word()}/${word()}_${word()}.py", line ${below(900)}, in ${word()}\n    ${word()}(${word()}=${below(99)})`,
    () =>
      JSON.stringify({
        id: `msg_01${from(BASE62, 22)}`,
        usage: {input_tokens: below(9999), max_tokens: 1024},
        text: prose(),
      }),
    () =>
      JSON.stringify({
        log: `${JSON.stringify({trace_id: hex(32), span_id: hex(16), msg: prose(), path: `C:\\${word()}\\${word()}`})}\n`,
      }),
    () =>
      `level=info op_${below(9)}=${word()} trace=${uuid()} tokens=${below(9999)} cache_key=${hex(40)} digest=${from(BASE62, 43)}=`,
    () =>
      `task-${hex(32)} disk-${hex(20)} ${word()}-${word()}-${uuid()} order_2024${below(9999)}_${word()}${below(99)}_call${below(9)}`,
    () => `\u001b[3${below(8)}m${prose()}\u001b[0m ${from(`${BASE62}+/`, 44)} integrity`,
  ];
  for (let line = 0; line < count; line++) yield makers[line % makers.length]!();
}

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const WORDS =
  'the request token tokens failed authorization password secret key keys api model claude invalid header missing authentication session cookie retry error: timeout, connection closed by upstream server limit reached for organization risk task desk ask admin service proxy user secretary credentials expired, refresh access rate'.split(
    ' ',
  );

test('what a cut makes of the last word is looked at again', () => {
  const {redact} = createRedactor({userId: 'hash'});
  const once = (message: string): string => String(redact({error_message: message} as CallFields).error_message);
  const max = FIELDS.error_message.maxLength;
  for (const tail of ['contact sales@anthropic.com', 'see logo@2x.png', 'java.lang.Object@5e91993f.json']) {
    for (let room = 1; room < tail.length; room++) {
      const short = once(`${'w '.repeat(max).slice(0, max - room)}${tail} and more words`);
      assert.ok(short.length <= max);
      assert.equal(once(short), short);
    }
  }
});
