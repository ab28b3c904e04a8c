import fc from 'fast-check';
import { parseRateLimitHeaders } from '../src/index.ts';

const names = fc.oneof(
  fc.constantFrom(
    'x-ratelimit-limit-requests',
    'x-ratelimit-remaining-tokens',
    'x-ratelimit-reset-tokens',
    'anthropic-ratelimit-input-tokens-reset',
    'retry-after',
    'retry-after-ms',
    'date',
    '__proto__',
  ),
  fc.string(),
);
const values = fc.oneof(
  fc.string(),
  fc.double().map(String),
  fc.constantFrom('6m0s', '1e308', '٣', '9'.repeat(400), '1h'.repeat(5000), 'Infinity', '\u0000'),
  fc.anything(),
);
const now = 1_700_000_000_000;

test('whatever a server sends, what comes out are finite numbers of at least 0', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values)), fc.string(), (pairs, provider) => {
      const parsed = parseRateLimitHeaders(pairs as [string, string][], { provider, now });
      const { retryAfterMs, ...fields } = parsed;
      const numbers = Object.values(fields).flatMap((field) => Object.values(field));
      for (const number of [...numbers, retryAfterMs ?? 1]) {
        expect(Number.isFinite(number)).toBe(true);
        expect(number).toBeGreaterThanOrEqual(0);
      }
      expect(retryAfterMs ?? 1).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('what is no collection of headers is read as none', () => {
  fc.assert(
    fc.property(fc.anything(), (junk) => {
      expect(() => parseRateLimitHeaders(junk as Headers, { now })).not.toThrow();
    }),
  );
});

test('counts and waits survive as they were sent', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 86_400 }),
      (limit, remaining, seconds) => {
        const headers = {
          'x-ratelimit-limit-requests': String(limit),
          'x-ratelimit-remaining-requests': String(remaining),
          'x-ratelimit-reset-requests': `${seconds}s`,
          'retry-after': String(seconds),
        };
        expect(parseRateLimitHeaders(headers, { now })).toEqual({
          requests: { limit, remaining, resetMs: seconds * 1000 },
          retryAfterMs: seconds * 1000,
        });
      },
    ),
  );
});
