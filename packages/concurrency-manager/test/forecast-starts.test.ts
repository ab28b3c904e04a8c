import { forecastStarts, type Wish } from '../src/forecast-starts.ts';

const dayMs = 86_400_000;
const wishFor = (nanoUsd: number): Wish => ({
  waitedMs: 0,
  want: { targets: [{ key: 'a' }], need: { nanoUsd }, spillAfterMs: 0 } as never,
});
const pool = (available: number) => ({
  rules: [
    {
      unit: 'nanoUsd' as const,
      amount: 100,
      perMs: dayMs,
      algorithm: 'fixed-window' as const,
      available,
      source: 'told' as const,
    },
  ],
  inFlight: 0,
});

describe('a forecast over a window', () => {
  const now = 5 * dayMs + 1000;
  const starts = (available: number, needs: readonly number[]) =>
    forecastStarts(needs.map(wishFor), () => pool(available) as never, now);

  test('lets all start that fit into what is left of it', () => {
    expect(starts(100, [60, 40])).toEqual([0, 0]);
  });

  test('waits for its end, and not for a debt to be paid', () => {
    expect(starts(-1900, [60])).toEqual([dayMs - 1000]);
  });

  test('fills one window after the other', () => {
    expect(starts(0, [60, 60, 60])).toEqual([dayMs - 1000, 2 * dayMs - 1000, 3 * dayMs - 1000]);
  });

  test('gives what is larger than a window a whole one', () => {
    expect(starts(100, [500, 10])).toEqual([0, dayMs - 1000]);
  });
});
