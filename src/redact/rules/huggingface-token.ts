import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

export const huggingfaceToken: RedactionRule = {
  id: 'huggingface-token',
  title: 'Hugging Face user and organisation tokens',
  catches: () => [
    `login with ${marked('hf_', 34, 'letters')}`,
    `\\n${marked('hf_', 19, 'letters')}`,
    `org ${marked('api_org_', 34, 'letters')}`,
  ],
  spares: () => [
    ['hf_hub_download("repo")', 'a function'],
    ['hf_transformers', 'a package'],
  ],
  pattern: /(?:hf_|api_org_)[a-z0-9]{17,}/i,
};
