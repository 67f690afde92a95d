/** What a field of an access line in JSON is. Names are compared without case, `_`, `-`, `.` and blanks. */
export type Name =
  | 'method'
  | 'line'
  | 'target'
  | 'status'
  | 'downstream'
  | 'upstreamStatus'
  | 'client'
  | 'forwarded'
  | 'agent'
  | 'bytes'
  | 'behind'
  | 'cluster'
  | 'protocol'
  | 'host'
  | 'scheme'
  | 'time'
  | 'start'
  | 'seconds'
  | 'millis'
  | 'micros'
  | 'duration'
  | 'headerId'
  | 'ownId'
  | 'traceId'
  | 'flags'
  | 'state'
  | 'retries'
  | 'apiKey'
  | 'application';

const NAMES: Readonly<Record<Name, string>> = {
  method: 'method request_method http_method verb http.request.method ClientRequestMethod',
  line: 'request request_line',
  target: 'ClientRequestURI request_uri uri path request_path url request_url url.path url.original',
  status: 'EdgeResponseStatus status response_code status_code response_status http_status http.response.status_code',
  downstream: 'DownstreamStatus',
  upstreamStatus: 'upstream_status OriginStatus OriginResponseStatus',
  client:
    'remote_addr client_ip remote_ip ClientHost downstream_remote_address downstream_direct_remote_address remote_host source_ip ClientIP client',
  forwarded: 'x_forwarded_for http_x_forwarded_for',
  agent: 'http_user_agent user_agent agent request_User-Agent ClientRequestUserAgent',
  bytes:
    'bytes_sent body_bytes_sent bytes size bytes_received response_size bytes_read DownstreamContentSize EdgeResponseBytes',
  behind: 'upstream_addr upstream_host ServiceURL ServiceName backend server upstream',
  cluster: 'upstream_cluster',
  protocol: 'protocol server_protocol RequestProtocol proto',
  host: 'ClientRequestHost host http_host authority RequestHost',
  scheme: 'scheme RequestScheme ClientRequestScheme',
  time: 'time time_iso8601 time_local timestamp @timestamp ts msec date EdgeEndTimestamp',
  start: 'start_time StartUTC',
  seconds: 'request_time request_time_s duration_s',
  millis: 'duration_ms request_time_ms latency_ms response_time_ms elapsed_ms',
  micros: 'duration_us request_time_us time_us',
  duration: 'Duration',
  headerId: 'x_request_id',
  ownId: 'request_id req_id',
  traceId: 'trace_id traceId',
  flags: 'response_flags',
  state: 'termination_state',
  retries: 'RetryAttempts retries',
  apiKey: 'http_x_api_key x_api_key request_X-Api-Key',
  application:
    'model messages max_tokens error error_type error_message err exception usage input_tokens output_tokens request_body response_body body prompt',
};

/** One of these is in every such line; spelled as they are printed. */
export const SHOWN: readonly string[] = ['method', 'line', 'downstream'].flatMap((name) => spelled(name as Name));

const USES: ReadonlyMap<string, Name> = new Map(
  Object.entries(NAMES).flatMap(([use, names]) => names.split(' ').map((name) => [bare(name), use as Name] as const)),
);

export const nameOf = (name: string): Name | undefined => (name.length > 40 ? undefined : USES.get(bare(name)));

function spelled(use: Name): string[] {
  return NAMES[use].split(' ').flatMap((name) => [name, camel(name)]);
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[_\-.\s]/g, '');
}
