import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';
import {ASSIGN, UNMASKED} from './shapes.ts';

/** The whole list of a cookie header goes: any of its values may be the session. */
export const cookie: RedactionRule = {
  id: 'cookie',
  title: 'Values of cookie and set-cookie headers',
  catches: () => [
    `> Cookie: theme=dark; sid=${marked('', 40)}`,
    `'set-cookie': ['__cf_bm=${marked('', 60, 'key')}; path=/; HttpOnly']`,
    `(b'cookie', b'session=${marked('', 32)}')`,
    `{"name":"Cookie","value":"a=${marked('', 24)}"}`,
  ],
  spares: () => [
    ['cookie: required', 'no name=value in it'],
    ['set-cookie: ***', 'starred by whoever logged it'],
    ['Cookie: [REDACTED:cookie]', 'done already'],
  ],
  pattern: new RegExp(
    String.raw`cookies?2?${ASSIGN}${UNMASKED}(?<secret>[\w.$%-]{1,128}=[^\s;"'\\]{1,8192}(?:; ?[\w.$%-]{1,128}(?:=[^\s;"'\\]{0,8192})?){0,60})`,
    'i',
  ),
};
