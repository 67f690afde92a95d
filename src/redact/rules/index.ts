import type {RedactionRule} from '../rule.ts';
import {anthropicKey} from './anthropic-key.ts';
import {awsAccessKey} from './aws-access-key.ts';
import {awsBedrockKey} from './aws-bedrock-key.ts';
import {awsSignature} from './aws-signature.ts';
import {azureSecret} from './azure-secret.ts';
import {basicAuth} from './basic-auth.ts';
import {basicAuthUrl} from './basic-auth-url.ts';
import {bearer} from './bearer.ts';
import {cookie} from './cookie.ts';
import {echoedInput} from './echoed-input.ts';
import {email} from './email.ts';
import {googleKey} from './google-key.ts';
import {googleToken} from './google-token.ts';
import {groqKey} from './groq-key.ts';
import {huggingfaceToken} from './huggingface-token.ts';
import {jwt} from './jwt.ts';
import {namedSecret} from './named-secret.ts';
import {openaiKey} from './openai-key.ts';
import {openrouterKey} from './openrouter-key.ts';
import {perplexityKey} from './perplexity-key.ts';
import {privateKey} from './private-key.ts';
import {querySecret} from './query-secret.ts';
import {relayKey} from './relay-key.ts';
import {vendorKey} from './vendor-key.ts';
import {xaiKey} from './xai-key.ts';

/** In this order: whole blocks, then what a prefix names, then what only its place gives away. The first that takes a text names it. */
export const RULES: readonly RedactionRule[] = [
  privateKey,
  anthropicKey,
  openrouterKey,
  openaiKey,
  relayKey,
  groqKey,
  xaiKey,
  googleKey,
  huggingfaceToken,
  perplexityKey,
  vendorKey,
  awsAccessKey,
  awsBedrockKey,
  awsSignature,
  googleToken,
  azureSecret,
  jwt,
  bearer,
  basicAuth,
  basicAuthUrl,
  cookie,
  querySecret,
  namedSecret,
  echoedInput,
  email,
];
