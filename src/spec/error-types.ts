/** Types that the API documents, with the status each stands for (platform.claude.com/docs/en/api/errors). */
export const OFFICIAL_TYPES = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  conflict_error: 409,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
} as const;

/** Types of the field guide for what the API itself cannot say: the client saw it, or a stream broke. */
export const GUIDE_TYPES = ['internal_server_error', 'stream_interrupted', 'timeout', 'connection_error'] as const;

/** Everything else is this, with the original value beside it. */
export const UNKNOWN_TYPE = 'unknown_error_type';

export const ERROR_TYPES = [
  ...(Object.keys(OFFICIAL_TYPES) as (keyof typeof OFFICIAL_TYPES)[]),
  ...GUIDE_TYPES,
  UNKNOWN_TYPE,
] as const;

export type ErrorType = (typeof ERROR_TYPES)[number];

/**
 * Names that mean the same as an official type, spelled by somebody else: the original stays in error_type_original.
 * Sources: OTel spans of the TypeScript SDK (src/internal/tracing.ts), Claude Code's result codes (claude-agent-sdk
 * types.py), LiteLLM and one-api wrappers. Of the clouds: exception names of bedrock-runtime and of AWS's common errors
 * (botocore data/bedrock-runtime service-2.json), gRPC statuses (googleapis google/rpc/code.proto), Azure's codes,
 * OpenRouter's (typescript-sdk src/models/apierrortype.ts).
 * Left out because they name no fault of the API: ServiceUnavailableException, ModelNotReadyException,
 * ModelErrorException, ModelStreamErrorException (a 503 is not "overloaded"), UNAVAILABLE, FAILED_PRECONDITION, and
 * OpenRouter's authentication and permission_denied, which speak of its own keys.
 */
export const TYPE_ALIASES: Readonly<Record<string, ErrorType>> = {
  rate_limit: 'rate_limit_error',
  rate_limited: 'rate_limit_error',
  rate_limit_exceeded: 'rate_limit_error',
  throttlingexception: 'rate_limit_error',
  servicequotaexceededexception: 'rate_limit_error',
  resource_exhausted: 'rate_limit_error',
  overloaded: 'overloaded_error',
  provider_overloaded: 'overloaded_error',
  invalid_request: 'invalid_request_error',
  validationexception: 'invalid_request_error',
  invalid_argument: 'invalid_request_error',
  authentication_failed: 'authentication_error',
  unauthorized: 'authentication_error',
  unauthenticated: 'authentication_error',
  unrecognizedclientexception: 'authentication_error',
  expiredtokenexception: 'authentication_error',
  invalidsignatureexception: 'authentication_error',
  accessdeniedexception: 'permission_error',
  accessdenied: 'permission_error',
  permission_denied: 'permission_error',
  model_not_found: 'not_found_error',
  resourcenotfoundexception: 'not_found_error',
  not_found: 'not_found_error',
  deploymentnotfound: 'not_found_error',
  request_too_large_error: 'request_too_large',
  payload_too_large: 'request_too_large',
  server_error: 'api_error',
  internal_error: 'api_error',
  internalserverexception: 'api_error',
  internal: 'api_error',
  modeltimeoutexception: 'timeout_error',
  deadline_exceeded: 'timeout_error',
  client_timeout_error: 'timeout',
  stream_error: 'stream_interrupted',
};

/**
 * Exception classes that the official SDKs define for exactly one API type or client-side failure. A class name is no
 * API type, so a type read from here is named in `assumed`.
 * Sources: anthropic-sdk-python src/anthropic/_exceptions.py, anthropic-sdk-typescript src/core/error.ts.
 */
export const TYPE_OF_CLASS: Readonly<Record<string, ErrorType>> = {
  BadRequestError: 'invalid_request_error',
  AuthenticationError: 'authentication_error',
  PaymentRequiredError: 'billing_error',
  PermissionDeniedError: 'permission_error',
  NotFoundError: 'not_found_error',
  ConflictError: 'conflict_error',
  RequestTooLargeError: 'request_too_large',
  ContentTooLargeError: 'request_too_large',
  RateLimitError: 'rate_limit_error',
  OverloadedError: 'overloaded_error',
  APIConnectionTimeoutError: 'timeout',
  APITimeoutError: 'timeout',
  APIConnectionError: 'connection_error',
};

const TYPE_OF_STATUS: ReadonlyMap<number, ErrorType> = new Map(
  Object.entries(OFFICIAL_TYPES).map(([type, status]) => [status, type as ErrorType]),
);

/** The documented type of a status, for the official host only: relays use statuses as they like. */
export const typeOfStatus = (status: number): ErrorType | undefined => TYPE_OF_STATUS.get(status);

const KNOWN: ReadonlySet<string> = new Set(ERROR_TYPES);

/** True for a value that stands in the catalogue as it is. */
export const isErrorType = (value: string): value is ErrorType => KNOWN.has(value);
