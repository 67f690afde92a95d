import type {RedactionRule} from '../rule.ts';
import {fake} from './canary.ts';

/** With its frame; a block that was cut before its end goes up to the next quote, for nothing tells where it stops. */
export const privateKey: RedactionRule = {
  id: 'private-key',
  title: 'PEM and PGP private keys',
  catches: () => [
    `${frame('BEGIN', 'RSA')}\n«${fake('MIIE', 60, 'base64')}»\n«${fake('x', 63, 'base64')}»\n${frame('END', 'RSA')} loaded`,
    `"private_key":"${frame('BEGIN')}\\n«${fake('MIIE', 60, 'base64')}»\\n${frame('END')}\\n"`,
    `cut ${frame('BEGIN', 'OPENSSH')} «${fake('b3Bl', 60, 'base64')}»`,
  ],
  spares: () => [
    [['-----BEGIN', 'CERTIFICATE-----'].join(' '), 'certificates are public'],
    [['-----BEGIN', 'PUBLIC', 'KEY-----'].join(' '), 'public by name'],
  ],
  pattern:
    /-----BEGIN[A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,9}-----(?:[^-"]|-(?!----)){0,16384}(?:-----END[A-Z0-9 ]{0,60}-----)?/i,
};

function frame(edge: string, kind?: string): string {
  return [`-----${edge}`, ...(kind === undefined ? [] : [kind]), 'PRIVATE', 'KEY-----'].join(' ');
}
