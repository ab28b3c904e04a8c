import { isRouterError } from '@llm-router/core';
import fc from 'fast-check';
import { type AffinityWorthOptions, createAffinityWorth } from '../src/index.ts';
import { candidate } from './candidates.ts';

const withPrompt = (inputTokens: number, price?: { input: number; cacheRead?: number }) => ({
  ...candidate('a', price && { price: { output: 10, ...price } }),
  expected: { inputTokens, outputTokens: 10, nanoUsd: null },
});

it('adds the time that the cache saves and the money that it saves as time', () => {
  const worthMs = createAffinityWorth();
  // 3,600 tokens: 360 ms, and 0.45 cents, of which a second costs one.
  expect(worthMs(withPrompt(4000, { input: 2.5, cacheRead: 1.25 }), 0.9)).toBeCloseTo(810, 9);
});

it('counts time alone where the price is unknown or the cache is no cheaper', () => {
  const worthMs = createAffinityWorth({ msPerThousandCachedTokens: 50 });
  expect(worthMs(withPrompt(4000), 1)).toBe(200);
  expect(worthMs(withPrompt(4000, { input: 2.5 }), 1)).toBe(200);
  expect(worthMs(withPrompt(4000, { input: 2.5, cacheRead: 9 }), 1)).toBe(200);
});

it('leaves money out of it where a second is beyond price', () => {
  const worthMs = createAffinityWorth({ usdPerSecond: Number.POSITIVE_INFINITY });
  expect(worthMs(withPrompt(4000, { input: 100, cacheRead: 1 }), 1)).toBe(400);
});

it('is worth nothing below what providers cache', () => {
  const worthMs = createAffinityWorth();
  expect(worthMs(withPrompt(1023), 1)).toBe(0);
  expect(worthMs(withPrompt(1024), 1)).toBeGreaterThan(0);
  expect(worthMs(withPrompt(2047), 0.5)).toBe(0);
  expect(worthMs(withPrompt(2048), 0.5)).toBeGreaterThan(0);
  expect(worthMs(withPrompt(Number.NaN), 1)).toBe(0);
});

it('uses the prices of the tier that the prompt is in', () => {
  const tiers = [{ aboveInputTokens: 200_000, input: 4, output: 10, cacheRead: 3 }];
  const price = { input: 2, output: 10, cacheRead: 1, tiers };
  const worthMs = createAffinityWorth({ msPerThousandCachedTokens: 0, usdPerSecond: 1 });
  const long = { ...withPrompt(300_000), deployment: candidate('a', { price }).deployment };
  expect(worthMs(long, 1)).toBeCloseTo(300, 9);
});

it('never leaves 0 to the cap, and never falls as more of the prompt is known', () => {
  const anyAmount = fc.double({ min: 0, max: 1e4, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.nat({ max: 1e6 }),
      anyAmount,
      anyAmount,
      share,
      share,
      (tokens, input, read, a, b) => {
        const worthMs = createAffinityWorth({ maxExtraWaitMs: 3000 });
        const asked = withPrompt(tokens, { input, cacheRead: read });
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((known) => worthMs(asked, known));
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(3000);
        expect(more).toBeGreaterThanOrEqual(less ?? 0);
      },
    ),
  );
});

it.each([
  [{ msPerThousandCachedTokens: -1 }, 'msPerThousandCachedTokens is -1'],
  [{ usdPerSecond: 0 }, 'usdPerSecond is 0; expected a number above 0'],
  [{ maxExtraWaitMs: 0 }, 'maxExtraWaitMs is 0; expected a number above 0'],
  [{ minTokens: Number.NaN }, 'minTokens is NaN'],
  [{ maxWaitMs: 3 }, "unknown option 'maxWaitMs'"],
])('refuses %j', (options, message) => {
  const create = () => createAffinityWorth(options as AffinityWorthOptions);
  expect(create).toThrow(message);
  expect(codeOf(create)).toBe(true);
});

function codeOf(create: () => unknown): boolean {
  try {
    create();
    return false;
  } catch (error) {
    return isRouterError(error, 'invalid_config');
  }
}
