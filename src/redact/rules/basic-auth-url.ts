import type {RedactionRule} from '../rule.ts';
import {fake, marked} from './canary.ts';

export const basicAuthUrl: RedactionRule = {
  id: 'basic-auth-url',
  title: 'User and password in a URL',
  catches: () => [
    `proxy http://«user:${fake('', 16)}»@proxy.local:3128 refused`,
    `postgres://«app:${fake('p!', 14)}»@db/app`,
    `https://«:${fake('', 24)}»@host/path`,
    `dsn https://${marked('', 32, 'hex')}@o1.ingest.example`,
  ],
  spares: () => [
    ['http://proxy.local:3128/x@y', 'a port, and an @ in the path'],
    ['http://***:***@proxy.local:3128', 'starred by whoever logged it'],
    ['http://[REDACTED:basic-auth-url]@proxy.local', 'done already'],
  ],
  pattern:
    /:\/\/(?!\[REDACTED|\*{3}|<)(?<secret>[^\s/?#@"'<>:\\]{20,256}|(?=[^@]{0,256}@)[^\s/?#@"'<>:\\]{0,128}:(?!\*{3}@)[^\s/@"'<>\\]{1,256})(?=@)/i,
};
