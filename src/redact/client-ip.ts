import type {Pseudonyms} from './pseudonym.ts';

export type ClientIpPolicy = 'keep' | 'truncate' | 'hash' | 'drop';

/** What may be shown of a client's address; undefined: nothing. What has been treated before stays as it is. */
export function treatClientIp(ip: string, policy: ClientIpPolicy, pseudonyms: Pseudonyms): string | undefined {
  if (policy === 'keep' || HASHED.test(ip)) return policy === 'drop' ? undefined : ip;
  if (policy === 'hash') return pseudonyms.of('client_ip', ip.trim());
  return policy === 'truncate' ? truncate(ip.trim()) : undefined;
}

const HASHED = /^(?:sha256|hmac-sha256:[0-9a-f]+):[0-9a-f]{64}$/;
const V4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}(?::\d{1,5})?$/i;
const V6 = /^\[?([0-9a-f:]{2,39})(?:%\w{1,16})?(?:\](?::\d{1,5})?)?$/i;

/** The network only: /24 of IPv4, /48 of IPv6. What is no address is dropped, it could be anything. */
function truncate(ip: string): string | undefined {
  const v4 = V4.exec(ip)?.[1];
  if (v4 !== undefined) return `${v4}.0`;
  const v6 = V6.exec(ip)?.[1];
  return v6 === undefined ? undefined : network(v6);
}

function network(v6: string): string | undefined {
  const [head = '', tail, more] = v6.split('::');
  if (more !== undefined) return undefined;
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array.from({length: Math.max(missing, 0)}, () => '0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const kept = groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16));
  while (kept.at(-1) === '0') kept.pop();
  return kept.length === 0 ? '::' : `${kept.join(':')}::`;
}
