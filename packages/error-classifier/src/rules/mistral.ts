import { type PreparedRule, prepareRules } from '../rule.ts';

/** Mistral. Its numeric codes are its own. */
export const mistralRules: readonly PreparedRule[] = prepareRules([
  { words: ['1300'], category: 'rate_limit' },
  { words: ['1500'], category: 'not_found' },
  { words: ['3505', 'service_tier_capacity_exceeded'], category: 'overloaded' },
  {
    text: /^requests rate limit exceeded/im,
    status: [429],
    category: 'rate_limit',
    limit: 'requests',
  },
]);
