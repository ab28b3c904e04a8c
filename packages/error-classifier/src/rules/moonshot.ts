import { type PreparedRule, prepareRules } from '../rule.ts';

/** Moonshot (Kimi). */
export const moonshotRules: readonly PreparedRule[] = prepareRules([
  // Their capacity, not the account's limit.
  { words: ['engine_overloaded_error'], category: 'overloaded' },
  { words: ['unexpected_output'], category: 'server_error' },
  {
    words: ['access_terminated_error'],
    text: /usage limit|billing cycle|quota/i,
    category: 'quota_exhausted',
  },
  { words: ['access_terminated_error'], category: 'permission' },
  {
    text: /max organization concurrency/i,
    status: [429],
    category: 'rate_limit',
    limit: 'concurrency',
  },
]);
