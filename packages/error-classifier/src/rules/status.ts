import { type PreparedRule, prepareRules } from '../rule.ts';

/** What a status means where nothing else is known. */
export const statusRules: readonly PreparedRule[] = prepareRules([
  { status: [401, 407], category: 'auth' },
  { status: [402], category: 'quota_exhausted', limit: 'spend' },
  { status: [403, 451], category: 'permission' },
  { status: [404, 410], category: 'not_found' },
  { status: [408, 504, 524], category: 'timeout' },
  // The size limit is the provider's own: another one may allow more.
  { status: [413], category: 'invalid_request', failover: true },
  { status: [409, 424, 425], category: 'server_error' },
  { status: [429], category: 'rate_limit' },
  { status: [498, 503, 529], category: 'overloaded' },
  { status: [499], category: 'aborted' },
  { status: [501, 505], category: 'server_error', retryable: false },
]);
