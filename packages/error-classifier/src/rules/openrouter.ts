import { type PreparedRule, prepareRules } from '../rule.ts';

/** OpenRouter: its own error types, and limits of its free models that end with the UTC day. */
export const openrouterRules: readonly PreparedRule[] = prepareRules([
  { words: ['provider_overloaded', 'capacity_exhausted'], category: 'overloaded' },
  { words: ['provider_unavailable'], category: 'server_error' },
  { words: ['max_tokens_exceeded'], category: 'invalid_request', failover: true },
  { words: ['invalid_prompt', 'string_too_long'], category: 'invalid_request' },
  {
    text: /free-models-per-day/i,
    status: [429],
    category: 'quota_exhausted',
    limit: 'day',
    resets: 'midnight-utc',
  },
  { text: /free-models-per-min/i, status: [429], category: 'rate_limit', limit: 'requests' },
  { text: /rate-limited upstream/i, status: [429], category: 'rate_limit' },
  {
    text: /requires? moderation|\bflagged\b|(?:by|violates?) .{0,40}guardrail/i,
    status: [403],
    category: 'content_policy',
  },
  // A restriction by the account's own settings, or no provider with the features asked for.
  { text: /^no (?:allowed )?(?:endpoints|providers)/im, status: [404], category: 'not_found' },
]);
