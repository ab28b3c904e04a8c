import { createRuleTable, type RuleTable } from '../rule.ts';

/** DeepSeek. */
export const deepseekRules: RuleTable = createRuleTable([
  { text: /content exists risk/i, status: [400], category: 'content_policy' },
]);
