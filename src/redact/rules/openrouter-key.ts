import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

export const openrouterKey: RedactionRule = {
  id: 'openrouter-key',
  title: 'OpenRouter keys',
  catches: () => [
    `Authorization: Bearer ${marked('sk-or-v1-', 64, 'hex')}`,
    `key%3D${marked('sk-or-v1-', 64, 'hex')}%26x`,
    `cut ${marked('sk-or-v1-', 12, 'hex')}`,
  ],
  spares: () => [
    ['a risk-or-reward question', 'prose'],
    ['sk-or-v1-...', 'dotted by whoever logged it'],
  ],
  pattern: /sk-or-v\d-[\w-]{6,}/i,
};
