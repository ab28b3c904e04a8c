import { type PreparedRule, prepareRules } from '../rule.ts';

/**
 * Gemini API and Vertex AI. One sentence, "You exceeded your current quota", stands for a minute
 * limit, a day limit and no money at all; the id of the quota tells them apart.
 */
export const googleRules: readonly PreparedRule[] = prepareRules([
  {
    quotaId: /PerDay/i,
    category: 'quota_exhausted',
    limit: 'day',
    resets: 'midnight-pacific',
  },
  { quotaId: /token.*Per(?:Minute|Second)/i, category: 'rate_limit', limit: 'tokens' },
  { quotaId: /Per(?:Minute|Second)/i, category: 'rate_limit', limit: 'requests' },
  {
    words: ['API_KEY_INVALID', 'API_KEY_EXPIRED', 'CREDENTIALS_MISSING', 'ACCESS_TOKEN_EXPIRED'],
    category: 'auth',
  },
  {
    words: [
      'API_KEY_SERVICE_BLOCKED',
      'API_KEY_HTTP_REFERRER_BLOCKED',
      'API_KEY_IP_ADDRESS_BLOCKED',
      'SERVICE_DISABLED',
      'BILLING_DISABLED',
      'CONSUMER_INVALID',
      'USER_PROJECT_DENIED',
      'IAM_PERMISSION_DENIED',
      'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
    ],
    category: 'permission',
  },
  // A region without a free tier, or billing to be set up.
  { words: ['FAILED_PRECONDITION'], status: [400], category: 'permission' },
  // An upload that is still being looked at.
  {
    text: /\bfile is not in an active state\b/i,
    status: [400],
    category: 'invalid_request',
    retryable: true,
    failover: true,
  },
  // Cancelled on their side.
  { words: ['backendError'], status: [499], category: 'server_error' },
  {
    text: /does(?:n't| not) have a free (?:quota )?tier|doesn't have a free quota/i,
    status: [429],
    category: 'quota_exhausted',
  },
  // A minute's limit, whose name does not say so.
  { text: /quota exceeded for \S{0,100}_per_base_model\b/i, status: [429], category: 'rate_limit' },
  { text: /spend-based rate limit/i, status: [429], category: 'rate_limit', limit: 'spend' },
  // The model has no quota on this tier at all.
  { text: /\blimit: 0\b/i, status: [429], category: 'quota_exhausted' },
  {
    text: /quota exceeded for .{0,200}per[ _]?day/i,
    status: [429],
    category: 'quota_exhausted',
    limit: 'day',
    resets: 'midnight-pacific',
  },
]);
