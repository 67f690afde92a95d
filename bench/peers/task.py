"""The field guide's sanitiser as a script people would write: standard library, one JSON object per line.

`python3 bench/peers/task.py < raw.log`
"""

import hashlib
import json
import sys

FIELDS = (
    "timestamp trace_id request_id http_status_code error_type error_message model endpoint client_sdk_version "
    "sdk_language_runtime api_key_prefix messages_count tools_count max_tokens_requested temperature response_time_ms "
    "retry_count stream_mode user_id_hash tool_names output_tokens error_type_original"
).split()

KNOWN_ERROR_TYPES = {
    "invalid_request_error",
    "authentication_error",
    "billing_error",
    "permission_error",
    "not_found_error",
    "conflict_error",
    "request_too_large",
    "rate_limit_error",
    "api_error",
    "timeout_error",
    "overloaded_error",
    "internal_server_error",
    "stream_interrupted",
    "timeout",
    "connection_error",
}


def main():
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for line in sys.stdin:
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict):
            sys.stdout.write(encode(sanitise(record)) + "\n")


def sanitise(record):
    if "api_key" in record:
        key = record["api_key"]
        record["api_key_prefix"] = key[:8] + "*" * 16 + key[-4:]
    if "messages" in record:
        record["messages_count"] = len(record["messages"])
    if "tools" in record:
        record["tools_count"] = len(record["tools"])
        record["tool_names"] = [tool["name"] for tool in record["tools"]]
    if "user_id" in record:
        record["user_id_hash"] = "sha256:" + hashlib.sha256(record["user_id"].encode()).hexdigest()
    if "response" in record:
        record["output_tokens"] = record["response"]["usage"]["output_tokens"]
    if "status_code" in record:
        record["http_status_code"] = record["status_code"]
    if "latency_ms" in record:
        record["response_time_ms"] = record["latency_ms"]
    error_type = record.get("error_type")
    if error_type is not None and error_type not in KNOWN_ERROR_TYPES:
        record["error_type_original"] = error_type
        record["error_type"] = "unknown_error_type"
    return {name: record[name] for name in FIELDS if name in record}


main()
