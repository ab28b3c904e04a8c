import { type Failure, plainWord } from './failure.ts';

/**
 * Machine words that name a status. They outrank the HTTP status: gateways answer 400 or 500 for
 * what the upstream called a rate limit.
 */
const telling: Readonly<Record<number, readonly string[]>> = {
  401: ['authentication_error', 'UNAUTHENTICATED', 'unauthorized', 'AuthenticationFailed'],
  402: ['payment_required', 'billing_error'],
  403: [
    'permission_error',
    'PERMISSION_DENIED',
    'PermissionDeniedError',
    'permission_denied_error',
    'AccessDeniedException',
    'AccessDenied',
    'forbidden',
  ],
  404: ['not_found_error', 'NOT_FOUND', 'resource_not_found_error', 'ResourceNotFoundException'],
  409: ['conflict_error', 'ConflictException'],
  413: ['request_too_large', 'payload_too_large', 'RequestEntityTooLarge'],
  422: ['unprocessable', 'UnprocessableEntityError', 'unprocessable_entity'],
  429: [
    'rate_limit_error',
    'rate_limit_exceeded',
    'rate_limit_reached_error',
    'rate_limited',
    'RateLimitReached',
    'limit_requests',
    'too_many_requests',
    'too_many_requests_error',
    'TooManyRequestsException',
    'RESOURCE_EXHAUSTED',
    'ThrottlingException',
    'Throttled',
    'request_throttled',
  ],
  499: ['CANCELLED', 'client_closed_request'],
  503: ['UNAVAILABLE', 'service_unavailable', 'ServiceUnavailableException', 'unavailable_error'],
  504: ['DEADLINE_EXCEEDED', 'GatewayTimeout', 'gateway_timeout'],
  529: ['overloaded_error'],
};

/** Words that vendors put on many kinds of error: they only stand in for a missing HTTP status. */
const vague: Readonly<Record<number, readonly string[]>> = {
  400: [
    'invalid_request_error',
    'invalid_request',
    'BadRequestError',
    'bad_request',
    'INVALID_ARGUMENT',
    'InvalidParameter',
    'invalid_parameter_error',
    'ValidationException',
    'FAILED_PRECONDITION',
    'OUT_OF_RANGE',
  ],
  500: [
    'server_error',
    'api_error',
    'internal_error',
    'internal_server_error',
    'INTERNAL',
    'provider_error',
    'upstream_error',
  ],
};

const tellingStatuses = byWord(telling);
const vagueStatuses = byWord(vague);

/** The status that the error amounts to: of its machine words, its HTTP status, its vague words. */
export function impliedStatus(failure: Failure): number | undefined {
  return (
    find(failure.words, tellingStatuses) ?? failure.status ?? find(failure.words, vagueStatuses)
  );
}

function find(
  words: ReadonlySet<string>,
  statuses: ReadonlyMap<string, number>,
): number | undefined {
  for (const word of words) {
    const status = statuses.get(word);
    if (status !== undefined) return status;
  }
  return undefined;
}

function byWord(table: Readonly<Record<number, readonly string[]>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(table).flatMap(([status, words]) =>
      words.map((word): [string, number] => [plainWord(word), Number(status)]),
    ),
  );
}
