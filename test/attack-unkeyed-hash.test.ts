/** What an attacker who has the records and a list of likely ids finds: everything without a key, nothing with one. */
import assert from 'node:assert/strict';
import {createHash, createHmac} from 'node:crypto';
import {test} from 'node:test';
import {createPseudonyms} from '../src/redact/pseudonym.ts';
import {callmill, scratch} from './support-cli.ts';

const KEY = 'k3y-for-tests-only-0123456789-abcdef';
const OLD_KEY = 'the-key-before-0123456789-abcdefghij';
const VICTIMS = [7, 1024, 31_337, 99_999];
const CANDIDATES = 100_000;

const line = (id: string) =>
  `{"timestamp":"2026-03-02T09:00:00Z","model":"claude-sonnet-4-5","http_status_code":429,"error_type":"rate_limit_error","error_message":"Slow down","user_id":${id},"client_ip":"203.0.113.77"}\n`;
const log = VICTIMS.map((id) => line(`"${id}"`)).join('');
const hashesOf = (stdout: string, field: string): string[] =>
  stdout
    .trim()
    .split('\n')
    .map((record) => JSON.parse(record)[field]);

/** Every id up to the last candidate, under every key that somebody would try without knowing it. */
function attack(hashes: readonly string[]): number[] {
  const wanted = new Set(hashes.map((hash) => hash.slice(-64)));
  const found: number[] = [];
  for (let id = 0; id < CANDIDATES; id++) {
    const tries = [
      createHash('sha256').update(String(id)).digest('hex'),
      createHmac('sha256', '').update(`user_id\0${id}`).digest('hex'),
      createHash('sha256').update(`user_id\0${id}`).digest('hex'),
    ];
    if (tries.some((hash) => wanted.has(hash))) found.push(id);
  }
  return found;
}

test('a dictionary of small ids opens every plain hash, and the run says so once', () => {
  const {stdout, stderr} = callmill([], log);
  assert.deepEqual(attack(hashesOf(stdout, 'user_id_hash')), VICTIMS);
  assert.equal(stderr.match(/--hash-key-file/g)?.length, 1);
});

test('the same dictionary opens no keyed hash, and nothing is said', () => {
  using dir = scratch();
  const {stdout, stderr} = callmill(['--hash-key-file', dir.write('key', `${KEY}\n`), '--client-ip', 'hash'], log);
  const hashes = hashesOf(stdout, 'user_id_hash');
  assert.deepEqual(attack(hashes), []);
  assert.equal(stderr, '');
  assert.ok(!stdout.includes(KEY));
  const mac = (text: string) => createHmac('sha256', KEY).update(text).digest('hex');
  const kid = createHash('sha256').update(KEY).digest('hex').slice(0, 8);
  assert.deepEqual(
    hashes,
    VICTIMS.map((id) => `hmac-sha256:${kid}:${mac(`user_id\0${id}`)}`),
  );
  assert.equal(hashesOf(stdout, 'client_ip')[0], `hmac-sha256:${kid}:${mac('client_ip\x00203.0.113.77')}`);
});

test('while keys rotate, the pseudonym of the key before joins new records with old ones', () => {
  using dir = scratch();
  const [key, old] = [dir.write('key', KEY), dir.write('old', OLD_KEY)];
  const before = callmill(['--hash-key-file', old], log).stdout;
  const during = callmill(['--hash-key-file', key, '--hash-key-file', old], log).stdout;
  assert.deepEqual(hashesOf(during, 'user_id_hash_previous'), hashesOf(before, 'user_id_hash'));
  assert.notDeepEqual(hashesOf(during, 'user_id_hash'), hashesOf(before, 'user_id_hash'));
  // A second run over records changes nothing.
  assert.equal(callmill(['--hash-key-file', key, '--hash-key-file', old], during).stdout, during);
});

test('equal values of two fields have unequal pseudonyms, and short keys are refused', () => {
  const {of} = createPseudonyms([Buffer.from(KEY)]);
  assert.notEqual(of('user_id', 'x'), of('client_ip', 'x'));
  assert.throws(() => createPseudonyms([Buffer.alloc(31)]), RangeError);
  assert.throws(() => createPseudonyms([1, 2, 3].map(() => Buffer.alloc(32))), RangeError);
});

test('RFC 4231, test case 6: a key longer than a block', () => {
  const key = Buffer.alloc(131, 0xaa);
  const mac = createHmac('sha256', key).update('Test Using Larger Than Block-Size Key - Hash Key First').digest('hex');
  assert.equal(mac, '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54');
  assert.ok(createPseudonyms([key]).of('f', 'v').endsWith(createHmac('sha256', key).update('f\0v').digest('hex')));
});

test('--client-ip truncate keeps the network and drops what is no address', () => {
  const cases = {
    '203.0.113.77': '203.0.113.0',
    '203.0.113.77:5123': '203.0.113.0',
    '::ffff:203.0.113.77': '203.0.113.0',
    '2001:db8:12:34::1': '2001:db8:12::',
    '[2001:db8:12:34:5:6:7:8]:443': '2001:db8:12::',
    '::1': '::',
    'jane-laptop.example': undefined,
    'a:b': undefined,
    '1::2::3': undefined,
  };
  const lines = Object.keys(cases).map((ip) => line('"u-1"').replace('203.0.113.77', ip));
  const {stdout} = callmill(['--client-ip', 'truncate'], lines.join(''));
  assert.deepEqual(hashesOf(stdout, 'client_ip'), Object.values(cases));
});
