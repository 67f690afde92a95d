import {defineDialect} from '../define.ts';
import {errorRows} from './errors.ts';
import {entryRows} from './log-entries.ts';

export default defineDialect({
  id: 'vertex',
  title: "Claude on Google Cloud: the cloud's own errors and its audit and access logs",
  origin:
    'googleapis/googleapis google/rpc/code.proto and google/cloud/audit/audit_log.proto, googleapis/python-api-core exceptions.py, googleapis/python-genai errors.py; run: anthropic 2.13.0 and @anthropic-ai/vertex-sdk 1.1.3 against a mock',
  keywords: [
    'RESOURCE_EXHAUSTED',
    'PERMISSION_DENIED',
    'UNAUTHENTICATED',
    'INVALID_ARGUMENT',
    'FAILED_PRECONDITION',
    'DEADLINE_EXCEEDED',
    'NOT_FOUND',
    'UNAVAILABLE',
    'publishers/anthropic',
    'base model: anthropic',
  ],
  rows: [...errorRows, ...entryRows],
});
