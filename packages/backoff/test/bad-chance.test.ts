import { isRouterError } from '@llm-router/core';
import { createBackoff } from '../src/index.ts';

it.each([['full'], ['equal'], ['around'], ['above'], ['decorrelated']] as const)(
  'a source of chance that is none is named, instead of a delay that is none (%s)',
  (jitter) => {
    for (const drawn of [Number.NaN, -1, 2, undefined, 'x', Number.POSITIVE_INFINITY]) {
      const backoff = createBackoff({ jitter, random: () => drawn as number });
      try {
        backoff(1);
      } catch (error) {
        expect(isRouterError(error, 'invalid_config') && error.message).toMatch(
          /^createBackoff: what random\(\) answered is .*; expected a number from 0 to 1/,
        );
        continue;
      }
      throw new Error(`${String(drawn)} was taken`);
    }
  },
);

it('what is no number of a retry is the first, and what is no hint is none', () => {
  const backoff = createBackoff({ baseMs: 100, jitter: 'none' });
  for (const attempt of [undefined, null, {}, new Map(), 'x', Number.NaN, -3]) {
    expect(backoff(attempt as never)).toBe(100);
  }
  expect(backoff(1, { retryAfterMs: '900' as never })).toBe(100);
});
