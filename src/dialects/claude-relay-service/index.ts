import {defineDialect} from '../define.ts';
import {accessRows} from './access.ts';
import {appRows} from './app.ts';

export default defineDialect({
  id: 'claude-relay-service',
  title: 'The relay claude-relay-service: its files and its console',
  origin:
    'Wei-Shaw/claude-relay-service 1.1.314 src/utils/logger.js, src/middleware/auth.js, src/services/relay/claudeRelayService.js',
  keywords: [
    '/v1/messages',
    'Claude API returned error status: ',
    'Claude API error response',
    'Claude API response received',
    'Upstream error response from ',
    'Overload error (529) detected',
    'Rate limit detected for account',
    'Claude stream request timeout',
  ],
  rows: [...accessRows, ...appRows],
});
