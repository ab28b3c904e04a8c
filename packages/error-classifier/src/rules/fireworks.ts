import { type PreparedRule, prepareRules } from '../rule.ts';

/** Fireworks: a suspended account or a reached spend limit fails a precondition. */
export const fireworksRules: readonly PreparedRule[] = prepareRules([
  { status: [412], category: 'quota_exhausted', limit: 'spend' },
]);
