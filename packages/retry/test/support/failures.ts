import type { ErrorCategory, ErrorClassification } from '@llm-router/core';

/** Every category there is; the type makes a new one fail to compile here. */
const all: Record<ErrorCategory, true> = {
  rate_limit: true,
  quota_exhausted: true,
  auth: true,
  permission: true,
  not_found: true,
  context_length: true,
  invalid_request: true,
  content_policy: true,
  timeout: true,
  network: true,
  server_error: true,
  overloaded: true,
  aborted: true,
  unknown: true,
};

export const categories: readonly ErrorCategory[] = Object.keys(all) as ErrorCategory[];

/** A classified failure; retryable and worth another deployment unless the test says otherwise. */
export function failed(
  category: ErrorCategory,
  extra: Partial<ErrorClassification> = {},
): ErrorClassification {
  return {
    category,
    retryable: true,
    failover: true,
    severity: 'medium',
    action: 'wait',
    message: `it failed with ${category}`,
    ...extra,
  };
}
