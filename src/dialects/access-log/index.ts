import {defineDialect} from '../define.ts';
import {faultRows} from './faults.ts';
import {ginRows} from './gin.ts';
import {haproxyRows} from './haproxy.ts';
import {herokuRows} from './heroku.ts';
import {jsonRows} from './json.ts';
import {lineRows} from './line.ts';
import {otherRows} from './other-lines.ts';

/**
 * The access lines of proxies and servers that Claude's clients talk to. Such a line knows the status and little else:
 * no model, mostly no id, and of a failure no type.
 */
export default defineDialect({
  id: 'access-log',
  title: 'Access and error logs of proxies and servers',
  origin:
    'run: nginx 1.22, Apache 2.4, HAProxy 2.6, Caddy 2.6, uvicorn 0.54, gunicorn 27.0, hypercorn 0.18, gin 1.12; read: envoyproxy/envoy docs/root/configuration/observability/access_log, traefik/traefik pkg/middlewares/accesslog, kubernetes/ingress-nginx, NginxProxyManager/nginx-proxy-manager docker/rootfs/etc/nginx/conf.d/include/log.conf, expressjs/morgan, aio-libs/aiohttp aiohttp/web_log.py, Heroku router, AWS load balancer',
  keywords: [
    '/v1/messages',
    '/chat/completions HTTP/',
    '/v1/complete',
    '/publishers/anthropic/',
    '/model/anthropic.',
    'anthropic.claude-',
  ],
  rows: [...haproxyRows, ...lineRows, ...ginRows, ...faultRows, ...herokuRows, ...otherRows, ...jsonRows],
});
