import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

export const googleKey: RedactionRule = {
  id: 'google-key',
  title: 'Google API keys',
  catches: () => [
    `generateContent?alt=sse&k=${marked('AIza', 35, 'key')}`,
    `API key not valid: ${marked('AIza', 35, 'key')}`,
    `%3D${marked('AIza', 19)}`,
  ],
  spares: () => [
    ['AIza...', 'dotted by whoever logged it'],
    ['AIza****************abcd', 'starred by whoever logged it'],
  ],
  pattern: /AIza[\w-]{16,}/i,
};
