import {defineDialect} from '../define.ts';
import {errorRows} from './errors.ts';
import {logRows} from './log-lines.ts';
import {wireRows} from './wire.ts';

/** Applications that call the API without an SDK: what the HTTP libraries log, and what they raise. */
export default defineDialect({
  id: 'python-http',
  title: 'Plain HTTP from Python: requests, urllib3, aiohttp, httpx, http.client',
  origin:
    'psf/requests models.py, urllib3 connectionpool.py, aiohttp client_exceptions.py, encode/httpx _models.py, CPython http/client.py; run at requests 2.34.2, urllib3 2.8.0, aiohttp 3.14.5 and Python 3.11.7',
  keywords: [
    '/v1/messages',
    '/v1/complete',
    ' for url: ',
    ' for url ',
    ', message=',
    'send: b',
    'reply: ',
    'header: request-id: ',
    'ConnectionPool(host=',
    'Cannot connect to host ',
  ],
  rows: [...logRows, ...wireRows, ...errorRows],
});
