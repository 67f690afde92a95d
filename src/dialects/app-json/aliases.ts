/** Where a value of a structured line goes. Names are compared without case, `_`, `-`, `.` and blanks. */
export type Slot =
  | 'at'
  | 'traceId'
  | 'requestId'
  | 'status'
  | 'code'
  | 'errorType'
  | 'errorMessage'
  | 'errorText'
  | 'message'
  | 'errorParam'
  | 'className'
  | 'model'
  | 'url'
  | 'sdkVersion'
  | 'runtime'
  | 'apiKey'
  | 'userId'
  | 'messages'
  | 'tools'
  | 'maxTokens'
  | 'totalMs'
  | 'totalSeconds'
  | 'retryCount'
  | 'stream'
  | 'outputTokens'
  | 'inputTokens'
  | 'module'
  | 'clientIp'
  | 'errorObject'
  | 'request'
  | 'response'
  | 'requestHeaders'
  | 'responseHeaders'
  | 'group';

/** The names that applications use. Canonical field names need no entry: they state themselves. */
const NAMES: Readonly<Record<Slot, string>> = {
  at: 'timestamp ts time datetime @timestamp asctime eventTime created_at loggedAt',
  traceId: 'trace_id traceId trace.id otelTraceID x-trace-id correlation_id traceparent',
  requestId: 'request_id requestID anthropic_request_id claude_request_id x-request-id api_request_id',
  status:
    'http_status_code status_code http_status httpStatus http_status status response_status upstream_status http.response.status_code',
  code: 'code',
  errorType: 'error_type err_type error.type api_error_type',
  errorMessage: 'error_message error_msg err_msg errmsg error.message',
  message: 'message msg',
  errorText: 'exception exc_text exception_message error_detail error_details stack_trace',
  errorParam: 'error_param error.param',
  className: 'error_class exception_class exception_type error_name',
  model: 'model model_name model_id request_model gen_ai.request.model',
  url: 'endpoint url uri request_url api_url url.full http.url',
  sdkVersion: 'client_sdk_version sdk_version sdk user_agent',
  runtime: 'sdk_language_runtime runtime',
  apiKey: 'api_key x-api-key anthropic_api_key',
  userId: 'user_id',
  messages: 'messages',
  tools: 'tools',
  maxTokens: 'max_tokens',
  totalMs: 'response_time_ms latency_ms duration_ms elapsed_ms took_ms responseTime response_time time_ms',
  totalSeconds: 'latency_s duration_s elapsed_s duration_seconds latency_seconds elapsed_seconds',
  retryCount: 'retry_count retries num_retries',
  stream: 'stream streaming is_stream stream_mode',
  outputTokens: 'output_tokens completion_tokens',
  inputTokens: 'input_tokens prompt_tokens',
  module: 'business_module',
  clientIp: 'client_ip remote_ip remote_addr',
  errorObject: 'err error exception_info cause last_error reason',
  request: 'request req reqParams request_params params request_body payload options json_data requestBodyValues',
  response: 'response res resp response_body result completion',
  requestHeaders: 'request_headers req_headers',
  responseHeaders: 'response_headers headers res_headers resp_headers',
  group:
    'extra context data fields meta metadata details attributes props body event log ctx info labels call claude anthropic llm',
};

const SLOTS: ReadonlyMap<string, Slot> = new Map(
  Object.entries(NAMES).flatMap(([slot, names]) => names.split(' ').map((name) => [bare(name), slot as Slot] as const)),
);

/** The slot of a name as it is spelled in a line. */
export const slotOf = (name: string): Slot | undefined => (name.length > 64 ? undefined : SLOTS.get(bare(name)));

function bare(name: string): string {
  return name.toLowerCase().replace(/[_\-.\s]/g, '');
}
