import { type PreparedRule, prepareRules } from '../rule.ts';

/** Portkey: its own statuses for guardrails and budgets. */
export const portkeyRules: readonly PreparedRule[] = prepareRules([
  { status: [446], category: 'content_policy' },
  { status: [412], category: 'quota_exhausted', limit: 'spend' },
]);
