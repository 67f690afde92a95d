import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

export const groqKey: RedactionRule = {
  id: 'groq-key',
  title: 'Groq keys',
  catches: () => [`GROQ ${marked('gsk_', 52)}`, `\\t${marked('gsk_', 52)}`, `my_${marked('gsk_', 28)} (cut)`],
  spares: () => [
    ['gsk_...', 'dotted by whoever logged it'],
    ['gsk_client_retry_count=3', 'a variable name'],
  ],
  pattern: /gsk_[a-z0-9]{16,}/i,
};
