import { createBackoff, parseRetryAfter } from '../src/index.ts';

it('does what its README says', () => {
  const backoff = createBackoff({ jitter: 'none', maxMs: 10_000 });
  expect([backoff(1), backoff(2), backoff(20)]).toEqual([1000, 2000, 10_000]);

  expect(parseRetryAfter({ 'retry-after': '7.66' })).toBe(7660);
  expect(backoff(1, { retryAfterMs: 7660 })).toBe(7660);
  expect(backoff(1, { retryAfterMs: 90_000 })).toBe(90_000);
});
