import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

/**
 * The look-behind names whole words (`task-`, `disk-`, `ocr_`) that make ids of the same shape. Glued text does not
 * defeat it: what log escapes leave before a key (`\n`, `%3D`, `\u000a`, `token`) is none of these words.
 */
export const relayKey: RedactionRule = {
  id: 'relay-key',
  title: 'Keys of relays and gateways: one-api, new-api, LiteLLM, claude-relay-service, and look-alikes',
  catches: () => [
    `无效的令牌 ${marked('sk-', 48)}`,
    `key=${marked('sk-', 16)}`,
    `virtual key ${marked('sk-a1_', 19, 'key')}`,
    `%0A${marked('sk-lf-1b', 34, 'key')}`,
    `used by ${marked('cr_', 64, 'hex')}`,
  ],
  spares: () => [
    ['disk-0123456789abcdef01234567 is full', 'a volume id'],
    ['ocr_0123456789abcdef0123456789abcdef', 'a job id'],
    ['sk-1234567890', 'too short to tell from a locale or a name'],
    ['multi-task-queue-worker', 'a service name'],
    ['retry-ask-05e2458e-ea89-ac1e-b15d-432c73efa21b', 'a job name with an id'],
  ],
  gate: /sk-[\w-]{16}|cr_[0-9a-f]{32}/i,
  pattern:
    /(?<!(?:^|[^a-z])(?:ta|di|ri|ma|fla|de|kio|subta|helpde)|(?:^|[\s_./-])a)sk-(?:[a-z0-9]{16,}|(?=[a-z_-]{0,40}\d)[\w-]{20,})|(?<!(?:^|[^a-z])o)cr_[0-9a-f]{32,}/i,
};
