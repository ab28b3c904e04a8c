import { type PreparedRule, prepareRules } from '../rule.ts';

/** OpenAI. Many of its codes are spoken by others too and stand in the shared tables. */
export const openaiRules: readonly PreparedRule[] = prepareRules([
  {
    words: [
      'organization_spend_limit_exceeded',
      'project_spend_limit_exceeded',
      'billing_hard_limit_reached',
      'billing_not_active',
      'organization_usage_limit_exceeded',
      'project_usage_limit_exceeded',
      'usage_limit_exceeded',
    ],
    category: 'quota_exhausted',
    limit: 'spend',
  },
  {
    words: ['invalid_prompt'],
    status: [400],
    text: /usage policy|safety|flagged/i,
    category: 'content_policy',
  },
  // Reasoning items are sealed for the organization that made them.
  { words: ['invalid_encrypted_content'], category: 'invalid_request' },
  { words: ['server_is_overloaded', 'engine_overloaded', 'slow_down'], category: 'overloaded' },
  {
    text: /\bip (?:address )?.{0,20}not (?:allowed|authorized)|must be a member/i,
    status: [401],
    category: 'auth',
  },
  // The ramp was too steep: the service asks for the old pace.
  { text: /^slow down\b/im, status: [503], category: 'overloaded', limit: 'burst' },
]);
