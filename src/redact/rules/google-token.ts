import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

export const googleToken: RedactionRule = {
  id: 'google-token',
  title: 'Google OAuth access and refresh tokens, Vertex express keys',
  catches: () => [
    `Bearer ${marked('ya29.', 180, 'key')}`,
    `\\n${marked('ya29.', 60, 'key')}`,
    `refresh ${marked('1//0', 60, 'key')}`,
    `express ${marked('AQ.Ab8', 50, 'key')}`,
  ],
  spares: () => [
    ['ya29.c...', 'dotted by whoever logged it'],
    ['http://host1//0/index', 'a path with a double slash'],
  ],
  pattern: /ya29\.[\w.-]{10,}|1\/\/0[\w-]{24,}|AQ\.Ab8[\w-]{20,}/i,
};
