import {defineDialect} from '../define.ts';
import {dumpRows} from './dumps.ts';
import {errorRows} from './errors.ts';

export default defineDialect({
  id: 'anthropic-go',
  title: 'The Go SDK, its errors, its debug log and its dumps',
  origin:
    'anthropics/anthropic-sdk-go internal/apierror/apierror.go, internal/requestconfig/requestconfig.go, option/requestoption.go; run at 1.12.0 and 1.84.0',
  keywords: [
    'Request-ID: ',
    '/v1/messages',
    'received error while streaming',
    'error parsing response json',
    'unexpected EOF',
    'context deadline exceeded',
    'Request Content:',
    'Response Content:',
    // The first line of a dumped answer; access logs have a quote before the status.
    'HTTP/1.1 2',
    'HTTP/1.1 4',
    'HTTP/1.1 5',
    'HTTP/2.0 2',
    'HTTP/2.0 4',
    'HTTP/2.0 5',
  ],
  rows: [...dumpRows, ...errorRows],
});
