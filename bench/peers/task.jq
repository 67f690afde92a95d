# The same as task.py, without the hash of the user id: jq has no sha256, so it does LESS work than the others.
# jq -c -f bench/peers/task.jq < raw.log

def known: {
  invalid_request_error: 1, authentication_error: 1, billing_error: 1, permission_error: 1, not_found_error: 1,
  conflict_error: 1, request_too_large: 1, rate_limit_error: 1, api_error: 1, timeout_error: 1, overloaded_error: 1,
  internal_server_error: 1, stream_interrupted: 1, timeout: 1, connection_error: 1
};

(.error_type == null or known[.error_type] != null) as $known
| {
    timestamp, trace_id, request_id,
    http_status_code: (.http_status_code // .status_code),
    error_type: (if $known then .error_type else "unknown_error_type" end),
    error_message, model, endpoint, client_sdk_version, sdk_language_runtime,
    api_key_prefix: (if .api_key then .api_key[:8] + "****************" + .api_key[-4:] else .api_key_prefix end),
    messages_count: (if .messages then .messages | length else .messages_count end)
  }
  + (if .tools then {tools_count: (.tools | length)} else {} end)
  + {max_tokens_requested, temperature, response_time_ms: (.response_time_ms // .latency_ms), retry_count, stream_mode}
  + (if .tools then {tool_names: [.tools[].name]} else {} end)
  + (if .response then {output_tokens: .response.usage.output_tokens} else {} end)
  + (if $known then {} else {error_type_original: .error_type} end)
