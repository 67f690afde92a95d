import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

/** Prefixes that name one vendor and nothing else; GitHub, Slack, Stripe, GitLab, npm, NVIDIA, Replicate, Together, LangSmith, SendGrid. */
export const vendorKey: RedactionRule = {
  id: 'vendor-key',
  title: 'Keys of other vendors whose prefix gives them away',
  catches: () => [
    `remote: ${marked('ghp_', 36)}`,
    `slack ${marked('xoxb-', 40, 'key')}`,
    `stripe ${marked('sk_live_', 24)}`,
    `${marked('nvapi-', 64, 'key')} rejected`,
    `trace to ${marked('lsv2_pt_', 32, 'hex')}`,
  ],
  spares: () => [
    ['npm_config_registry=https://registry.npmjs.org', 'an environment variable'],
    ['xoxb-...', 'dotted by whoever logged it'],
  ],
  pattern:
    /(?:gh[pousr]_|[sr]k_(?:live|test)_|npm_|r8_|whsec_)[a-z0-9]{17,}|(?:github_pat_|glpat-|xox[abeprs]-|nvapi-|tgp_v1_|lsv2_[ps][tk]_)[\w-]{16,}|SG\.[\w-]{16,64}\.[\w-]{16,}/i,
};
