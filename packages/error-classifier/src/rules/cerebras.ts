import { type PreparedRule, prepareRules } from '../rule.ts';

/** Cerebras: flat bodies; a full queue is not the account's limit. */
export const cerebrasRules: readonly PreparedRule[] = prepareRules([
  { words: ['queue_exceeded'], category: 'overloaded' },
  {
    words: ['request_quota_exceeded', 'token_quota_exceeded'],
    text: /per day|per month/i,
    category: 'quota_exhausted',
    limit: 'day',
  },
  { words: ['request_quota_exceeded'], category: 'rate_limit', limit: 'requests' },
  { words: ['token_quota_exceeded'], category: 'rate_limit', limit: 'tokens' },
]);
