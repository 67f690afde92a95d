import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

export const awsBedrockKey: RedactionRule = {
  id: 'aws-bedrock-key',
  title: 'Amazon Bedrock API keys, long-term and short-term',
  catches: () => [
    `AWS_BEARER_TOKEN_BEDROCK ${marked('ABSK', 128, 'base64')}`,
    `\\n${marked('bedrock-api-key-', 200, 'base64')}`,
    `cut ${marked('ABSK', 40, 'base64')}`,
  ],
  spares: () => [
    ['bedrock-api-key-...', 'dotted by whoever logged it'],
    ['anthropic.claude-sonnet-4-20250514-v1:0', 'a Bedrock model name'],
    ['req_bdrk_01Ab2Cd3Ef4Gh5Ij6Kl7Mn8Op', 'a request id'],
  ],
  pattern: /ABSK[\w+/-]{20,}={0,2}|bedrock-api-key-[\w+/.-]{10,}={0,2}/i,
};
