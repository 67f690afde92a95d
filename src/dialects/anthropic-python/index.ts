import {defineDialect} from '../define.ts';
import {errorRows} from './errors.ts';
import {logRows} from './log-lines.ts';

export default defineDialect({
  id: 'anthropic-python',
  title: 'The Python SDK, its httpx and httpcore lines and its exceptions',
  origin:
    'anthropics/anthropic-sdk-python src/anthropic/_base_client.py and _exceptions.py, encode/httpx _client.py, encode/httpcore _trace.py; run at 0.28.1, 0.57.1 and 2.13.0',
  keywords: [
    'Error code: ',
    'HTTP Request: ',
    'HTTP Response: ',
    'Retrying request to ',
    'Request options: ',
    'request_id: req_',
    'receive_response_headers.complete',
    'Encountered ',
    'Connection error.',
    'Request timed out',
    'peer closed connection',
    'anthropic.',
    '.failed exception=',
  ],
  rows: [...logRows, ...errorRows],
});
