import type {RedactionRule} from '../rule.ts';
import {fake} from './canary.ts';

/** The header is bounded to stay linear; behind a longer one (it is public) only payload and signature go. */
export const jwt: RedactionRule = {
  id: 'jwt',
  title: 'JSON Web Tokens',
  catches: () => [
    `token «${fake('eyJ', 33, 'key')}.${fake('eyJ', 90, 'key')}.${fake('', 43, 'key')}» expired`,
    `\\n«${fake('eyJ', 33, 'key')}.${fake('eyJ', 60, 'key')}»`,
    `${fake('eyJ', 400, 'key')}«.${fake('eyJ', 60, 'key')}.${fake('', 86, 'key')}»`,
  ],
  spares: () => [
    ['cursor eyJpZCI6NDIsIm9mZnNldCI6MTB9', 'a paging cursor: JSON in base64, no signature'],
    ['file.eyJ', 'too short'],
  ],
  pattern: /(?:eyJ[\w-]{8,200})?\.eyJ[\w-]{6,}(?:\.[\w-]+){0,4}/i,
};
