import { type PreparedRule, prepareRules } from '../rule.ts';

/** AWS Bedrock, by the names of its exceptions. */
export const bedrockRules: readonly PreparedRule[] = prepareRules([
  {
    words: [
      'UnrecognizedClientException',
      'ExpiredTokenException',
      'InvalidClientTokenId',
      'InvalidSignatureException',
      'SignatureDoesNotMatch',
      'IncompleteSignature',
      'MissingAuthenticationToken',
    ],
    category: 'auth',
  },
  { words: ['ServiceQuotaExceededException'], category: 'quota_exhausted' },
  { words: ['ModelTimeoutException'], category: 'timeout' },
  { words: ['ModelNotReadyException'], category: 'overloaded' },
  { words: ['ModelErrorException', 'ModelStreamErrorException'], category: 'server_error' },
  {
    text: /^too many tokens(?! per day)/im,
    status: [429],
    category: 'rate_limit',
    limit: 'tokens',
  },
  { text: /^too many requests/im, status: [429], category: 'rate_limit', limit: 'requests' },
  // The model is there, but only through an inference profile.
  {
    text: /on-demand throughput isn.t supported/i,
    status: [400],
    category: 'invalid_request',
    failover: true,
  },
  {
    text: [/^operation not allowed/im, /not (?:allowed|available) from unsupported countries/i],
    status: [400, 403],
    category: 'permission',
  },
]);
