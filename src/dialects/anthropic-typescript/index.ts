import {defineDialect} from '../define.ts';
import {errorRows} from './errors.ts';
import {logRows} from './log-lines.ts';
import {oldRows} from './old-lines.ts';
import {wordedRow} from './worded.ts';

export default defineDialect({
  id: 'anthropic-typescript',
  title: 'The TypeScript SDK: its log lines, its exceptions, and what console, pino and winston make of them',
  origin:
    'anthropics/anthropic-sdk-typescript src/client.ts, src/core/error.ts, src/internal/utils/log.ts; run at 0.36.3, 0.50.4 and 1.13.0',
  keywords: [
    '[log_',
    'Anthropic:DEBUG:',
    '] connection ',
    'status code (no body)',
    'Connection error.',
    'Request timed out',
    'Request was aborted.',
    'rror: terminated',
    'Premature close',
    'Could not parse message into JSON',
    'anthropic',
    'requestID',
    'overloaded_error',
    'req_01',
  ],
  rows: [...logRows, ...oldRows, ...errorRows, wordedRow],
});
