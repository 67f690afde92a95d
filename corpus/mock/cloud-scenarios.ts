/** What the clouds in front of Claude answer, as data: their own errors by scenario; everything else is Claude's. */
import type {ScenarioName} from '../plan.ts';

export interface CloudError {
  readonly status: number;
  readonly reason: string;
  /** Bedrock: the exception's name; Vertex: the gRPC status. */
  readonly type: string;
  /** What that is among the types of the API. */
  readonly means: string;
  /** One per round, so that no two failing calls say the same. */
  readonly messages: readonly [string, string];
}

type CloudErrors = Readonly<Partial<Record<ScenarioName, CloudError>>>;

export const bedrockErrors: CloudErrors = {
  'bad-param': error(400, 'Bad Request', 'ValidationException', 'invalid_request_error', [
    'messages.1.content.0.text: text content blocks must be non-empty',
    'Malformed input request: #: required key [max_tokens] not found, please reformat your input and try again.',
  ]),
  unauthorized: error(403, 'Forbidden', 'UnrecognizedClientException', 'authentication_error', [
    'The security token included in the request is invalid.',
    'The security token included in the request is invalid. Is it "revoked"?',
  ]),
  forbidden: error(403, 'Forbidden', 'AccessDeniedException', 'permission_error', [
    "You don't have access to the model with the specified model ID.",
    'Your account is not authorized to invoke this API operation.',
  ]),
  'not-found': error(404, 'Not Found', 'ResourceNotFoundException', 'not_found_error', [
    'Could not resolve the foundation model from the provided model identifier.',
    'This Model is marked by provider as Legacy.',
  ]),
  'too-large': error(400, 'Bad Request', 'ValidationException', 'invalid_request_error', [
    'Input is too long for requested model.',
    'The model returned the following errors: input length and `max_tokens` exceed context limit: 199000 + 4000 > 200000',
  ]),
  'rate-limited-then-ok': throttled(),
  'rate-limited': throttled(),
  'server-error': error(500, 'Internal Server Error', 'InternalServerException', 'api_error', [
    'The system encountered an unexpected error during processing. Try your request again.',
    'An internal server error occurred. Retry your request.',
  ]),
  'overloaded-then-ok': error(503, 'Service Unavailable', 'ServiceUnavailableException', 'unknown_error_type', [
    'Bedrock is unable to process your request.',
    'The service is currently unavailable.',
  ]),
  /** Sent as a frame of the stream that began with 200. */
  'sse-error': error(200, 'OK', 'throttlingException', 'rate_limit_error', [
    'Too many tokens, please wait before trying again.',
    'Your request rate is too high. Reduce the frequency of requests.',
  ]),
};

/** Claude's own errors pass through Vertex unchanged: these are the ones that the cloud says itself. */
export const vertexErrors: CloudErrors = {
  unauthorized: error(401, 'Unauthorized', 'UNAUTHENTICATED', 'authentication_error', [
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    'Request is missing required authentication credential.',
  ]),
  forbidden: error(403, 'Forbidden', 'PERMISSION_DENIED', 'permission_error', [
    "Permission 'aiplatform.endpoints.predict' denied on resource '//aiplatform.googleapis.com/projects/marsh-heron/locations/us-east5/publishers/anthropic/models/claude-sonnet-4-5@20250929' (or it may not exist).",
    'Agent Platform API has not been used in project marsh-heron before or it is disabled.',
  ]),
  'not-found': error(404, 'Not Found', 'NOT_FOUND', 'not_found_error', [
    'Publisher Model `projects/marsh-heron/locations/us-east5/publishers/anthropic/models/claude-sonnet-9-0` was not found or your project does not have access to it.',
    'Publisher Model `publishers/anthropic/models/claude-sonnet-9-0` is not servable in region us-east5.',
  ]),
  'rate-limited-then-ok': exhausted(),
  'rate-limited': exhausted(),
};

function throttled(): CloudError {
  return error(429, 'Too Many Requests', 'ThrottlingException', 'rate_limit_error', [
    'Too many requests, please wait before trying again.',
    'Too many tokens, please wait before trying again.',
  ]);
}

function exhausted(): CloudError {
  return error(429, 'Too Many Requests', 'RESOURCE_EXHAUSTED', 'rate_limit_error', [
    'Quota exceeded for aiplatform.googleapis.com/online_prediction_requests_per_base_model with base model: anthropic-claude-sonnet-4-5. Please submit a quota increase request.',
    'Resource has been exhausted (e.g. check quota).',
  ]);
}

function error(
  status: number,
  reason: string,
  type: string,
  means: string,
  messages: readonly [string, string],
): CloudError {
  return {status, reason, type, means, messages};
}
