import { type PreparedRule, prepareRules } from '../rule.ts';

/** Cohere, which has messages but no codes. */
export const cohereRules: readonly PreparedRule[] = prepareRules([
  { text: /\/ ?month|per month/i, status: [429], category: 'quota_exhausted' },
  { text: /per minute|\/ ?minute/i, status: [429], category: 'rate_limit' },
  { status: [498], category: 'content_policy' },
]);
