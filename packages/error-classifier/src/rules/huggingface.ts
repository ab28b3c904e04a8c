import { createRuleTable, type RuleTable } from '../rule.ts';

/** Hugging Face's router: 503 while a model loads is covered by the status. */
export const huggingfaceRules: RuleTable = createRuleTable([
  { text: /monthly included credits/i, category: 'quota_exhausted', limit: 'spend' },
]);
