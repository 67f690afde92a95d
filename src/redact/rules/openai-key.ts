import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

/** Words such as `task-` end like the prefix: a digit early on, or forty characters, tell a key from a service name. */
export const openaiKey: RedactionRule = {
  id: 'openai-key',
  title: 'OpenAI project, service-account, admin and legacy keys',
  catches: () => [
    `Incorrect API key provided: ${marked('sk-proj-', 156, 'key')}.`,
    `"key":"${marked('sk-svcacct-', 80, 'key')}"`,
    `my_${marked('sk-admin-', 120, 'key')}`,
    `legacy ${marked('sk-', 48)}, cut`,
  ],
  spares: () => [
    ['Incorrect API key provided: sk-svcac***************pIIA', 'masked by the API itself'],
    ['task-admin-dashboard', 'a service name'],
    ['task-4f3e2a1b9c8d7e6f5a4b3c2d1e0f9a8b started', 'a task id'],
  ],
  gate: /sk-[\w-]{16}/i,
  pattern:
    /(?<!(?:^|[^a-z])(?:ta|di|ri|ma|fla|de|kio|subta|helpde)|(?:^|[\s_./-])a)sk-(?:(?:proj|svcacct|admin|service|None)-(?:(?=[a-z_-]{0,40}\d)[\w-]{10,}|[\w-]{40,})|[a-z0-9]{20,})/i,
};
