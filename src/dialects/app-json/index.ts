import {defineDialect} from '../define.ts';
import {collect} from './collect.ts';
import {enrichment, evidenceOf} from './evidence.ts';
import {shortcut} from './shortcut.ts';
import {readTail} from './tail.ts';
import {readWords} from './words.ts';

/** Any structured line of an application that carries call facts under the usual names, flat or nested. */
export default defineDialect({
  id: 'app-json',
  title: 'A structured line of an application',
  origin: 'the loggers of the field guide and what applications make of them',
  keywords: [
    'http_status_code',
    'error_type',
    'errorType',
    'claude',
    'Claude',
    'anthropic',
    'Anthropic',
    '/v1/messages',
    'req_01',
  ],
  rows: [
    {
      id: 'app.json',
      title: 'call facts under the usual names',
      read: (frame) => (frame.json === undefined ? undefined : evidenceOf(collect(frame.json), frame)),
    },
    {id: 'app.tail', title: 'words and then an object', marks: ['{'], read: readTail},
    {
      id: 'app.words',
      title: "an application's own words for a failed call",
      marks: ['Claude', 'claude', 'Anthropic', 'anthropic'],
      read: (frame) => readWords(frame),
      enriched: true,
    },
  ],
  shortcut,
  enrich: (frame) => (frame.json === undefined ? undefined : enrichment(collect(frame.json), frame)),
});
