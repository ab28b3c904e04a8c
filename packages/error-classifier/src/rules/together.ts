import { createRuleTable, type RuleTable } from '../rule.ts';

/** Together. */
export const togetherRules: RuleTable = createRuleTable([
  {
    text: /(?:tokens|context).{0,80}(?:exceed|must be|<=|limit)/i,
    status: [403],
    category: 'context_length',
  },
]);
