import { createRuleTable, type RuleTable } from '../rule.ts';

/** Fireworks: a suspended account or a reached spend limit fails a precondition. */
export const fireworksRules: RuleTable = createRuleTable([
  { status: [412], category: 'quota_exhausted', limit: 'spend' },
]);
