import {defineDialect} from '../define.ts';
import {axiosRow} from './axios.ts';
import {undiciRow} from './undici.ts';
import {wordRows} from './words.ts';

/** The API called by hand. */
export default defineDialect({
  id: 'js-http',
  title: 'HTTP clients of JavaScript that call the API themselves: axios, fetch (undici), got, ky, ofetch',
  origin:
    'axios/axios lib/core/AxiosError.js, nodejs/undici lib/core/diagnostics.js; run: axios 1.21.1, fetch of Node.js 20.20.2, got 16.1.0, ky 2.1.0, ofetch 1.5.1',
  // The rows of sentences want a word of Claude or its path in the same sentence.
  keywords: [
    'AxiosError',
    'isAxiosError',
    'xsrfCookieName',
    'claude',
    'Claude',
    'anthropic',
    'Anthropic',
    '/v1/messages',
  ],
  rows: [axiosRow, undiciRow, ...wordRows],
});
