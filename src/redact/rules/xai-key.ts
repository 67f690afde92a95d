import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

export const xaiKey: RedactionRule = {
  id: 'xai-key',
  title: 'xAI keys',
  catches: () => [`using ${marked('xai-', 80)}`, `\\u003d${marked('xai-', 80)}`, `token${marked('xai-', 45)}`],
  spares: () => [
    ['model xai-grok-4-fast-reasoning', 'a model name'],
    ['xai-...', 'dotted by whoever logged it'],
  ],
  pattern: /xai-[a-z0-9]{16,}/i,
};
