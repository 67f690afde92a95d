import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';
import {UNMASKED} from './shapes.ts';

const PROSE = String.raw`(?!(?:auth\w{0,20}|credentials?|challenges?|required|security|scheme|tokens?\b)|[a-z_]{1,24}=[\w"\\])`;

/** Whatever follows the word, whoever made it; the words that follow it in prose and in challenges stay. */
export const bearer: RedactionRule = {
  id: 'bearer',
  title: 'Bearer tokens of any form',
  catches: () => [
    `Authorization: Bearer ${marked('', 40)}`,
    `"Bearer ${marked('opaque.', 20, 'key')}"`,
    `authorization=bearer%20${marked('', 16)}`,
    `Bearer ${marked('', 16, 'letters')}`,
  ],
  spares: () => [
    ['Bearer authentication is required', 'prose'],
    ['Bearer token missing', 'prose'],
    ['not the bearer connection trace=112083d7', 'prose and the next field'],
    ['WWW-Authenticate: Bearer error_description="expired"', 'a challenge'],
    ['Bearer [REDACTED:jwt]', 'done already'],
    ['Bearer ***', 'starred by whoever logged it'],
  ],
  pattern: new RegExp(
    String.raw`bearer(?:[ \t+:]|%20|\\t){1,4}${UNMASKED}${PROSE}(?<secret>(?=[a-z._~+/-]{0,64}[0-9])[\w.~+/=%-]{8,}|[\w.~+/=%-]{16,})`,
    'i',
  ),
};
