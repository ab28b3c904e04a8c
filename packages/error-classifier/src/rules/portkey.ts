import { createRuleTable, type RuleTable } from '../rule.ts';

/** Portkey: its own statuses for guardrails and budgets. */
export const portkeyRules: RuleTable = createRuleTable([
  { status: [446], category: 'content_policy' },
  { status: [412], category: 'quota_exhausted', limit: 'spend' },
]);
