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
 * One rule of how a printed name is read. All that it states must hold; of the rules in one list the first that holds
 * decides. `to` may be the type that was printed: then the rule stands there to say why it is kept.
 */
export interface TypeRule {
  /** The type as printed; compared without case. */
  readonly types?: readonly string[];
  /** The code beside the type. It is asked before the type: white labels rename types and forget the codes. */
  readonly codes?: readonly string[];
  /** What the message, or the words around the body, must say. */
  readonly says?: RegExp;
  /** Dialects that print it in this meaning; absent: it means the same everywhere. */
  readonly from?: readonly string[];
  readonly status?: number;
  readonly to: ErrorType;
  /** A type that is read from words or classes, not from a type: named in `assumed`. */
  readonly assumed?: true;
  readonly why: string;
}

/** Official types that are printed where they are not meant, or by somebody else than Claude. */
export const LIARS: readonly TypeRule[] = [
  {
    types: ['invalid_request_error'],
    status: 429,
    says: /^Too many requests:/m,
    to: 'unknown_error_type',
    why: "Helicone's own limiter: nothing is wrong with the request",
  },
  {
    types: ['api_error'],
    codes: ['provider_response_error', 'internal_error', 'internal_server_error', 'network_error'],
    from: ['claude-code-router'],
    to: 'unknown_error_type',
    why: 'the default label of claude-code-router for any provider; the truth is in the body inside',
  },
  {
    types: ['api_error'],
    says: /Error from provider\(/,
    to: 'unknown_error_type',
    why: 'the default label of claude-code-router for any provider; the truth is in the body inside',
  },
  {
    types: ['internal_server_error', 'api_error'],
    says: /\bAnthropicException - (?:b['"])?Overloaded\b/,
    to: 'overloaded_error',
    why: "LiteLLM's fixed text for a 529, which it answers with 500",
  },
  {
    types: ['api_error'],
    says: /No available (?:\w+ )?accounts/i,
    to: 'api_error',
    why: 'a relay without an account: kept as printed, but it is not the API that failed',
  },
  {
    types: ['overloaded_error'],
    status: 429,
    to: 'overloaded_error',
    why: 'aiproxy answers 429 for 529: the type is right, the status is not',
  },
  {
    types: ['overloaded_error'],
    status: 503,
    to: 'overloaded_error',
    why: 'sub2api answers 503 for 529: the type is right, the status is not',
  },
  {
    types: ['timeout_error'],
    status: 408,
    says: /Request exceeded the timeout sent/,
    to: 'timeout_error',
    why: "Portkey's own timeout in the official spelling: kept as printed",
  },
];

/** Codes and types of others. Whatever no rule knows is unknown_error_type, with the original kept. */
export const TYPE_RULES: readonly TypeRule[] = [
  // What relays say of themselves: Claude never saw the call, or its answer was lost.
  {
    codes: ['bad_response_status_code'],
    to: 'unknown_error_type',
    why: 'one-api family: only the status of the upstream is left, and a status is no type',
  },
  {
    codes: [
      'bad_response',
      'bad_response_body',
      'empty_response',
      'read_response_body_failed',
      'convert_request_failed',
      'json_marshal_failed',
      'unmarshal_response_body_failed',
      'close_response_body_failed',
    ],
    to: 'unknown_error_type',
    why: 'one-api family: the relay failed at its own work',
  },
  {
    codes: ['do_request_failed', 'channel:no_available_key', 'channel:response_time_exceeded'],
    to: 'unknown_error_type',
    why: 'one-api family: no HTTP answer existed, or a channel of the relay is set up wrongly',
  },
  {
    codes: [
      'insufficient_user_quota',
      'pre_consume_token_quota_failed',
      'insufficient_quota',
      'quota_not_enough',
      'user_quota_not_enough',
    ],
    to: 'unknown_error_type',
    why: "the relay's wallet is empty, which is no billing_error of Claude's account",
  },
  {
    codes: ['model_not_found', 'get_channel_failed', 'no_available_channel'],
    to: 'unknown_error_type',
    why: 'the relay has no route for the model; Claude was not asked',
  },
  {
    types: ['model_not_found'],
    says: /no available channel|\u65e0\u53ef\u7528\u6e20\u9053/i,
    to: 'unknown_error_type',
    why: 'new-api prints its code as the type: the relay has no route for the model',
  },
  {
    types: ['model_not_found'],
    from: ['one-api', 'new-api', 'one-hub', 'aiproxy', 'simple-one-api', 'uni-api'],
    to: 'unknown_error_type',
    why: 'the relay has no route for the model; Claude was not asked',
  },
  {
    codes: ['prompt_blocked', 'sensitive_words_detected', 'content_filter'],
    to: 'unknown_error_type',
    why: "a relay's own filter; Claude has no such type",
  },
  {
    codes: ['access_denied', 'invalid_api_key', 'client_validation_error', 'session_binding_error'],
    to: 'unknown_error_type',
    why: 'the relay refused its own key: calling it authentication_error would send people to the wrong console',
  },
  {
    codes: ['aws_invoke_error'],
    to: 'unknown_error_type',
    why: "new-api's wrapper around Bedrock; its text may hold more",
  },
  {
    codes: ['upstream_rate_limited', 'opus_weekly_limit'],
    to: 'rate_limit_error',
    why: "claude-relay-service rewrites Claude's 429 to 403 under these names",
  },
  {
    types: ['upstream_rate_limited', 'opus_weekly_limit'],
    to: 'rate_limit_error',
    why: "claude-relay-service rewrites Claude's 429 to 403 under these names",
  },
  {
    codes: [
      'E001',
      'E002',
      'E003',
      'E004',
      'E005',
      'E006',
      'E007',
      'E008',
      'E009',
      'E010',
      'E011',
      'E012',
      'E013',
      'E014',
      'E015',
    ],
    to: 'unknown_error_type',
    why: 'claude-relay-service guesses these from words of the message',
  },
  {
    types: ['upstream_error', 'system_error', 'openai_error', 'claude_error'],
    to: 'unknown_error_type',
    why: 'a relay says that its upstream failed; the class was lost',
  },
  {
    types: ['server_error', 'internal_error', 'internal_server_error'],
    from: ['claude-relay-service', 'cli-proxy-api', 'one-hub', 'copilot-api', 'claude-code-router'],
    to: 'unknown_error_type',
    why: "the relay's own word for anything that went wrong",
  },
  {
    types: ['auth_error', 'queue_timeout', 'queue_backend_error', 'forbidden', 'not_supported', 'subscription_error'],
    to: 'unknown_error_type',
    why: 'a fault of the relay itself',
  },
  // The same fault at the provider, in another spelling.
  {
    types: ['rate_limit', 'rate_limited', 'rate_limit_exceeded', 'throttling_error'],
    to: 'rate_limit_error',
    why: 'the same limit: SDK spans, Claude Code, OpenRouter, LiteLLM',
  },
  {
    types: ['throttlingexception', 'servicequotaexceededexception'],
    to: 'rate_limit_error',
    why: 'Bedrock: the same limit at the provider',
  },
  {types: ['resource_exhausted'], to: 'rate_limit_error', why: 'Vertex: the quota of a base model'},
  {
    types: ['overloaded', 'provider_overloaded'],
    to: 'overloaded_error',
    why: 'SDK spans, OpenRouter: the provider had no room',
  },
  {types: ['invalid_request'], to: 'invalid_request_error', why: 'SDK spans, OpenRouter'},
  {types: ['validationexception'], to: 'invalid_request_error', why: 'Bedrock: the request is at fault'},
  {types: ['invalid_argument'], to: 'invalid_request_error', why: 'Vertex: gRPC INVALID_ARGUMENT'},
  {
    types: ['authentication_failed', 'unauthorized', 'unauthenticated'],
    to: 'authentication_error',
    why: "SDK spans, Claude Code, Vertex: the provider refused the caller's key",
  },
  {
    types: ['unrecognizedclientexception', 'expiredtokenexception', 'invalidsignatureexception'],
    to: 'authentication_error',
    why: 'AWS: the signature or its key is not valid',
  },
  {
    types: ['accessdeniedexception', 'accessdenied', 'permission_denied'],
    to: 'permission_error',
    why: 'Bedrock, Vertex: the key is known and may not',
  },
  {types: ['model_not_found'], to: 'not_found_error', why: "Claude Code's code for a 404 of the API"},
  {
    types: ['resourcenotfoundexception', 'not_found', 'deploymentnotfound'],
    to: 'not_found_error',
    why: 'Bedrock, Vertex, Azure: no such model or deployment',
  },
  {
    types: ['request_too_large_error', 'payload_too_large'],
    to: 'request_too_large',
    why: 'SDK spans, OpenRouter: the same 413',
  },
  {types: ['server_error', 'internal_error'], to: 'api_error', why: 'SDK spans, Claude Code: the 500 of the API'},
  {
    types: ['internalserverexception', 'internal'],
    to: 'api_error',
    why: 'Bedrock, Vertex: a fault inside the provider',
  },
  {
    types: ['modeltimeoutexception', 'deadline_exceeded'],
    to: 'timeout_error',
    why: 'Bedrock, Vertex: the model took too long',
  },
  {types: ['client_timeout_error'], to: 'timeout', why: 'SDK spans: the client gave up'},
  {types: ['stream_error'], to: 'stream_interrupted', why: 'SDK spans: the stream broke'},
  // LiteLLM: with `XException - ` the provider spoke, without it the gateway did.
  {
    says: /\bAnthropicException - (?:b['"])?Overloaded\b/,
    to: 'overloaded_error',
    assumed: true,
    why: "LiteLLM's fixed text for a 529",
  },
  ...(
    [
      ['RateLimitError', 'rate_limit_error'],
      ['AuthenticationError', 'authentication_error'],
      ['PermissionDeniedError', 'permission_error'],
      ['NotFoundError', 'not_found_error'],
      ['BadRequestError', 'invalid_request_error'],
      ['UnprocessableEntityError', 'invalid_request_error'],
      ['ContextWindowExceededError', 'invalid_request_error'],
    ] as const
  ).map(
    ([name, to]): TypeRule => ({
      says: new RegExp(`\\blitellm\\.(?:exceptions\\.)?${name}: (?:[\\w.]{1,60}: ){0,3}\\w{1,40}Exception\\b`),
      to,
      assumed: true,
      why: `LiteLLM's ${name} around an exception of the provider`,
    }),
  ),
  {
    says: /\blitellm\.(?:exceptions\.)?[A-Z]\w{2,40}\b/,
    to: 'unknown_error_type',
    why: "LiteLLM's own fault, or a class that several faults share",
  },
];

/** True for a name that somebody else has for one of the types. */
export const isAlias = (name: string): boolean =>
  TYPE_RULES.some(({types, from, to}) => !from && to !== UNKNOWN_TYPE && types?.includes(name.toLowerCase()));

/** True for a code that has rules of its own. */
export const isRuledCode = (code: string): boolean => TYPE_RULES.some(({codes}) => codes?.includes(code));

/** Names of white labels: they say only who spoke. */
export const WHITE_LABEL = /_(?:api_)?error$/i;

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

/** True for a type that the API documents. */
export const isOfficialType = (value: string): value is keyof typeof OFFICIAL_TYPES =>
  Object.hasOwn(OFFICIAL_TYPES, value);
