import { type PreparedRule, prepareRules } from '../rule.ts';

/** Portkey: its own statuses for guardrails and budgets. */
export const portkeyRules: readonly PreparedRule[] = prepareRules([
  { text: /not allowed for this integration/i, status: [412], category: 'permission' },
  { status: [446], category: 'content_policy' },
  { status: [412], category: 'quota_exhausted', limit: 'spend' },
]);
