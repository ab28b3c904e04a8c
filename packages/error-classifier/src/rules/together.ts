import { type PreparedRule, prepareRules } from '../rule.ts';

/** Together. */
export const togetherRules: readonly PreparedRule[] = prepareRules([
  {
    text: /(?:tokens|context).{0,80}(?:exceed|must be|<=|limit)/i,
    status: [403],
    category: 'context_length',
  },
]);
