import { type PreparedRule, prepareRules } from '../rule.ts';

/** Featherless: its 429 is a full house of running requests. */
export const featherlessRules: readonly PreparedRule[] = prepareRules([
  { text: /concurren/i, status: [429], category: 'rate_limit', limit: 'concurrency' },
  { text: /not loaded|cold/i, status: [400, 404], category: 'overloaded' },
]);
