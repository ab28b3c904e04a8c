import { parseReset, parseRetryAfter } from '@llm-router/core';
import fc from 'fast-check';

const now = Date.UTC(2026, 0, 1);
const yearMs = 366 * 86_400_000;

describe('parseRetryAfter, for all headers', () => {
  it('answers a sensible wait or nothing, whatever the headers hold', () => {
    const names = fc.constantFrom(
      'retry-after',
      'retry-after-ms',
      'date',
      'x-ratelimit-reset',
      'x-ratelimit-remaining',
    );
    const values = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.date().map(String),
      fc.constantFrom('0', '1'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values)), (headers) => {
        const ms = parseRetryAfter(headers, { now });
        return ms === undefined || (ms > 0 && ms <= yearMs);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back any whole number of seconds, as a delay and as a date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 * 366 }), (seconds) => {
        const date = new Date(now + seconds * 1000).toUTCString();
        expect(parseRetryAfter({ 'retry-after': String(seconds) }, { now })).toBe(seconds * 1000);
        expect(parseRetryAfter({ 'retry-after': date }, { now })).toBe(seconds * 1000);
        expect(parseReset(String(now / 1000 + seconds), { now })).toBe(seconds * 1000);
      }),
    );
  });
});
