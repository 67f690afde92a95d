import {defineDialect} from '../define.ts';
import {readCommand} from './command.ts';
import {readExchange, readHead} from './exchange.ts';
import {readFailure} from './failure.ts';

export default defineDialect({
  id: 'curl',
  title: 'curl: the command, what -v and -i print, and its failures',
  origin: 'curl/curl src/tool_cb_dbg.c, src/tool_operate.c, lib/strerror.c; run at 7.88.1',
  keywords: ['> POST ', 'curl: (', 'curl -', 'curl http', 'anthropic-'],
  rows: [
    {id: 'curl.v', title: '-v: the request and the head of the answer', marks: ['> POST '], read: readExchange},
    {id: 'curl.i', title: '-i: the head of the answer', marks: ['HTTP/'], read: readHead},
    {id: 'curl.fail', title: 'Why there is no answer, or not all of it', marks: ['curl: ('], read: readFailure},
    {id: 'curl.command', title: 'The command', marks: ['curl '], read: readCommand},
  ],
});
