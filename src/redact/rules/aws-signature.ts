import type {RedactionRule} from '../rule.ts';
import {marked} from './canary.ts';

export const awsSignature: RedactionRule = {
  id: 'aws-signature',
  title: 'Signature Version 4: credential, signature and session token, in headers and in signed URLs',
  catches: () => [
    `AWS4-HMAC-SHA256 Credential=${marked('AKIA', 16, 'base32')}/20250101/us-east-1/bedrock/aws4_request, SignedHeaders=host`,
    `SignedHeaders=host;x-amz-date, Signature=${marked('', 64, 'hex')}`,
    `?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=${marked('', 64, 'hex')}&x=1`,
    `&X-Amz-Security-Token=${marked('IQoJb3', 200, 'base64')}`,
  ],
  spares: () => [
    ['SignedHeaders=host;x-amz-date', 'header names'],
    ['X-Amz-Algorithm=AWS4-HMAC-SHA256', 'the name of the method'],
  ],
  pattern: /(?:x-amz-(?:signature|security-token|credential)|credential|signature)(?:=|%3d)(?<secret>[\w+/.%=~-]{8,})/i,
};
