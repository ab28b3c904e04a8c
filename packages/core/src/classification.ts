export type ErrorCategory =
  | 'rate_limit'
  | 'quota_exhausted'
  | 'auth'
  | 'permission'
  | 'not_found'
  | 'context_length'
  | 'invalid_request'
  | 'content_policy'
  | 'timeout'
  | 'network'
  | 'server_error'
  | 'overloaded'
  | 'aborted'
  | 'unknown';

/** What went wrong, in one shape for every provider. Plain data. */
export interface ErrorClassification {
  readonly category: ErrorCategory;
  /** The same request to the same deployment could succeed soon. */
  readonly retryable: boolean;
  /** Another deployment could succeed. */
  readonly failover: boolean;
  readonly severity: 'low' | 'medium' | 'high';
  /** What a person or the router should do about it. */
  readonly action: string;
  /** The wait that the provider stated, in milliseconds. Never invented. */
  readonly retryAfterMs?: number;
  /** When the exhausted limit comes back, epoch milliseconds, if stated. */
  readonly resetAt?: number;
  /** So many tokens of output the account can still pay for, where the provider says so. */
  readonly affordableTokens?: number;
  /** Which limit refused, if known. */
  readonly limit?: 'requests' | 'tokens' | 'concurrency' | 'burst' | 'day' | 'spend';
  readonly status?: number;
  /** The provider's own machine code. */
  readonly code?: string;
  readonly provider?: string;
  /** The provider's own words, shortened. */
  readonly message: string;
}
