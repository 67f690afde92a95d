import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

export const perplexityKey: RedactionRule = {
  id: 'perplexity-key',
  title: 'Perplexity keys',
  catches: () => [`with ${marked('pplx-', 48)}`, `%3D${marked('pplx-', 48)}`, `token${marked('pplx-', 24)}`],
  spares: () => [
    ['pplx-70b-online', 'a model name'],
    ['pplx-...', 'dotted by whoever logged it'],
  ],
  pattern: /pplx-[a-z0-9]{16,}/i,
};
