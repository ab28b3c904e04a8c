export type { LeaseNote } from './create-leases.ts';
export {
  type HeaderLimit,
  parseRateLimitHeaders,
  type RateLimitHeaders,
} from './parse-rate-limit-headers.ts';
export type { PoolRefusal, PoolSnapshot } from './pool.ts';
export {
  type CheckResult,
  createRateLimitTracker,
  type OnLearned,
  type RateLimitTracker,
  type RateLimitTrackerOptions,
  type ReserveLease,
} from './rate-limit-tracker.ts';
export { amountOf } from './taken.ts';
