import {defineDialect} from '../define.ts';
import {errorRows} from './errors.ts';
import {exchangeRows} from './exchanges.ts';

export default defineDialect({
  id: 'anthropic-java',
  title: 'The Java SDK, its exceptions and its log; the log of OkHttp',
  origin:
    'anthropics/anthropic-sdk-java com/anthropic/errors, core/http/LoggingHttpClient.kt; square/okhttp HttpLoggingInterceptor.kt 4.12; run at 2.8.1 and 3.13.0',
  keywords: [
    'com.anthropic.',
    '--> POST http',
    '<-- END ',
    '<-- HTTP FAILED',
    '<-- !! ',
    '<-- 1',
    '<-- 2',
    '<-- 3',
    '<-- 4',
    '<-- 5',
  ],
  rows: [...exchangeRows, ...errorRows],
});
