import {defineDialect} from '../define.ts';
import {errorRows} from './errors.ts';
import {entryRows} from './log-entries.ts';

export default defineDialect({
  id: 'vertex',
  title: "Claude on Google Cloud: the cloud's own errors and its audit and access logs",
  origin:
    'googleapis/googleapis google/rpc/code.proto and google/cloud/audit/audit_log.proto, googleapis/python-api-core exceptions.py, googleapis/python-genai errors.py; run: anthropic 2.13.0 and @anthropic-ai/vertex-sdk 1.1.3 against a mock',
  // Its bodies are Claude's only when they say so, in these words or in those of other dialects.
  keywords: ['publishers/anthropic', 'base model: anthropic', 'PredictionService.'],
  rows: [...errorRows, ...entryRows],
});
