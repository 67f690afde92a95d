// Generated from schema/call-record.schema.json by npm run generate. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validate = validate20;
var stdin_default = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:callmill:schema:call-record:1", "$comment": "Generated from src/spec/fields.ts by npm run generate.", "title": "Call record", "description": "One call to the Claude API, canonical and redacted.", "type": "object", "required": ["timestamp", "trace_id", "request_id", "http_status_code", "error_type", "error_message", "model", "endpoint", "client_sdk_version", "sdk_language_runtime", "spec"], "additionalProperties": false, "properties": { "timestamp": { "description": "When the call ended. From the call's own end time, the line's, the envelope's, the nearest earlier line's, the clock.", "type": "integer", "minimum": 0, "examples": [17672256e5] }, "trace_id": { "description": "The application's own id of the business request. From trace_id, traceId, trace.id, otelTraceID, traceparent, x-trace-id, correlation_id, logger context.", "type": "string", "maxLength": 256, "examples": ["order_20260101_call3"] }, "request_id": { "description": "Claude's id of the last attempt. From response header request-id, then x-request-id, then the innermost body, then what relays say.", "type": "string", "maxLength": 256, "examples": ["req_011CZkT3m8QWvNB2f5hXsRdL"] }, "http_status_code": { "description": "The real status on the wire; null when there was no HTTP response. From access line or SDK status, structured fields, text patterns, a numeric error code of 400 to 599.", "type": ["integer", "null"], "minimum": 100, "maximum": 599, "examples": [429] }, "error_type": { "description": "What kind of failure; null for a call that succeeded. From the innermost error body; other vocabularies are mapped and kept in error_type_original.", "enum": ["invalid_request_error", "authentication_error", "billing_error", "permission_error", "not_found_error", "conflict_error", "request_too_large", "rate_limit_error", "api_error", "timeout_error", "overloaded_error", "internal_server_error", "stream_interrupted", "timeout", "connection_error", "unknown_error_type", null], "examples": ["rate_limit_error"] }, "error_message": { "description": "The innermost human message, redacted, then cut to 2,000 characters. From the innermost error body, else the text of the exception.", "type": ["string", "null"], "maxLength": 2e3, "examples": ["Rate limit exceeded: 10000 requests per minute"] }, "model": { "description": "The model asked for. From the request, then the response.", "type": "string", "maxLength": 256, "examples": ["claude-sonnet-4-5"] }, "endpoint": { "description": "The URL really called, without credentials; a path when that is all there is. From the full URL of the call, then its path.", "type": "string", "maxLength": 2048, "examples": ["https://api.anthropic.com/v1/messages"] }, "client_sdk_version": { "description": "Which client library made the call. From x-stainless-* headers, User-Agent, instrumentation scope, versioned paths in a stack.", "type": "string", "maxLength": 256, "examples": ["anthropic-sdk-python==0.57.1"] }, "sdk_language_runtime": { "description": "The language runtime of the client. From x-stainless-runtime headers, User-Agent, paths in a stack.", "type": "string", "maxLength": 256, "examples": ["Python 3.11.5"] }, "api_key_prefix": { "description": "Which key was used: first 8, 16 stars, last 4; a short key shows its first 4. From x-api-key, Authorization: Bearer, api_key.", "type": "string", "pattern": "^.{4}(.{4}\\*{16}.{4}|\\*{16})$", "examples": ["sk-ant-a****************W6sD"] }, "messages_count": { "description": "How many messages the request held. From length of messages.", "type": "integer", "minimum": 0, "examples": [2] }, "tools_count": { "description": "How many tools the request offered. From length of tools.", "type": "integer", "minimum": 0, "examples": [3] }, "max_tokens_requested": { "description": "The answer length asked for. From request max_tokens.", "type": "integer", "minimum": 0, "examples": [1024] }, "temperature": { "description": "The temperature asked for. From request temperature.", "type": "number", "examples": [0.8] }, "response_time_ms": { "description": "The whole call over all attempts; only the last attempt's own time when that is all there is. From what the application measured, first request to last answer, the last attempt.", "type": "integer", "minimum": 0, "examples": [250] }, "retry_count": { "description": "Attempts minus one, of one layer. From retry lines, attempt counters, x-stainless-retry-count.", "type": "integer", "minimum": 0, "examples": [2] }, "retry_reason": { "description": "Why the last failed attempt was tried again. From status or failure of that attempt.", "type": "string", "maxLength": 64, "examples": ["429_rate_limit"] }, "request_headers_hash": { "description": "Tells equal header sets apart without showing them. From canonical JSON of lower-cased names, without auth, cookies, dates and trace ids.", "type": "string", "pattern": "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$", "examples": ["sha256:0000000000000000000000000000000000000000000000000000000000000000"] }, "request_body_hash": { "description": "Tells equal requests apart without showing them; only from a body that is whole in the log. From canonical JSON of the body.", "type": "string", "pattern": "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$", "examples": ["sha256:0000000000000000000000000000000000000000000000000000000000000000"] }, "stream_mode": { "description": "Whether a stream was asked for. From request stream, stream helper headers, stream events.", "type": "boolean", "examples": [true] }, "content_types_in_messages": { "description": "Kinds of content blocks in the request, in order of first appearance. From messages[].content[].type.", "type": "array", "items": { "type": "string" }, "examples": [["text", "image_base64"]] }, "user_id_hash": { "description": "The pseudonym of the end user. From user_id, metadata.user_id.", "type": "string", "pattern": "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$", "examples": ["sha256:0000000000000000000000000000000000000000000000000000000000000000"] }, "user_id_hash_previous": { "description": "The same pseudonym under the key before, while a second --hash-key-file is given. From user_id, metadata.user_id.", "type": "string", "pattern": "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$", "examples": ["hmac-sha256:00c0ffee:0000000000000000000000000000000000000000000000000000000000000000"] }, "user_id": { "description": "The end user as given; only with --user-id keep. From user_id, metadata.user_id.", "type": "string", "maxLength": 512, "examples": ["user-17"] }, "business_module": { "description": "Which part of the application made the call. From business_module, module, service.", "type": "string", "maxLength": 256, "examples": ["order_service"] }, "client_ip": { "description": "The caller of the application or relay, as given; --client-ip makes less of it. From client_ip, access lines.", "type": "string", "maxLength": 128, "examples": ["203.0.113.7"] }, "proxy_used": { "description": "The proxy or relay in between, when it names itself. From proxy_used, an error page that names its server.", "type": "string", "maxLength": 256, "examples": ["nginx_reverse_proxy"] }, "output_tokens_estimated": { "description": "The application's own estimate of the answer's tokens. From output_tokens_estimated.", "type": "integer", "minimum": 0, "examples": [180] }, "custom_headers": { "description": "Response headers that explain a failure, from an allow-list. From retry-after, x-should-retry, anthropic-ratelimit-*, connection, cf-ray and what --keep-header names.", "type": "object", "additionalProperties": { "type": "string" }, "examples": [{ "retry-after": "60" }] }, "stream_chunks_received": { "description": "How many chunks arrived before the stream ended. From stream_chunks_received, counted events.", "type": "integer", "minimum": 0, "examples": [5] }, "error_param": { "description": "The path of the faulty parameter. From error.param, the path that the message starts with.", "type": "string", "maxLength": 512, "examples": ["messages.1.content.0.text"] }, "request_attempts_log": { "description": "Each attempt of a call that was retried. From the lines of every attempt.", "type": "array", "items": { "type": "object", "required": ["attempt", "layer"], "additionalProperties": false, "properties": { "attempt": { "type": "integer", "minimum": 1 }, "timestamp": { "type": "integer" }, "request_id": { "type": "string" }, "http_status_code": { "type": "integer", "minimum": 100, "maximum": 599 }, "error_type": { "type": "string" }, "reason": { "type": "string" }, "duration_ms": { "type": "integer", "minimum": 0 }, "delay_ms": { "type": "integer", "minimum": 0 }, "layer": { "enum": ["sdk", "relay"] } } }, "examples": [[{ "attempt": 1, "http_status_code": 429, "reason": "429_rate_limit", "layer": "sdk" }]] }, "stream_error_occurred": { "description": "The stream broke after a status of 200. From an error event in the stream, a connection that closed early.", "type": "boolean", "examples": [true] }, "tool_names": { "description": "Names of the tools offered, without their schemas. From tools[].name.", "type": "array", "items": { "type": "string" }, "examples": [["get_weather"]] }, "output_tokens": { "description": "Tokens of the answer. From response usage.output_tokens.", "type": "integer", "minimum": 0, "examples": [180] }, "input_tokens": { "description": "Tokens of the request. From response usage.input_tokens.", "type": "integer", "minimum": 0, "examples": [1200] }, "response_content_types": { "description": "Kinds of content blocks in the answer. From response content[].type.", "type": "array", "items": { "type": "string" }, "examples": [["text", "tool_use"]] }, "error_type_original": { "description": "The error type as it was printed, when it is not the one in error_type. From the innermost error body.", "type": "string", "maxLength": 256, "examples": ["new_api_error"] }, "error_code": { "description": "The finer code beside the type: the API's error_code or a relay's code. From error.details.error_code, error.code.", "type": "string", "maxLength": 256, "examples": ["ramp_limit_exceeded"] }, "upstream_status_code": { "description": "A deeper status that disagrees with the one on the wire. From statuses inside the error body.", "type": "integer", "minimum": 100, "maximum": 599, "examples": [529] }, "relay_request_id": { "description": "A relay's own id, when Claude's id won. From headers and bodies of relays.", "type": "string", "maxLength": 256, "examples": ["20260101120000123456789abcdefgh"] }, "fingerprint": { "description": "Groups like failures. From type, status, endpoint, error_param and message with ids, numbers and quoted values taken out.", "type": "string", "pattern": "^v1:[0-9a-f]{16}$", "examples": ["v1:0123456789abcdef"] }, "assumed": { "description": "Fields whose value was inferred or defaulted. From every rule that infers.", "type": "array", "items": { "type": "string" }, "examples": [["timestamp"]] }, "source": { "description": "Where the record came from. From dialect, envelopes, file and line.", "type": "object", "required": ["dialect"], "additionalProperties": false, "properties": { "dialect": { "type": "string" }, "envelope": { "type": "string" }, "file": { "type": "string" }, "line": { "type": "integer", "minimum": 1 }, "host": { "type": "string" }, "container": { "type": "string" }, "pod": { "type": "string" }, "namespace": { "type": "string" }, "unit": { "type": "string" }, "tag": { "type": "string" }, "stream": { "type": "string" } }, "examples": [{ "dialect": "anthropic-python", "envelope": "docker", "line": 12 }] }, "spec": { "description": "Version of this record. From constant.", "enum": ["1"], "examples": ["1"] } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern4 = new RegExp("^.{4}(.{4}\\*{16}.{4}|\\*{16})$", "u");
var pattern5 = new RegExp("^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$", "u");
var pattern9 = new RegExp("^v1:[0-9a-f]{16}$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.timestamp === void 0 && (missing0 = "timestamp") || data.trace_id === void 0 && (missing0 = "trace_id") || data.request_id === void 0 && (missing0 = "request_id") || data.http_status_code === void 0 && (missing0 = "http_status_code") || data.error_type === void 0 && (missing0 = "error_type") || data.error_message === void 0 && (missing0 = "error_message") || data.model === void 0 && (missing0 = "model") || data.endpoint === void 0 && (missing0 = "endpoint") || data.client_sdk_version === void 0 && (missing0 = "client_sdk_version") || data.sdk_language_runtime === void 0 && (missing0 = "sdk_language_runtime") || data.spec === void 0 && (missing0 = "spec")) {
        validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs2 = errors;
        for (const key0 in data) {
          if (!func1.call(schema31.properties, key0)) {
            validate20.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs2 === errors) {
          if (data.timestamp !== void 0) {
            let data0 = data.timestamp;
            const _errs3 = errors;
            if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
              validate20.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "#/properties/timestamp/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
              return false;
            }
            if (errors === _errs3) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 < 0 || isNaN(data0)) {
                  validate20.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "#/properties/timestamp/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                  return false;
                }
              }
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.trace_id !== void 0) {
              let data1 = data.trace_id;
              const _errs5 = errors;
              if (errors === _errs5) {
                if (typeof data1 === "string") {
                  if (func2(data1) > 256) {
                    validate20.errors = [{ instancePath: instancePath + "/trace_id", schemaPath: "#/properties/trace_id/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                    return false;
                  }
                } else {
                  validate20.errors = [{ instancePath: instancePath + "/trace_id", schemaPath: "#/properties/trace_id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.request_id !== void 0) {
                let data2 = data.request_id;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (typeof data2 === "string") {
                    if (func2(data2) > 256) {
                      validate20.errors = [{ instancePath: instancePath + "/request_id", schemaPath: "#/properties/request_id/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                      return false;
                    }
                  } else {
                    validate20.errors = [{ instancePath: instancePath + "/request_id", schemaPath: "#/properties/request_id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.http_status_code !== void 0) {
                  let data3 = data.http_status_code;
                  const _errs9 = errors;
                  if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3)) && data3 !== null) {
                    validate20.errors = [{ instancePath: instancePath + "/http_status_code", schemaPath: "#/properties/http_status_code/type", keyword: "type", params: { type: schema31.properties.http_status_code.type }, message: "must be integer,null" }];
                    return false;
                  }
                  if (errors === _errs9) {
                    if (typeof data3 == "number" && isFinite(data3)) {
                      if (data3 > 599 || isNaN(data3)) {
                        validate20.errors = [{ instancePath: instancePath + "/http_status_code", schemaPath: "#/properties/http_status_code/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" }];
                        return false;
                      } else {
                        if (data3 < 100 || isNaN(data3)) {
                          validate20.errors = [{ instancePath: instancePath + "/http_status_code", schemaPath: "#/properties/http_status_code/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" }];
                          return false;
                        }
                      }
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.error_type !== void 0) {
                    let data4 = data.error_type;
                    const _errs11 = errors;
                    if (!(data4 === "invalid_request_error" || data4 === "authentication_error" || data4 === "billing_error" || data4 === "permission_error" || data4 === "not_found_error" || data4 === "conflict_error" || data4 === "request_too_large" || data4 === "rate_limit_error" || data4 === "api_error" || data4 === "timeout_error" || data4 === "overloaded_error" || data4 === "internal_server_error" || data4 === "stream_interrupted" || data4 === "timeout" || data4 === "connection_error" || data4 === "unknown_error_type" || data4 === null)) {
                      validate20.errors = [{ instancePath: instancePath + "/error_type", schemaPath: "#/properties/error_type/enum", keyword: "enum", params: { allowedValues: schema31.properties.error_type.enum }, message: "must be equal to one of the allowed values" }];
                      return false;
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.error_message !== void 0) {
                      let data5 = data.error_message;
                      const _errs12 = errors;
                      if (typeof data5 !== "string" && data5 !== null) {
                        validate20.errors = [{ instancePath: instancePath + "/error_message", schemaPath: "#/properties/error_message/type", keyword: "type", params: { type: schema31.properties.error_message.type }, message: "must be string,null" }];
                        return false;
                      }
                      if (errors === _errs12) {
                        if (typeof data5 === "string") {
                          if (func2(data5) > 2e3) {
                            validate20.errors = [{ instancePath: instancePath + "/error_message", schemaPath: "#/properties/error_message/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters" }];
                            return false;
                          }
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.model !== void 0) {
                        let data6 = data.model;
                        const _errs14 = errors;
                        if (errors === _errs14) {
                          if (typeof data6 === "string") {
                            if (func2(data6) > 256) {
                              validate20.errors = [{ instancePath: instancePath + "/model", schemaPath: "#/properties/model/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                              return false;
                            }
                          } else {
                            validate20.errors = [{ instancePath: instancePath + "/model", schemaPath: "#/properties/model/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs14 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.endpoint !== void 0) {
                          let data7 = data.endpoint;
                          const _errs16 = errors;
                          if (errors === _errs16) {
                            if (typeof data7 === "string") {
                              if (func2(data7) > 2048) {
                                validate20.errors = [{ instancePath: instancePath + "/endpoint", schemaPath: "#/properties/endpoint/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }];
                                return false;
                              }
                            } else {
                              validate20.errors = [{ instancePath: instancePath + "/endpoint", schemaPath: "#/properties/endpoint/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid0 = _errs16 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.client_sdk_version !== void 0) {
                            let data8 = data.client_sdk_version;
                            const _errs18 = errors;
                            if (errors === _errs18) {
                              if (typeof data8 === "string") {
                                if (func2(data8) > 256) {
                                  validate20.errors = [{ instancePath: instancePath + "/client_sdk_version", schemaPath: "#/properties/client_sdk_version/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                                  return false;
                                }
                              } else {
                                validate20.errors = [{ instancePath: instancePath + "/client_sdk_version", schemaPath: "#/properties/client_sdk_version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid0 = _errs18 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.sdk_language_runtime !== void 0) {
                              let data9 = data.sdk_language_runtime;
                              const _errs20 = errors;
                              if (errors === _errs20) {
                                if (typeof data9 === "string") {
                                  if (func2(data9) > 256) {
                                    validate20.errors = [{ instancePath: instancePath + "/sdk_language_runtime", schemaPath: "#/properties/sdk_language_runtime/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                                    return false;
                                  }
                                } else {
                                  validate20.errors = [{ instancePath: instancePath + "/sdk_language_runtime", schemaPath: "#/properties/sdk_language_runtime/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs20 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.api_key_prefix !== void 0) {
                                let data10 = data.api_key_prefix;
                                const _errs22 = errors;
                                if (errors === _errs22) {
                                  if (typeof data10 === "string") {
                                    if (!pattern4.test(data10)) {
                                      validate20.errors = [{ instancePath: instancePath + "/api_key_prefix", schemaPath: "#/properties/api_key_prefix/pattern", keyword: "pattern", params: { pattern: "^.{4}(.{4}\\*{16}.{4}|\\*{16})$" }, message: 'must match pattern "^.{4}(.{4}\\*{16}.{4}|\\*{16})$"' }];
                                      return false;
                                    }
                                  } else {
                                    validate20.errors = [{ instancePath: instancePath + "/api_key_prefix", schemaPath: "#/properties/api_key_prefix/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs22 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.messages_count !== void 0) {
                                  let data11 = data.messages_count;
                                  const _errs24 = errors;
                                  if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
                                    validate20.errors = [{ instancePath: instancePath + "/messages_count", schemaPath: "#/properties/messages_count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                    return false;
                                  }
                                  if (errors === _errs24) {
                                    if (typeof data11 == "number" && isFinite(data11)) {
                                      if (data11 < 0 || isNaN(data11)) {
                                        validate20.errors = [{ instancePath: instancePath + "/messages_count", schemaPath: "#/properties/messages_count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                        return false;
                                      }
                                    }
                                  }
                                  var valid0 = _errs24 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.tools_count !== void 0) {
                                    let data12 = data.tools_count;
                                    const _errs26 = errors;
                                    if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
                                      validate20.errors = [{ instancePath: instancePath + "/tools_count", schemaPath: "#/properties/tools_count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                      return false;
                                    }
                                    if (errors === _errs26) {
                                      if (typeof data12 == "number" && isFinite(data12)) {
                                        if (data12 < 0 || isNaN(data12)) {
                                          validate20.errors = [{ instancePath: instancePath + "/tools_count", schemaPath: "#/properties/tools_count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                          return false;
                                        }
                                      }
                                    }
                                    var valid0 = _errs26 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.max_tokens_requested !== void 0) {
                                      let data13 = data.max_tokens_requested;
                                      const _errs28 = errors;
                                      if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
                                        validate20.errors = [{ instancePath: instancePath + "/max_tokens_requested", schemaPath: "#/properties/max_tokens_requested/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                        return false;
                                      }
                                      if (errors === _errs28) {
                                        if (typeof data13 == "number" && isFinite(data13)) {
                                          if (data13 < 0 || isNaN(data13)) {
                                            validate20.errors = [{ instancePath: instancePath + "/max_tokens_requested", schemaPath: "#/properties/max_tokens_requested/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                            return false;
                                          }
                                        }
                                      }
                                      var valid0 = _errs28 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.temperature !== void 0) {
                                        let data14 = data.temperature;
                                        const _errs30 = errors;
                                        if (!(typeof data14 == "number" && isFinite(data14))) {
                                          validate20.errors = [{ instancePath: instancePath + "/temperature", schemaPath: "#/properties/temperature/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                          return false;
                                        }
                                        var valid0 = _errs30 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.response_time_ms !== void 0) {
                                          let data15 = data.response_time_ms;
                                          const _errs32 = errors;
                                          if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
                                            validate20.errors = [{ instancePath: instancePath + "/response_time_ms", schemaPath: "#/properties/response_time_ms/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                            return false;
                                          }
                                          if (errors === _errs32) {
                                            if (typeof data15 == "number" && isFinite(data15)) {
                                              if (data15 < 0 || isNaN(data15)) {
                                                validate20.errors = [{ instancePath: instancePath + "/response_time_ms", schemaPath: "#/properties/response_time_ms/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                return false;
                                              }
                                            }
                                          }
                                          var valid0 = _errs32 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.retry_count !== void 0) {
                                            let data16 = data.retry_count;
                                            const _errs34 = errors;
                                            if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                                              validate20.errors = [{ instancePath: instancePath + "/retry_count", schemaPath: "#/properties/retry_count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs34) {
                                              if (typeof data16 == "number" && isFinite(data16)) {
                                                if (data16 < 0 || isNaN(data16)) {
                                                  validate20.errors = [{ instancePath: instancePath + "/retry_count", schemaPath: "#/properties/retry_count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            }
                                            var valid0 = _errs34 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.retry_reason !== void 0) {
                                              let data17 = data.retry_reason;
                                              const _errs36 = errors;
                                              if (errors === _errs36) {
                                                if (typeof data17 === "string") {
                                                  if (func2(data17) > 64) {
                                                    validate20.errors = [{ instancePath: instancePath + "/retry_reason", schemaPath: "#/properties/retry_reason/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                    return false;
                                                  }
                                                } else {
                                                  validate20.errors = [{ instancePath: instancePath + "/retry_reason", schemaPath: "#/properties/retry_reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                              }
                                              var valid0 = _errs36 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.request_headers_hash !== void 0) {
                                                let data18 = data.request_headers_hash;
                                                const _errs38 = errors;
                                                if (errors === _errs38) {
                                                  if (typeof data18 === "string") {
                                                    if (!pattern5.test(data18)) {
                                                      validate20.errors = [{ instancePath: instancePath + "/request_headers_hash", schemaPath: "#/properties/request_headers_hash/pattern", keyword: "pattern", params: { pattern: "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$" }, message: 'must match pattern "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$"' }];
                                                      return false;
                                                    }
                                                  } else {
                                                    validate20.errors = [{ instancePath: instancePath + "/request_headers_hash", schemaPath: "#/properties/request_headers_hash/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                }
                                                var valid0 = _errs38 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.request_body_hash !== void 0) {
                                                  let data19 = data.request_body_hash;
                                                  const _errs40 = errors;
                                                  if (errors === _errs40) {
                                                    if (typeof data19 === "string") {
                                                      if (!pattern5.test(data19)) {
                                                        validate20.errors = [{ instancePath: instancePath + "/request_body_hash", schemaPath: "#/properties/request_body_hash/pattern", keyword: "pattern", params: { pattern: "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$" }, message: 'must match pattern "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$"' }];
                                                        return false;
                                                      }
                                                    } else {
                                                      validate20.errors = [{ instancePath: instancePath + "/request_body_hash", schemaPath: "#/properties/request_body_hash/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid0 = _errs40 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.stream_mode !== void 0) {
                                                    const _errs42 = errors;
                                                    if (typeof data.stream_mode !== "boolean") {
                                                      validate20.errors = [{ instancePath: instancePath + "/stream_mode", schemaPath: "#/properties/stream_mode/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                      return false;
                                                    }
                                                    var valid0 = _errs42 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (data.content_types_in_messages !== void 0) {
                                                      let data21 = data.content_types_in_messages;
                                                      const _errs44 = errors;
                                                      if (errors === _errs44) {
                                                        if (Array.isArray(data21)) {
                                                          var valid1 = true;
                                                          const len0 = data21.length;
                                                          for (let i0 = 0; i0 < len0; i0++) {
                                                            const _errs46 = errors;
                                                            if (typeof data21[i0] !== "string") {
                                                              validate20.errors = [{ instancePath: instancePath + "/content_types_in_messages/" + i0, schemaPath: "#/properties/content_types_in_messages/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                              return false;
                                                            }
                                                            var valid1 = _errs46 === errors;
                                                            if (!valid1) {
                                                              break;
                                                            }
                                                          }
                                                        } else {
                                                          validate20.errors = [{ instancePath: instancePath + "/content_types_in_messages", schemaPath: "#/properties/content_types_in_messages/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                          return false;
                                                        }
                                                      }
                                                      var valid0 = _errs44 === errors;
                                                    } else {
                                                      var valid0 = true;
                                                    }
                                                    if (valid0) {
                                                      if (data.user_id_hash !== void 0) {
                                                        let data23 = data.user_id_hash;
                                                        const _errs48 = errors;
                                                        if (errors === _errs48) {
                                                          if (typeof data23 === "string") {
                                                            if (!pattern5.test(data23)) {
                                                              validate20.errors = [{ instancePath: instancePath + "/user_id_hash", schemaPath: "#/properties/user_id_hash/pattern", keyword: "pattern", params: { pattern: "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$" }, message: 'must match pattern "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$"' }];
                                                              return false;
                                                            }
                                                          } else {
                                                            validate20.errors = [{ instancePath: instancePath + "/user_id_hash", schemaPath: "#/properties/user_id_hash/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                            return false;
                                                          }
                                                        }
                                                        var valid0 = _errs48 === errors;
                                                      } else {
                                                        var valid0 = true;
                                                      }
                                                      if (valid0) {
                                                        if (data.user_id_hash_previous !== void 0) {
                                                          let data24 = data.user_id_hash_previous;
                                                          const _errs50 = errors;
                                                          if (errors === _errs50) {
                                                            if (typeof data24 === "string") {
                                                              if (!pattern5.test(data24)) {
                                                                validate20.errors = [{ instancePath: instancePath + "/user_id_hash_previous", schemaPath: "#/properties/user_id_hash_previous/pattern", keyword: "pattern", params: { pattern: "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$" }, message: 'must match pattern "^(sha256:|hmac-sha256:[0-9a-f]+:)[0-9a-f]{64}$"' }];
                                                                return false;
                                                              }
                                                            } else {
                                                              validate20.errors = [{ instancePath: instancePath + "/user_id_hash_previous", schemaPath: "#/properties/user_id_hash_previous/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                              return false;
                                                            }
                                                          }
                                                          var valid0 = _errs50 === errors;
                                                        } else {
                                                          var valid0 = true;
                                                        }
                                                        if (valid0) {
                                                          if (data.user_id !== void 0) {
                                                            let data25 = data.user_id;
                                                            const _errs52 = errors;
                                                            if (errors === _errs52) {
                                                              if (typeof data25 === "string") {
                                                                if (func2(data25) > 512) {
                                                                  validate20.errors = [{ instancePath: instancePath + "/user_id", schemaPath: "#/properties/user_id/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters" }];
                                                                  return false;
                                                                }
                                                              } else {
                                                                validate20.errors = [{ instancePath: instancePath + "/user_id", schemaPath: "#/properties/user_id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                return false;
                                                              }
                                                            }
                                                            var valid0 = _errs52 === errors;
                                                          } else {
                                                            var valid0 = true;
                                                          }
                                                          if (valid0) {
                                                            if (data.business_module !== void 0) {
                                                              let data26 = data.business_module;
                                                              const _errs54 = errors;
                                                              if (errors === _errs54) {
                                                                if (typeof data26 === "string") {
                                                                  if (func2(data26) > 256) {
                                                                    validate20.errors = [{ instancePath: instancePath + "/business_module", schemaPath: "#/properties/business_module/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                                                                    return false;
                                                                  }
                                                                } else {
                                                                  validate20.errors = [{ instancePath: instancePath + "/business_module", schemaPath: "#/properties/business_module/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                  return false;
                                                                }
                                                              }
                                                              var valid0 = _errs54 === errors;
                                                            } else {
                                                              var valid0 = true;
                                                            }
                                                            if (valid0) {
                                                              if (data.client_ip !== void 0) {
                                                                let data27 = data.client_ip;
                                                                const _errs56 = errors;
                                                                if (errors === _errs56) {
                                                                  if (typeof data27 === "string") {
                                                                    if (func2(data27) > 128) {
                                                                      validate20.errors = [{ instancePath: instancePath + "/client_ip", schemaPath: "#/properties/client_ip/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                                                                      return false;
                                                                    }
                                                                  } else {
                                                                    validate20.errors = [{ instancePath: instancePath + "/client_ip", schemaPath: "#/properties/client_ip/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                    return false;
                                                                  }
                                                                }
                                                                var valid0 = _errs56 === errors;
                                                              } else {
                                                                var valid0 = true;
                                                              }
                                                              if (valid0) {
                                                                if (data.proxy_used !== void 0) {
                                                                  let data28 = data.proxy_used;
                                                                  const _errs58 = errors;
                                                                  if (errors === _errs58) {
                                                                    if (typeof data28 === "string") {
                                                                      if (func2(data28) > 256) {
                                                                        validate20.errors = [{ instancePath: instancePath + "/proxy_used", schemaPath: "#/properties/proxy_used/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                                                                        return false;
                                                                      }
                                                                    } else {
                                                                      validate20.errors = [{ instancePath: instancePath + "/proxy_used", schemaPath: "#/properties/proxy_used/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                  var valid0 = _errs58 === errors;
                                                                } else {
                                                                  var valid0 = true;
                                                                }
                                                                if (valid0) {
                                                                  if (data.output_tokens_estimated !== void 0) {
                                                                    let data29 = data.output_tokens_estimated;
                                                                    const _errs60 = errors;
                                                                    if (!(typeof data29 == "number" && (!(data29 % 1) && !isNaN(data29)) && isFinite(data29))) {
                                                                      validate20.errors = [{ instancePath: instancePath + "/output_tokens_estimated", schemaPath: "#/properties/output_tokens_estimated/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                      return false;
                                                                    }
                                                                    if (errors === _errs60) {
                                                                      if (typeof data29 == "number" && isFinite(data29)) {
                                                                        if (data29 < 0 || isNaN(data29)) {
                                                                          validate20.errors = [{ instancePath: instancePath + "/output_tokens_estimated", schemaPath: "#/properties/output_tokens_estimated/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                          return false;
                                                                        }
                                                                      }
                                                                    }
                                                                    var valid0 = _errs60 === errors;
                                                                  } else {
                                                                    var valid0 = true;
                                                                  }
                                                                  if (valid0) {
                                                                    if (data.custom_headers !== void 0) {
                                                                      let data30 = data.custom_headers;
                                                                      const _errs62 = errors;
                                                                      if (errors === _errs62) {
                                                                        if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
                                                                          for (const key1 in data30) {
                                                                            const _errs65 = errors;
                                                                            if (typeof data30[key1] !== "string") {
                                                                              validate20.errors = [{ instancePath: instancePath + "/custom_headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/custom_headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                              return false;
                                                                            }
                                                                            var valid2 = _errs65 === errors;
                                                                            if (!valid2) {
                                                                              break;
                                                                            }
                                                                          }
                                                                        } else {
                                                                          validate20.errors = [{ instancePath: instancePath + "/custom_headers", schemaPath: "#/properties/custom_headers/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                          return false;
                                                                        }
                                                                      }
                                                                      var valid0 = _errs62 === errors;
                                                                    } else {
                                                                      var valid0 = true;
                                                                    }
                                                                    if (valid0) {
                                                                      if (data.stream_chunks_received !== void 0) {
                                                                        let data32 = data.stream_chunks_received;
                                                                        const _errs67 = errors;
                                                                        if (!(typeof data32 == "number" && (!(data32 % 1) && !isNaN(data32)) && isFinite(data32))) {
                                                                          validate20.errors = [{ instancePath: instancePath + "/stream_chunks_received", schemaPath: "#/properties/stream_chunks_received/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                          return false;
                                                                        }
                                                                        if (errors === _errs67) {
                                                                          if (typeof data32 == "number" && isFinite(data32)) {
                                                                            if (data32 < 0 || isNaN(data32)) {
                                                                              validate20.errors = [{ instancePath: instancePath + "/stream_chunks_received", schemaPath: "#/properties/stream_chunks_received/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                              return false;
                                                                            }
                                                                          }
                                                                        }
                                                                        var valid0 = _errs67 === errors;
                                                                      } else {
                                                                        var valid0 = true;
                                                                      }
                                                                      if (valid0) {
                                                                        if (data.error_param !== void 0) {
                                                                          let data33 = data.error_param;
                                                                          const _errs69 = errors;
                                                                          if (errors === _errs69) {
                                                                            if (typeof data33 === "string") {
                                                                              if (func2(data33) > 512) {
                                                                                validate20.errors = [{ instancePath: instancePath + "/error_param", schemaPath: "#/properties/error_param/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters" }];
                                                                                return false;
                                                                              }
                                                                            } else {
                                                                              validate20.errors = [{ instancePath: instancePath + "/error_param", schemaPath: "#/properties/error_param/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                              return false;
                                                                            }
                                                                          }
                                                                          var valid0 = _errs69 === errors;
                                                                        } else {
                                                                          var valid0 = true;
                                                                        }
                                                                        if (valid0) {
                                                                          if (data.request_attempts_log !== void 0) {
                                                                            let data34 = data.request_attempts_log;
                                                                            const _errs71 = errors;
                                                                            if (errors === _errs71) {
                                                                              if (Array.isArray(data34)) {
                                                                                var valid3 = true;
                                                                                const len1 = data34.length;
                                                                                for (let i1 = 0; i1 < len1; i1++) {
                                                                                  let data35 = data34[i1];
                                                                                  const _errs73 = errors;
                                                                                  if (errors === _errs73) {
                                                                                    if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
                                                                                      let missing1;
                                                                                      if (data35.attempt === void 0 && (missing1 = "attempt") || data35.layer === void 0 && (missing1 = "layer")) {
                                                                                        validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1, schemaPath: "#/properties/request_attempts_log/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                                                                        return false;
                                                                                      } else {
                                                                                        const _errs75 = errors;
                                                                                        for (const key2 in data35) {
                                                                                          if (!func1.call(schema31.properties.request_attempts_log.items.properties, key2)) {
                                                                                            validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1, schemaPath: "#/properties/request_attempts_log/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                                                                                            return false;
                                                                                            break;
                                                                                          }
                                                                                        }
                                                                                        if (_errs75 === errors) {
                                                                                          if (data35.attempt !== void 0) {
                                                                                            let data36 = data35.attempt;
                                                                                            const _errs76 = errors;
                                                                                            if (!(typeof data36 == "number" && (!(data36 % 1) && !isNaN(data36)) && isFinite(data36))) {
                                                                                              validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/attempt", schemaPath: "#/properties/request_attempts_log/items/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                              return false;
                                                                                            }
                                                                                            if (errors === _errs76) {
                                                                                              if (typeof data36 == "number" && isFinite(data36)) {
                                                                                                if (data36 < 1 || isNaN(data36)) {
                                                                                                  validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/attempt", schemaPath: "#/properties/request_attempts_log/items/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                                                                                  return false;
                                                                                                }
                                                                                              }
                                                                                            }
                                                                                            var valid4 = _errs76 === errors;
                                                                                          } else {
                                                                                            var valid4 = true;
                                                                                          }
                                                                                          if (valid4) {
                                                                                            if (data35.timestamp !== void 0) {
                                                                                              let data37 = data35.timestamp;
                                                                                              const _errs78 = errors;
                                                                                              if (!(typeof data37 == "number" && (!(data37 % 1) && !isNaN(data37)) && isFinite(data37))) {
                                                                                                validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/timestamp", schemaPath: "#/properties/request_attempts_log/items/properties/timestamp/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                                return false;
                                                                                              }
                                                                                              var valid4 = _errs78 === errors;
                                                                                            } else {
                                                                                              var valid4 = true;
                                                                                            }
                                                                                            if (valid4) {
                                                                                              if (data35.request_id !== void 0) {
                                                                                                const _errs80 = errors;
                                                                                                if (typeof data35.request_id !== "string") {
                                                                                                  validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/request_id", schemaPath: "#/properties/request_attempts_log/items/properties/request_id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                  return false;
                                                                                                }
                                                                                                var valid4 = _errs80 === errors;
                                                                                              } else {
                                                                                                var valid4 = true;
                                                                                              }
                                                                                              if (valid4) {
                                                                                                if (data35.http_status_code !== void 0) {
                                                                                                  let data39 = data35.http_status_code;
                                                                                                  const _errs82 = errors;
                                                                                                  if (!(typeof data39 == "number" && (!(data39 % 1) && !isNaN(data39)) && isFinite(data39))) {
                                                                                                    validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/http_status_code", schemaPath: "#/properties/request_attempts_log/items/properties/http_status_code/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                                    return false;
                                                                                                  }
                                                                                                  if (errors === _errs82) {
                                                                                                    if (typeof data39 == "number" && isFinite(data39)) {
                                                                                                      if (data39 > 599 || isNaN(data39)) {
                                                                                                        validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/http_status_code", schemaPath: "#/properties/request_attempts_log/items/properties/http_status_code/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" }];
                                                                                                        return false;
                                                                                                      } else {
                                                                                                        if (data39 < 100 || isNaN(data39)) {
                                                                                                          validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/http_status_code", schemaPath: "#/properties/request_attempts_log/items/properties/http_status_code/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" }];
                                                                                                          return false;
                                                                                                        }
                                                                                                      }
                                                                                                    }
                                                                                                  }
                                                                                                  var valid4 = _errs82 === errors;
                                                                                                } else {
                                                                                                  var valid4 = true;
                                                                                                }
                                                                                                if (valid4) {
                                                                                                  if (data35.error_type !== void 0) {
                                                                                                    const _errs84 = errors;
                                                                                                    if (typeof data35.error_type !== "string") {
                                                                                                      validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/error_type", schemaPath: "#/properties/request_attempts_log/items/properties/error_type/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                      return false;
                                                                                                    }
                                                                                                    var valid4 = _errs84 === errors;
                                                                                                  } else {
                                                                                                    var valid4 = true;
                                                                                                  }
                                                                                                  if (valid4) {
                                                                                                    if (data35.reason !== void 0) {
                                                                                                      const _errs86 = errors;
                                                                                                      if (typeof data35.reason !== "string") {
                                                                                                        validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/reason", schemaPath: "#/properties/request_attempts_log/items/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                        return false;
                                                                                                      }
                                                                                                      var valid4 = _errs86 === errors;
                                                                                                    } else {
                                                                                                      var valid4 = true;
                                                                                                    }
                                                                                                    if (valid4) {
                                                                                                      if (data35.duration_ms !== void 0) {
                                                                                                        let data42 = data35.duration_ms;
                                                                                                        const _errs88 = errors;
                                                                                                        if (!(typeof data42 == "number" && (!(data42 % 1) && !isNaN(data42)) && isFinite(data42))) {
                                                                                                          validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/duration_ms", schemaPath: "#/properties/request_attempts_log/items/properties/duration_ms/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                                          return false;
                                                                                                        }
                                                                                                        if (errors === _errs88) {
                                                                                                          if (typeof data42 == "number" && isFinite(data42)) {
                                                                                                            if (data42 < 0 || isNaN(data42)) {
                                                                                                              validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/duration_ms", schemaPath: "#/properties/request_attempts_log/items/properties/duration_ms/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                                              return false;
                                                                                                            }
                                                                                                          }
                                                                                                        }
                                                                                                        var valid4 = _errs88 === errors;
                                                                                                      } else {
                                                                                                        var valid4 = true;
                                                                                                      }
                                                                                                      if (valid4) {
                                                                                                        if (data35.delay_ms !== void 0) {
                                                                                                          let data43 = data35.delay_ms;
                                                                                                          const _errs90 = errors;
                                                                                                          if (!(typeof data43 == "number" && (!(data43 % 1) && !isNaN(data43)) && isFinite(data43))) {
                                                                                                            validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/delay_ms", schemaPath: "#/properties/request_attempts_log/items/properties/delay_ms/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                                            return false;
                                                                                                          }
                                                                                                          if (errors === _errs90) {
                                                                                                            if (typeof data43 == "number" && isFinite(data43)) {
                                                                                                              if (data43 < 0 || isNaN(data43)) {
                                                                                                                validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/delay_ms", schemaPath: "#/properties/request_attempts_log/items/properties/delay_ms/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                                                return false;
                                                                                                              }
                                                                                                            }
                                                                                                          }
                                                                                                          var valid4 = _errs90 === errors;
                                                                                                        } else {
                                                                                                          var valid4 = true;
                                                                                                        }
                                                                                                        if (valid4) {
                                                                                                          if (data35.layer !== void 0) {
                                                                                                            let data44 = data35.layer;
                                                                                                            const _errs92 = errors;
                                                                                                            if (!(data44 === "sdk" || data44 === "relay")) {
                                                                                                              validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1 + "/layer", schemaPath: "#/properties/request_attempts_log/items/properties/layer/enum", keyword: "enum", params: { allowedValues: schema31.properties.request_attempts_log.items.properties.layer.enum }, message: "must be equal to one of the allowed values" }];
                                                                                                              return false;
                                                                                                            }
                                                                                                            var valid4 = _errs92 === errors;
                                                                                                          } else {
                                                                                                            var valid4 = true;
                                                                                                          }
                                                                                                        }
                                                                                                      }
                                                                                                    }
                                                                                                  }
                                                                                                }
                                                                                              }
                                                                                            }
                                                                                          }
                                                                                        }
                                                                                      }
                                                                                    } else {
                                                                                      validate20.errors = [{ instancePath: instancePath + "/request_attempts_log/" + i1, schemaPath: "#/properties/request_attempts_log/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                      return false;
                                                                                    }
                                                                                  }
                                                                                  var valid3 = _errs73 === errors;
                                                                                  if (!valid3) {
                                                                                    break;
                                                                                  }
                                                                                }
                                                                              } else {
                                                                                validate20.errors = [{ instancePath: instancePath + "/request_attempts_log", schemaPath: "#/properties/request_attempts_log/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                return false;
                                                                              }
                                                                            }
                                                                            var valid0 = _errs71 === errors;
                                                                          } else {
                                                                            var valid0 = true;
                                                                          }
                                                                          if (valid0) {
                                                                            if (data.stream_error_occurred !== void 0) {
                                                                              const _errs93 = errors;
                                                                              if (typeof data.stream_error_occurred !== "boolean") {
                                                                                validate20.errors = [{ instancePath: instancePath + "/stream_error_occurred", schemaPath: "#/properties/stream_error_occurred/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                                                return false;
                                                                              }
                                                                              var valid0 = _errs93 === errors;
                                                                            } else {
                                                                              var valid0 = true;
                                                                            }
                                                                            if (valid0) {
                                                                              if (data.tool_names !== void 0) {
                                                                                let data46 = data.tool_names;
                                                                                const _errs95 = errors;
                                                                                if (errors === _errs95) {
                                                                                  if (Array.isArray(data46)) {
                                                                                    var valid5 = true;
                                                                                    const len2 = data46.length;
                                                                                    for (let i2 = 0; i2 < len2; i2++) {
                                                                                      const _errs97 = errors;
                                                                                      if (typeof data46[i2] !== "string") {
                                                                                        validate20.errors = [{ instancePath: instancePath + "/tool_names/" + i2, schemaPath: "#/properties/tool_names/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                        return false;
                                                                                      }
                                                                                      var valid5 = _errs97 === errors;
                                                                                      if (!valid5) {
                                                                                        break;
                                                                                      }
                                                                                    }
                                                                                  } else {
                                                                                    validate20.errors = [{ instancePath: instancePath + "/tool_names", schemaPath: "#/properties/tool_names/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                    return false;
                                                                                  }
                                                                                }
                                                                                var valid0 = _errs95 === errors;
                                                                              } else {
                                                                                var valid0 = true;
                                                                              }
                                                                              if (valid0) {
                                                                                if (data.output_tokens !== void 0) {
                                                                                  let data48 = data.output_tokens;
                                                                                  const _errs99 = errors;
                                                                                  if (!(typeof data48 == "number" && (!(data48 % 1) && !isNaN(data48)) && isFinite(data48))) {
                                                                                    validate20.errors = [{ instancePath: instancePath + "/output_tokens", schemaPath: "#/properties/output_tokens/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                    return false;
                                                                                  }
                                                                                  if (errors === _errs99) {
                                                                                    if (typeof data48 == "number" && isFinite(data48)) {
                                                                                      if (data48 < 0 || isNaN(data48)) {
                                                                                        validate20.errors = [{ instancePath: instancePath + "/output_tokens", schemaPath: "#/properties/output_tokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                        return false;
                                                                                      }
                                                                                    }
                                                                                  }
                                                                                  var valid0 = _errs99 === errors;
                                                                                } else {
                                                                                  var valid0 = true;
                                                                                }
                                                                                if (valid0) {
                                                                                  if (data.input_tokens !== void 0) {
                                                                                    let data49 = data.input_tokens;
                                                                                    const _errs101 = errors;
                                                                                    if (!(typeof data49 == "number" && (!(data49 % 1) && !isNaN(data49)) && isFinite(data49))) {
                                                                                      validate20.errors = [{ instancePath: instancePath + "/input_tokens", schemaPath: "#/properties/input_tokens/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                      return false;
                                                                                    }
                                                                                    if (errors === _errs101) {
                                                                                      if (typeof data49 == "number" && isFinite(data49)) {
                                                                                        if (data49 < 0 || isNaN(data49)) {
                                                                                          validate20.errors = [{ instancePath: instancePath + "/input_tokens", schemaPath: "#/properties/input_tokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                          return false;
                                                                                        }
                                                                                      }
                                                                                    }
                                                                                    var valid0 = _errs101 === errors;
                                                                                  } else {
                                                                                    var valid0 = true;
                                                                                  }
                                                                                  if (valid0) {
                                                                                    if (data.response_content_types !== void 0) {
                                                                                      let data50 = data.response_content_types;
                                                                                      const _errs103 = errors;
                                                                                      if (errors === _errs103) {
                                                                                        if (Array.isArray(data50)) {
                                                                                          var valid6 = true;
                                                                                          const len3 = data50.length;
                                                                                          for (let i3 = 0; i3 < len3; i3++) {
                                                                                            const _errs105 = errors;
                                                                                            if (typeof data50[i3] !== "string") {
                                                                                              validate20.errors = [{ instancePath: instancePath + "/response_content_types/" + i3, schemaPath: "#/properties/response_content_types/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                              return false;
                                                                                            }
                                                                                            var valid6 = _errs105 === errors;
                                                                                            if (!valid6) {
                                                                                              break;
                                                                                            }
                                                                                          }
                                                                                        } else {
                                                                                          validate20.errors = [{ instancePath: instancePath + "/response_content_types", schemaPath: "#/properties/response_content_types/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                          return false;
                                                                                        }
                                                                                      }
                                                                                      var valid0 = _errs103 === errors;
                                                                                    } else {
                                                                                      var valid0 = true;
                                                                                    }
                                                                                    if (valid0) {
                                                                                      if (data.error_type_original !== void 0) {
                                                                                        let data52 = data.error_type_original;
                                                                                        const _errs107 = errors;
                                                                                        if (errors === _errs107) {
                                                                                          if (typeof data52 === "string") {
                                                                                            if (func2(data52) > 256) {
                                                                                              validate20.errors = [{ instancePath: instancePath + "/error_type_original", schemaPath: "#/properties/error_type_original/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                                                                                              return false;
                                                                                            }
                                                                                          } else {
                                                                                            validate20.errors = [{ instancePath: instancePath + "/error_type_original", schemaPath: "#/properties/error_type_original/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                            return false;
                                                                                          }
                                                                                        }
                                                                                        var valid0 = _errs107 === errors;
                                                                                      } else {
                                                                                        var valid0 = true;
                                                                                      }
                                                                                      if (valid0) {
                                                                                        if (data.error_code !== void 0) {
                                                                                          let data53 = data.error_code;
                                                                                          const _errs109 = errors;
                                                                                          if (errors === _errs109) {
                                                                                            if (typeof data53 === "string") {
                                                                                              if (func2(data53) > 256) {
                                                                                                validate20.errors = [{ instancePath: instancePath + "/error_code", schemaPath: "#/properties/error_code/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                                                                                                return false;
                                                                                              }
                                                                                            } else {
                                                                                              validate20.errors = [{ instancePath: instancePath + "/error_code", schemaPath: "#/properties/error_code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                              return false;
                                                                                            }
                                                                                          }
                                                                                          var valid0 = _errs109 === errors;
                                                                                        } else {
                                                                                          var valid0 = true;
                                                                                        }
                                                                                        if (valid0) {
                                                                                          if (data.upstream_status_code !== void 0) {
                                                                                            let data54 = data.upstream_status_code;
                                                                                            const _errs111 = errors;
                                                                                            if (!(typeof data54 == "number" && (!(data54 % 1) && !isNaN(data54)) && isFinite(data54))) {
                                                                                              validate20.errors = [{ instancePath: instancePath + "/upstream_status_code", schemaPath: "#/properties/upstream_status_code/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                              return false;
                                                                                            }
                                                                                            if (errors === _errs111) {
                                                                                              if (typeof data54 == "number" && isFinite(data54)) {
                                                                                                if (data54 > 599 || isNaN(data54)) {
                                                                                                  validate20.errors = [{ instancePath: instancePath + "/upstream_status_code", schemaPath: "#/properties/upstream_status_code/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" }];
                                                                                                  return false;
                                                                                                } else {
                                                                                                  if (data54 < 100 || isNaN(data54)) {
                                                                                                    validate20.errors = [{ instancePath: instancePath + "/upstream_status_code", schemaPath: "#/properties/upstream_status_code/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" }];
                                                                                                    return false;
                                                                                                  }
                                                                                                }
                                                                                              }
                                                                                            }
                                                                                            var valid0 = _errs111 === errors;
                                                                                          } else {
                                                                                            var valid0 = true;
                                                                                          }
                                                                                          if (valid0) {
                                                                                            if (data.relay_request_id !== void 0) {
                                                                                              let data55 = data.relay_request_id;
                                                                                              const _errs113 = errors;
                                                                                              if (errors === _errs113) {
                                                                                                if (typeof data55 === "string") {
                                                                                                  if (func2(data55) > 256) {
                                                                                                    validate20.errors = [{ instancePath: instancePath + "/relay_request_id", schemaPath: "#/properties/relay_request_id/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                                                                                                    return false;
                                                                                                  }
                                                                                                } else {
                                                                                                  validate20.errors = [{ instancePath: instancePath + "/relay_request_id", schemaPath: "#/properties/relay_request_id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                  return false;
                                                                                                }
                                                                                              }
                                                                                              var valid0 = _errs113 === errors;
                                                                                            } else {
                                                                                              var valid0 = true;
                                                                                            }
                                                                                            if (valid0) {
                                                                                              if (data.fingerprint !== void 0) {
                                                                                                let data56 = data.fingerprint;
                                                                                                const _errs115 = errors;
                                                                                                if (errors === _errs115) {
                                                                                                  if (typeof data56 === "string") {
                                                                                                    if (!pattern9.test(data56)) {
                                                                                                      validate20.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/pattern", keyword: "pattern", params: { pattern: "^v1:[0-9a-f]{16}$" }, message: 'must match pattern "^v1:[0-9a-f]{16}$"' }];
                                                                                                      return false;
                                                                                                    }
                                                                                                  } else {
                                                                                                    validate20.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                    return false;
                                                                                                  }
                                                                                                }
                                                                                                var valid0 = _errs115 === errors;
                                                                                              } else {
                                                                                                var valid0 = true;
                                                                                              }
                                                                                              if (valid0) {
                                                                                                if (data.assumed !== void 0) {
                                                                                                  let data57 = data.assumed;
                                                                                                  const _errs117 = errors;
                                                                                                  if (errors === _errs117) {
                                                                                                    if (Array.isArray(data57)) {
                                                                                                      var valid7 = true;
                                                                                                      const len4 = data57.length;
                                                                                                      for (let i4 = 0; i4 < len4; i4++) {
                                                                                                        const _errs119 = errors;
                                                                                                        if (typeof data57[i4] !== "string") {
                                                                                                          validate20.errors = [{ instancePath: instancePath + "/assumed/" + i4, schemaPath: "#/properties/assumed/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                          return false;
                                                                                                        }
                                                                                                        var valid7 = _errs119 === errors;
                                                                                                        if (!valid7) {
                                                                                                          break;
                                                                                                        }
                                                                                                      }
                                                                                                    } else {
                                                                                                      validate20.errors = [{ instancePath: instancePath + "/assumed", schemaPath: "#/properties/assumed/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                                                      return false;
                                                                                                    }
                                                                                                  }
                                                                                                  var valid0 = _errs117 === errors;
                                                                                                } else {
                                                                                                  var valid0 = true;
                                                                                                }
                                                                                                if (valid0) {
                                                                                                  if (data.source !== void 0) {
                                                                                                    let data59 = data.source;
                                                                                                    const _errs121 = errors;
                                                                                                    if (errors === _errs121) {
                                                                                                      if (data59 && typeof data59 == "object" && !Array.isArray(data59)) {
                                                                                                        let missing2;
                                                                                                        if (data59.dialect === void 0 && (missing2 = "dialect")) {
                                                                                                          validate20.errors = [{ instancePath: instancePath + "/source", schemaPath: "#/properties/source/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                                                                                          return false;
                                                                                                        } else {
                                                                                                          const _errs123 = errors;
                                                                                                          for (const key3 in data59) {
                                                                                                            if (!func1.call(schema31.properties.source.properties, key3)) {
                                                                                                              validate20.errors = [{ instancePath: instancePath + "/source", schemaPath: "#/properties/source/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                                                                                                              return false;
                                                                                                              break;
                                                                                                            }
                                                                                                          }
                                                                                                          if (_errs123 === errors) {
                                                                                                            if (data59.dialect !== void 0) {
                                                                                                              const _errs124 = errors;
                                                                                                              if (typeof data59.dialect !== "string") {
                                                                                                                validate20.errors = [{ instancePath: instancePath + "/source/dialect", schemaPath: "#/properties/source/properties/dialect/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                return false;
                                                                                                              }
                                                                                                              var valid8 = _errs124 === errors;
                                                                                                            } else {
                                                                                                              var valid8 = true;
                                                                                                            }
                                                                                                            if (valid8) {
                                                                                                              if (data59.envelope !== void 0) {
                                                                                                                const _errs126 = errors;
                                                                                                                if (typeof data59.envelope !== "string") {
                                                                                                                  validate20.errors = [{ instancePath: instancePath + "/source/envelope", schemaPath: "#/properties/source/properties/envelope/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                  return false;
                                                                                                                }
                                                                                                                var valid8 = _errs126 === errors;
                                                                                                              } else {
                                                                                                                var valid8 = true;
                                                                                                              }
                                                                                                              if (valid8) {
                                                                                                                if (data59.file !== void 0) {
                                                                                                                  const _errs128 = errors;
                                                                                                                  if (typeof data59.file !== "string") {
                                                                                                                    validate20.errors = [{ instancePath: instancePath + "/source/file", schemaPath: "#/properties/source/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                    return false;
                                                                                                                  }
                                                                                                                  var valid8 = _errs128 === errors;
                                                                                                                } else {
                                                                                                                  var valid8 = true;
                                                                                                                }
                                                                                                                if (valid8) {
                                                                                                                  if (data59.line !== void 0) {
                                                                                                                    let data63 = data59.line;
                                                                                                                    const _errs130 = errors;
                                                                                                                    if (!(typeof data63 == "number" && (!(data63 % 1) && !isNaN(data63)) && isFinite(data63))) {
                                                                                                                      validate20.errors = [{ instancePath: instancePath + "/source/line", schemaPath: "#/properties/source/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                                                                      return false;
                                                                                                                    }
                                                                                                                    if (errors === _errs130) {
                                                                                                                      if (typeof data63 == "number" && isFinite(data63)) {
                                                                                                                        if (data63 < 1 || isNaN(data63)) {
                                                                                                                          validate20.errors = [{ instancePath: instancePath + "/source/line", schemaPath: "#/properties/source/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                                                                                                          return false;
                                                                                                                        }
                                                                                                                      }
                                                                                                                    }
                                                                                                                    var valid8 = _errs130 === errors;
                                                                                                                  } else {
                                                                                                                    var valid8 = true;
                                                                                                                  }
                                                                                                                  if (valid8) {
                                                                                                                    if (data59.host !== void 0) {
                                                                                                                      const _errs132 = errors;
                                                                                                                      if (typeof data59.host !== "string") {
                                                                                                                        validate20.errors = [{ instancePath: instancePath + "/source/host", schemaPath: "#/properties/source/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                        return false;
                                                                                                                      }
                                                                                                                      var valid8 = _errs132 === errors;
                                                                                                                    } else {
                                                                                                                      var valid8 = true;
                                                                                                                    }
                                                                                                                    if (valid8) {
                                                                                                                      if (data59.container !== void 0) {
                                                                                                                        const _errs134 = errors;
                                                                                                                        if (typeof data59.container !== "string") {
                                                                                                                          validate20.errors = [{ instancePath: instancePath + "/source/container", schemaPath: "#/properties/source/properties/container/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                          return false;
                                                                                                                        }
                                                                                                                        var valid8 = _errs134 === errors;
                                                                                                                      } else {
                                                                                                                        var valid8 = true;
                                                                                                                      }
                                                                                                                      if (valid8) {
                                                                                                                        if (data59.pod !== void 0) {
                                                                                                                          const _errs136 = errors;
                                                                                                                          if (typeof data59.pod !== "string") {
                                                                                                                            validate20.errors = [{ instancePath: instancePath + "/source/pod", schemaPath: "#/properties/source/properties/pod/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                            return false;
                                                                                                                          }
                                                                                                                          var valid8 = _errs136 === errors;
                                                                                                                        } else {
                                                                                                                          var valid8 = true;
                                                                                                                        }
                                                                                                                        if (valid8) {
                                                                                                                          if (data59.namespace !== void 0) {
                                                                                                                            const _errs138 = errors;
                                                                                                                            if (typeof data59.namespace !== "string") {
                                                                                                                              validate20.errors = [{ instancePath: instancePath + "/source/namespace", schemaPath: "#/properties/source/properties/namespace/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                              return false;
                                                                                                                            }
                                                                                                                            var valid8 = _errs138 === errors;
                                                                                                                          } else {
                                                                                                                            var valid8 = true;
                                                                                                                          }
                                                                                                                          if (valid8) {
                                                                                                                            if (data59.unit !== void 0) {
                                                                                                                              const _errs140 = errors;
                                                                                                                              if (typeof data59.unit !== "string") {
                                                                                                                                validate20.errors = [{ instancePath: instancePath + "/source/unit", schemaPath: "#/properties/source/properties/unit/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                return false;
                                                                                                                              }
                                                                                                                              var valid8 = _errs140 === errors;
                                                                                                                            } else {
                                                                                                                              var valid8 = true;
                                                                                                                            }
                                                                                                                            if (valid8) {
                                                                                                                              if (data59.tag !== void 0) {
                                                                                                                                const _errs142 = errors;
                                                                                                                                if (typeof data59.tag !== "string") {
                                                                                                                                  validate20.errors = [{ instancePath: instancePath + "/source/tag", schemaPath: "#/properties/source/properties/tag/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                  return false;
                                                                                                                                }
                                                                                                                                var valid8 = _errs142 === errors;
                                                                                                                              } else {
                                                                                                                                var valid8 = true;
                                                                                                                              }
                                                                                                                              if (valid8) {
                                                                                                                                if (data59.stream !== void 0) {
                                                                                                                                  const _errs144 = errors;
                                                                                                                                  if (typeof data59.stream !== "string") {
                                                                                                                                    validate20.errors = [{ instancePath: instancePath + "/source/stream", schemaPath: "#/properties/source/properties/stream/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                                                                                    return false;
                                                                                                                                  }
                                                                                                                                  var valid8 = _errs144 === errors;
                                                                                                                                } else {
                                                                                                                                  var valid8 = true;
                                                                                                                                }
                                                                                                                              }
                                                                                                                            }
                                                                                                                          }
                                                                                                                        }
                                                                                                                      }
                                                                                                                    }
                                                                                                                  }
                                                                                                                }
                                                                                                              }
                                                                                                            }
                                                                                                          }
                                                                                                        }
                                                                                                      } else {
                                                                                                        validate20.errors = [{ instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                                        return false;
                                                                                                      }
                                                                                                    }
                                                                                                    var valid0 = _errs121 === errors;
                                                                                                  } else {
                                                                                                    var valid0 = true;
                                                                                                  }
                                                                                                  if (valid0) {
                                                                                                    if (data.spec !== void 0) {
                                                                                                      const _errs146 = errors;
                                                                                                      if (!(data.spec === "1")) {
                                                                                                        validate20.errors = [{ instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/enum", keyword: "enum", params: { allowedValues: schema31.properties.spec.enum }, message: "must be equal to one of the allowed values" }];
                                                                                                        return false;
                                                                                                      }
                                                                                                      var valid0 = _errs146 === errors;
                                                                                                    } else {
                                                                                                      var valid0 = true;
                                                                                                    }
                                                                                                  }
                                                                                                }
                                                                                              }
                                                                                            }
                                                                                          }
                                                                                        }
                                                                                      }
                                                                                    }
                                                                                  }
                                                                                }
                                                                              }
                                                                            }
                                                                          }
                                                                        }
                                                                      }
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  stdin_default as default,
  validate
};
