import { type PreparedRule, prepareRules } from '../rule.ts';

/** Groq. */
export const groqRules: readonly PreparedRule[] = prepareRules([
  // The model wrote a bad call or bad JSON: another draw can succeed.
  {
    words: ['tool_use_failed', 'json_validate_failed', 'output_parse_failed'],
    category: 'invalid_request',
    retryable: true,
    failover: true,
  },
  { words: ['blocked_api_access'], category: 'quota_exhausted', limit: 'spend' },
  {
    words: ['model_terms_required', 'organization_restricted', 'model_permission_blocked_org'],
    category: 'permission',
  },
  { words: ['capacity_exceeded', 'over_capacity'], category: 'overloaded' },
]);
