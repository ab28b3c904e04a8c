import { createRateBounds, type RateBounds } from '../../src/rate-bounds.ts';
import type { ProviderBucket } from './provider-bucket.ts';

/** Sends requests to a bucket and tells the bounds at once what became of them. */
export interface BoundsDriver {
  readonly bounds: RateBounds;
  /** All that was accepted. */
  readonly accepted: number;
  /** @param counted what the bounds take the request for, where that is not what the bucket counts */
  send(now: number, amount: number, counted?: number): boolean;
}

export function driveBounds(bucket: ProviderBucket): BoundsDriver {
  const bounds = createRateBounds();
  let accepted = 0;
  return {
    bounds,
    get accepted() {
      return accepted;
    },
    send(now, amount, counted = amount) {
      const soFar = accepted + counted;
      bounds.sent(now, soFar, counted);
      if (!bucket.ask(now, amount)) {
        bounds.withdraw(soFar, counted);
        bounds.refused(now, soFar, counted);
        return false;
      }
      accepted = soFar;
      bounds.accepted(now, soFar);
      return true;
    },
  };
}
