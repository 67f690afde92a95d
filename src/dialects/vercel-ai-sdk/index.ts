import {defineDialect} from '../define.ts';
import {errorRows} from './errors.ts';

/** The SDK has no logger: what it says is in its errors. */
export default defineDialect({
  id: 'vercel-ai-sdk',
  title: 'The Vercel AI SDK: its errors, as console, pino and winston print them, with the error of each attempt',
  origin:
    'vercel/ai packages/provider/src/errors/api-call-error.ts, packages/ai/src/util/retry-error.ts; run at ai 5.0.277 and 7.0.173',
  keywords: [
    'AI_APICall',
    'AI_Retry',
    'AI_Stream',
    'attempts. Last error',
    'requestBodyValues',
    'isRetryable',
    'vercel.ai.error',
    '@ai-sdk',
    'overloaded_error',
  ],
  rows: errorRows,
});
