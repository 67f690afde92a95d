import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

/** By prefix, not by length: cut keys and kinds that do not exist yet are caught too. */
export const anthropicKey: RedactionRule = {
  id: 'anthropic-key',
  title: 'Anthropic keys and tokens of any kind: API, admin, OAuth access and refresh, session',
  catches: () => [
    `invalid x-api-key: ${marked('sk-ant-api03-', 95, 'key')}`,
    `{"accessToken":"${marked('sk-ant-oat01-', 95, 'key')}","refreshToken":"${marked('sk-ant-ort01-', 95, 'key')}"}`,
    `cookie sessionKey=${marked('sk-ant-sid01-', 86, 'key')}; Path=/`,
    `\\n${marked('sk-ant-admin01-', 95, 'key')}`,
    `token${marked('SK-ANT-API03-', 40, 'hex')}`,
    `kind not seen yet: ${marked('sk-ant-xyz9-', 20)}`,
    `cut: ${marked('sk-ant-api03-', 6)}`,
  ],
  spares: () => [
    ['sk-ant-a****************W6sD', 'our own masked form'],
    ['sk-ant-...', 'dotted by whoever logged it'],
    ['sk-ant-*****-W6sD', 'starred by whoever logged it'],
    ['keys start with sk-ant-api03-', 'the prefix alone names the kind, not a key'],
  ],
  pattern: /sk-ant-(?:[a-z]{1,16}\d{0,4}-[\w-]{6,}|[\w-]{12,})/i,
};
