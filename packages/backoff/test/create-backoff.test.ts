import { createRandom, isRouterError } from '@llm-router/core';
import { type BackoffOptions, createBackoff } from '../src/index.ts';

/** The delays of the first retries, with chance fixed at `chance`. */
const delays = (options: BackoffOptions, chance = 0.5, count = 4) => {
  const backoff = createBackoff({ ...options, random: () => chance });
  return Array.from({ length: count }, (_, index) => backoff(index + 1));
};

describe('createBackoff', () => {
  it('doubles from one second to one minute without jitter', () => {
    expect(delays({ jitter: 'none' }, 0.5, 8)).toEqual([
      1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
    ]);
  });

  it('spreads over the whole delay by default', () => {
    expect(delays({}, 0)).toEqual([0, 0, 0, 0]);
    expect(delays({}, 0.5)).toEqual([500, 1000, 2000, 4000]);
  });

  it('keeps at least half of the delay with equal jitter', () => {
    expect(delays({ jitter: 'equal' }, 0)).toEqual([500, 1000, 2000, 4000]);
    expect(delays({ jitter: 'equal' }, 0.5)).toEqual([750, 1500, 3000, 6000]);
  });

  it('goes to both sides of the delay with around', () => {
    expect(delays({ jitter: 'around' }, 0, 2)).toEqual([750, 1500]);
    expect(delays({ jitter: 'around' }, 0.5, 2)).toEqual([1000, 2000]);
    expect(delays({ jitter: 'around', ratio: 0.5 }, 0, 2)).toEqual([500, 1000]);
  });

  it('only prolongs the delay with above', () => {
    expect(delays({ jitter: 'above' }, 0, 2)).toEqual([1000, 2000]);
    expect(delays({ jitter: 'above' }, 0.8, 2)).toEqual([1200, 2400]);
  });

  it('keeps the jitter of around and above under the cap', () => {
    expect(delays({ jitter: 'above', maxMs: 2000 }, 0.9)).toEqual([1225, 2000, 2000, 2000]);
    expect(delays({ jitter: 'around', maxMs: 2000 }, 0.9)[3]).toBe(2000);
  });

  it('walks from the base in factors of three when decorrelated', () => {
    // From 1000 half-way into 1000…3000, from there half-way into 1000…6000, and so on.
    expect(delays({ jitter: 'decorrelated' })).toEqual([2000, 3500, 5750, 9125]);
  });

  it('remembers nothing when decorrelated', () => {
    const options = { jitter: 'decorrelated', random: () => 0.3 } as const;
    const backoff = createBackoff(options);
    backoff(9);
    expect(backoff(2)).toBe(createBackoff(options)(2));
  });

  it('never comes back before the server said, even past the cap', () => {
    const backoff = createBackoff({ maxMs: 5000, random: () => 0.5 });
    expect(backoff(1, { retryAfterMs: 90_000 })).toBe(90_000);
    expect(backoff(3, { retryAfterMs: 100 })).toBe(2000);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -5])('ignores a hint of %p', (retryAfterMs) => {
    expect(createBackoff({ random: () => 0.5 })(1, { retryAfterMs })).toBe(500);
  });

  it.each([0, -3, Number.NaN])('takes attempt %p for the first', (attempt) => {
    expect(createBackoff({ jitter: 'none' })(attempt)).toBe(1000);
  });

  it('waits for nothing when the base is nothing', () => {
    expect(delays({ baseMs: 0, jitter: 'above' })).toEqual([0, 0, 0, 0]);
    expect(createBackoff({ baseMs: 0 })(Number.POSITIVE_INFINITY)).toBe(0);
  });

  it('gives the same delays for the same seed', () => {
    const run = () => {
      const backoff = createBackoff({ random: createRandom(7) });
      return [1, 2, 3].map((attempt) => backoff(attempt));
    };
    expect(run()).toEqual(run());
    expect(new Set(run()).size).toBe(3);
  });

  it.each([
    [{ baseMs: -1 }, /baseMs is -1; expected a number of at least 0/],
    [{ factor: 0.5 }, /factor is 0\.5/],
    [{ maxMs: Number.POSITIVE_INFINITY }, /maxMs is Infinity/],
    [{ ratio: 2 }, /ratio is 2; expected a number of at least 0 and at most 1/],
    [{ jitter: 'some' }, /jitter is 'some'; expected one of 'none', 'full'/],
    [{ basems: 5 }, /unknown option 'basems'/],
  ])('refuses %p and says why', (options, message) => {
    const make = () => createBackoff(options as BackoffOptions);
    expect(make).toThrow(message);
    try {
      make();
    } catch (error) {
      expect(isRouterError(error, 'invalid_config')).toBe(true);
    }
  });
});
