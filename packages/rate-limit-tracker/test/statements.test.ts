import { createVirtualClock } from '@llm-router/core';
import { createRateLimitTracker } from '../src/index.ts';

const limits = {
  k: { rules: [{ unit: 'requests', amount: 600, perMs: 60_000, burst: 20 }] },
} as const;

/**
 * Twenty requests at once empty a bucket of twenty, which gets ten back each second. Their answers come
 * after 300 ms, one each millisecond, and state what was left when the request had passed, or when the
 * answer left.
 */
async function volley(speaksOf: 'departure' | 'arrival', usedByOthers = 0) {
  const clock = createVirtualClock();
  const tracker = createRateLimitTracker({ clock, limits });
  const start = clock.now();
  const leases = Array.from({ length: 20 }, () => {
    const taken = tracker.reserve('k');
    if (!taken.ok) throw new Error('does not fit');
    return taken.lease;
  });
  await clock.advance(300);
  for (const [index, lease] of leases.entries()) {
    const left = speaksOf === 'departure' ? 20 - usedByOthers - (index + 1) : 3 - usedByOthers;
    tracker.observe('k', {
      lease,
      headers: {
        'x-ratelimit-limit-requests': '600',
        'x-ratelimit-remaining-requests': String(Math.max(0, left)),
        'x-ratelimit-reset-requests': `${(20 - Math.max(0, left)) / 10}s`,
      },
    });
    lease.settle({});
    await clock.advance(1);
  }
  const available = tracker.snapshot('k')?.rules[0]?.available ?? Number.NaN;
  return { available, expected: (clock.now() - start) / 100 };
}

describe('what a provider says is left', () => {
  it.each(['departure', 'arrival'] as const)(
    'takes nothing off where nobody else uses the limit, whether it speaks of the %s',
    async (speaksOf) => {
      const { available, expected } = await volley(speaksOf);
      expect(available).toBeGreaterThan(expected - 1);
      expect(available).toBeLessThanOrEqual(expected + 1e-6);
    },
  );

  it('takes off what others have used', async () => {
    const { available, expected } = await volley('arrival', 3);
    expect(available).toBeLessThanOrEqual(expected - 2);
  });
});
