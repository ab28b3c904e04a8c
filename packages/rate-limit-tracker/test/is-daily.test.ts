import { isDaily } from '../src/is-daily.ts';

describe('a limit that does not say its period', () => {
  const dayMs = 86_400_000;
  /** One of a hundred used, and so much time until it is back. */
  const oneUsed = (resetMs: number) => isDaily({ limit: 100, remaining: 99, resetMs });

  test('is per day where one comes back in a hundredth of a day', () => {
    expect(oneUsed(dayMs / 100)).toBe(true);
    expect(isDaily({ limit: 100, remaining: 95, resetMs: dayMs / 20 })).toBe(true);
  });

  test('is per day from half a day on up to a day, a hundredth more or less', () => {
    expect([427_670, 427_690].map(oneUsed)).toEqual([false, true]);
    expect([872_630, 872_650].map(oneUsed)).toEqual([true, false]);
  });

  test('is not where nothing is used, or less than nothing', () => {
    expect(isDaily({ limit: 100, remaining: 100, resetMs: dayMs })).toBe(false);
    expect(isDaily({ limit: 100, remaining: 101, resetMs: dayMs / 100 })).toBe(false);
    expect(isDaily({ limit: 0, remaining: 0, resetMs: 0 })).toBe(false);
  });

  test.each([
    { remaining: 99, resetMs: dayMs / 100 },
    { limit: 100, resetMs: dayMs / 100 },
    { limit: 100, remaining: 99 },
  ])('is not where it says only %j', (stated) => {
    expect(isDaily(stated)).toBe(false);
  });
});
