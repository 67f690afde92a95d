import {defineDialect} from '../define.ts';
import {lineRows} from './lines.ts';
import {rowRow} from './row.ts';

export default defineDialect({
  id: 'new-api',
  title: 'The relay new-api and its forks',
  origin:
    'QuantumNous/new-api middleware/logger.go, logger/logger.go, controller/relay.go, model/log.go; Calcium-Ion/new-api run at ef8ae4d (0.6.3)',
  keywords: [
    '[GIN] ',
    ' error (channel #',
    ' to retry (remain times ',
    'relay error: ',
    '| 重试：',
    'record consume log: ',
    'record error log: ',
    'scanner error: ',
    'streaming timeout',
    ' | user ',
    'token_name',
  ],
  rows: [...lineRows, rowRow],
});
