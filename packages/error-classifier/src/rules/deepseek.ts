import { type PreparedRule, prepareRules } from '../rule.ts';

/** DeepSeek. */
export const deepseekRules: readonly PreparedRule[] = prepareRules([
  { text: /content exists risk/i, status: [400], category: 'content_policy' },
]);
