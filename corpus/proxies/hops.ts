/** Which programs stand in front of the mock, as data. The commands find them on PATH. */
export interface Ports {
  readonly mock: number;
  readonly refused: number;
  readonly proxy: number;
  readonly proxy2: number;
}

export interface HopLog {
  /** Written into the working folder; `output.log` is what the program printed. */
  readonly file: string;
  readonly name: string;
  /** What this format shows of a call, besides its time, path and status. */
  readonly shows: readonly string[];
  /** The time that stands in a line: that of its end when nothing is said. */
  readonly time?: 'start' | 'none';
  /** The server's own id stands where Claude's would: the journal does not know it. */
  readonly ownId?: true;
  /** How it tells of a failure that no status names. */
  readonly tells?: readonly ('timeout' | 'refused' | 'stream-cut')[];
}

export interface Hop {
  readonly name: string;
  readonly version: string;
  readonly command: (ports: Ports) => readonly string[];
  readonly signal?: NodeJS.Signals;
  readonly runs: readonly {
    readonly port: 'proxy' | 'proxy2';
    readonly logs: readonly HopLog[];
    readonly mode?: 'eight';
    /** Paths with a prefix of their own: one more good call each. */
    readonly prefixes?: readonly string[];
  }[];
}

const client = ['client_ip', 'client_sdk_version'];
const id = ['request_id'];

export const hops: readonly Hop[] = [
  {
    name: 'nginx',
    version: '1.22.1',
    command: () => ['nginx', '-p', '.', '-c', 'nginx.conf'],
    runs: [
      {
        port: 'proxy',
        prefixes: ['/second'],
        logs: [
          {file: 'stream.log', name: 'combined-and-errors', shows: client, tells: ['timeout', 'refused', 'stream-cut']},
          {file: 'json.log', name: 'json', shows: [...client, ...id, 'response_time_ms']},
          {file: 'upstreaminfo.log', name: 'upstreaminfo', shows: [...client, 'response_time_ms'], ownId: true},
          {file: 'timed.log', name: 'timed', shows: [...client, ...id, 'response_time_ms']},
        ],
      },
      {
        port: 'proxy',
        mode: 'eight',
        logs: [
          {
            file: 'stream.log',
            name: 'combined-and-errors-eight',
            shows: client,
            tells: ['timeout', 'refused', 'stream-cut'],
          },
        ],
      },
    ],
  },
  {
    name: 'apache',
    version: '2.4.71',
    command: () => ['apache2', '-X', '-d', '.', '-f', '/tmp/callmill-corpus/proxy/apache.conf'],
    runs: [
      {
        port: 'proxy',
        logs: [
          {file: 'stream.log', name: 'vhost-combined-and-errors', shows: client, time: 'start'},
          {file: 'common.log', name: 'common', shows: ['client_ip'], time: 'start'},
          {file: 'json.log', name: 'json', shows: [...client, ...id, 'response_time_ms'], time: 'start'},
        ],
      },
    ],
  },
  {
    name: 'haproxy',
    version: '2.6.12',
    command: () => ['haproxy', '-f', 'haproxy.cfg'],
    signal: 'SIGINT',
    runs: [
      {
        port: 'proxy',
        logs: [
          {
            file: 'output.log',
            name: 'httplog',
            shows: ['client_ip', ...id, 'response_time_ms'],
            tells: ['timeout', 'refused', 'stream-cut'],
          },
        ],
      },
      {
        port: 'proxy2',
        logs: [
          {file: 'output.log', name: 'json', shows: [...client, ...id], tells: ['timeout', 'refused', 'stream-cut']},
        ],
      },
    ],
  },
  {
    name: 'caddy',
    version: '2.6.2',
    command: () => ['caddy', 'run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
    runs: [
      {
        port: 'proxy',
        logs: [
          {
            file: 'output.log',
            name: 'json',
            shows: [...client, ...id, 'response_time_ms'],
            tells: ['timeout', 'refused'],
          },
        ],
      },
    ],
  },
  {
    name: 'uvicorn',
    version: '0.54.0',
    command: ({proxy}) => ['uvicorn', 'relay:app', '--port', String(proxy)],
    runs: [{port: 'proxy', logs: [{file: 'output.log', name: 'default', shows: ['client_ip'], time: 'none'}]}],
  },
  {
    name: 'gunicorn',
    version: '27.0.1',
    command: ({proxy}) => ['gunicorn', '-b', `127.0.0.1:${proxy}`, '--access-logfile', '-', '-k', 'asgi', 'relay:app'],
    runs: [{port: 'proxy', logs: [{file: 'output.log', name: 'default', shows: client}]}],
  },
  {
    name: 'hypercorn',
    version: '0.18.0',
    command: ({proxy}) => ['hypercorn', '-b', `127.0.0.1:${proxy}`, '--access-logfile', '-', 'relay:app'],
    runs: [{port: 'proxy', logs: [{file: 'output.log', name: 'default', shows: client}]}],
  },
  {
    name: 'gin',
    version: '1.12.0',
    command: () => ['relay'],
    runs: [{port: 'proxy', logs: [{file: 'output.log', name: 'default', shows: ['client_ip', 'response_time_ms']}]}],
  },
];
