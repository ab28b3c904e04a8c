import type { LimitRule } from '@llm-router/core';
import { trackOne } from './support/tracker.ts';

const perMinute = (rule: Partial<LimitRule> = {}): LimitRule => ({
  unit: 'tokens',
  amount: 1000,
  perMs: 60_000,
  ...rule,
});

const guess = (inputTokens: number, outputTokens: number) => ({
  inputTokens,
  outputTokens,
  isGuess: true,
});

describe('a need of which the answer is guessed', () => {
  test('waits for all of a limit where only the guess is larger', () => {
    const { waitMs, take } = trackOne({ rules: [perMinute()] });
    expect(waitMs(guess(500, 2000))).toBe(0);
    take({ inputTokens: 400 });
    expect(waitMs(guess(500, 2000))).toBeCloseTo(24_000, 0);
    expect(waitMs(guess(1000, 1))).toBeCloseTo(24_000, 0);
  });

  test('never fits where the prompt alone is larger, nor where nothing is guessed', () => {
    const { waitMs } = trackOne({ rules: [perMinute()] });
    expect(waitMs(guess(1001, 10))).toBe(Number.POSITIVE_INFINITY);
    expect(waitMs({ inputTokens: 500, outputTokens: 2000 })).toBe(Number.POSITIVE_INFINITY);
  });

  test('counts a bucket by its size, and a window by its amount', () => {
    const bucket = trackOne({ rules: [perMinute({ burst: 300 })] });
    expect(bucket.waitMs(guess(301, 10))).toBe(Number.POSITIVE_INFINITY);
    expect(bucket.waitMs(guess(300, 10))).toBe(0);
    for (const algorithm of ['sliding-window', 'fixed-window'] as const) {
      const window = trackOne({ rules: [perMinute({ algorithm })] });
      expect(window.waitMs(guess(1000, 10))).toBe(0);
      expect(window.waitMs(guess(1001, 10))).toBe(Number.POSITIVE_INFINITY);
    }
  });

  test('guesses money as it guesses the answer', () => {
    const { waitMs } = trackOne({ usdPerDay: 1 });
    expect(waitMs({ ...guess(10, 10), nanoUsd: 2e9 })).toBe(0);
    expect(waitMs({ nanoUsd: 2e9 })).toBe(Number.POSITIVE_INFINITY);
  });
});
