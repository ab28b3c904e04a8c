import type { ErrorCategory } from '@llm-router/core';

/** What a category means for the request, unless a rule knows better. */
export interface Verdict {
  /** The same request to the same deployment could succeed soon. */
  readonly retryable: boolean;
  /** Another deployment could succeed. */
  readonly failover: boolean;
  /** `low` passes by itself, `medium` concerns this request, `high` needs a person. */
  readonly severity: 'low' | 'medium' | 'high';
  /** What to do about it, in a sentence. */
  readonly action: string;
}

/** The verdict of each category. */
export const defaultVerdicts: Readonly<Record<ErrorCategory, Verdict>> = freeze({
  rate_limit: {
    retryable: true,
    failover: true,
    severity: 'low',
    action: 'Wait as long as stated, or back off; or use a deployment with another limit.',
  },
  quota_exhausted: {
    retryable: false,
    failover: true,
    severity: 'high',
    action: 'Use another account or provider until the quota resets, or raise the plan or budget.',
  },
  auth: {
    retryable: false,
    failover: true,
    severity: 'high',
    action: 'Check the API key or token of this deployment; use another one meanwhile.',
  },
  permission: {
    retryable: false,
    failover: true,
    severity: 'high',
    action: 'Grant this account access to the model, feature or region; use another one meanwhile.',
  },
  not_found: {
    retryable: false,
    failover: true,
    severity: 'high',
    action: 'Check the model or deployment name and the base URL; use another model meanwhile.',
  },
  context_length: {
    retryable: false,
    failover: true,
    severity: 'medium',
    action: 'Shorten the request, or use a model with a larger context window.',
  },
  invalid_request: {
    retryable: false,
    failover: false,
    severity: 'medium',
    action: 'Correct the request: sent again unchanged, it fails again.',
  },
  content_policy: {
    retryable: false,
    failover: true,
    severity: 'medium',
    action: 'Change the content, or decide by policy whether another provider may see it.',
  },
  timeout: {
    retryable: true,
    failover: true,
    severity: 'low',
    action: 'Try again a few times, stream long answers, or allow more time.',
  },
  network: {
    retryable: true,
    failover: true,
    severity: 'low',
    action: 'Try again after a short pause; check address, DNS, proxy and TLS if it stays.',
  },
  server_error: {
    retryable: true,
    failover: true,
    severity: 'medium',
    action: 'Try again after a pause, or use another deployment.',
  },
  overloaded: {
    retryable: true,
    failover: true,
    severity: 'low',
    action: 'Use another provider, or try again after a longer pause.',
  },
  aborted: {
    retryable: false,
    failover: false,
    severity: 'low',
    action: 'Nothing: the caller ended the request.',
  },
  unknown: {
    retryable: false,
    failover: true,
    severity: 'medium',
    action: 'Look at the message; nothing known fits it.',
  },
});

/** Everyone shares this table, so nobody may change it. */
function freeze<T extends Record<string, object>>(table: T): T {
  for (const row of Object.values(table)) Object.freeze(row);
  return Object.freeze(table);
}
