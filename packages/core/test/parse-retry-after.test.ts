import { parseMoment, parseReset, parseRetryAfter } from '@llm-router/core';

const now = Date.UTC(2026, 9, 21, 7, 27, 0);

describe('parseRetryAfter', () => {
  it.each([
    [{ 'retry-after': '20' }, 20_000],
    [{ 'retry-after': '7.66' }, 7660],
    [{ 'Retry-After': ' 3 ' }, 3000],
    [{ 'retry-after-ms': '1500' }, 1500],
    [{ 'retry-after-ms': '1146.5', 'retry-after': '9' }, 1146.5],
    [{ 'x-ms-retry-after-ms': '250', 'retry-after': '9' }, 250],
    [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 60_000],
    [{ 'retry-after': 'Wednesday, 21-Oct-26 07:28:00 GMT' }, 60_000],
    [{ 'retry-after': 'Wed Oct 21 07:28:00 2026' }, 60_000],
    [{ 'retry-after': '2026-10-21T09:28:00+02:00' }, 60_000],
    [{ 'retry-after': '86399' }, 86_399_000],
  ])('reads %j as %p ms', (headers, ms) => {
    expect(parseRetryAfter(headers, { now })).toBe(ms);
  });

  it.each([
    'soon',
    '-5',
    '',
    '0',
    'NaN',
    '0.0000001',
    'Infinity',
    '1e3',
    '99999999999',
    'Wed, 21 Oct 2020 07:28:00 GMT',
    'Wed, 99 Foo 2026 07:28:00 GMT',
  ])('takes retry-after %p for no hint', (value) => {
    expect(parseRetryAfter({ 'retry-after': value }, { now })).toBeUndefined();
  });

  it('measures a date against the clock of the server', () => {
    const headers = {
      date: 'Wed, 21 Oct 2026 07:27:50 GMT',
      'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT',
    };
    expect(parseRetryAfter(headers, { now: now - 3_600_000 })).toBe(10_000);
  });

  it('takes a wait of zero milliseconds for no hint and reads on', () => {
    const azure = {
      'retry-after-ms': '0',
      'retry-after': '1',
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-tokens': '0',
    };
    expect(parseRetryAfter(azure, { now })).toBe(1000);
  });

  it('reads a window that has nothing left', () => {
    const headers = { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(now + 42_000) };
    expect(parseRetryAfter(headers, { now })).toBe(42_000);
    expect(
      parseRetryAfter({ 'ratelimitbysize-remaining': '0', 'ratelimitbysize-reset': '12' }, { now }),
    ).toBe(12_000);
  });

  it('waits for the last of several windows', () => {
    const headers = {
      'x-ratelimit-remaining-requests-minute': '0',
      'x-ratelimit-reset-requests-minute': '30',
      'x-ratelimit-remaining-tokens-day': '0',
      'x-ratelimit-reset-tokens-day': '4000.5',
    };
    expect(parseRetryAfter(headers, { now })).toBe(4_000_500);
  });

  it('does not take the refill of a bucket for a wait', () => {
    const openai = { 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '6m0s' };
    const anthropic = {
      'anthropic-ratelimit-tokens-remaining': '0',
      'anthropic-ratelimit-tokens-reset': '2026-10-21T07:28:00Z',
    };
    expect(parseRetryAfter(openai, { now })).toBeUndefined();
    expect(parseRetryAfter(anthropic, { now })).toBeUndefined();
  });

  it.each([['7'], [''], ['no']])('does not wait for a window with %p remaining', (remaining) => {
    const headers = { 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': '30' };
    expect(parseRetryAfter(headers, { now })).toBeUndefined();
  });

  it('takes headers in any form', () => {
    expect(parseRetryAfter(new Headers({ 'retry-after': '2' }))).toBe(2000);
    expect(parseRetryAfter([['Retry-After', '2']])).toBe(2000);
    expect(parseRetryAfter(new Map([['retry-after', '2']]))).toBe(2000);
  });
});

describe('parseReset', () => {
  it.each([
    ['1s', 1000],
    ['6m0s', 360_000],
    ['12', 12_000],
    ['11.38', 11_380],
    [String(now + 5000), 5000],
    [String(now / 1000 + 5), 5000],
    ['2026-10-21T07:28:00Z', 60_000],
    ['2026-10-21T02:28:00-05:00', 60_000],
  ])('reads %p as %p ms from now', (text, ms) => {
    expect(parseReset(text, { now })).toBe(ms);
  });

  it.each(['0', '-1', 'NaN', '', 'tomorrow', '1700000000', '2020-01-01T00:00:00Z'])(
    'takes %p for no reset',
    (text) => {
      expect(parseReset(text, { now })).toBeUndefined();
    },
  );
});

describe('parseMoment', () => {
  it.each(['20', '2026', '2026-10-21', 'Wed', '2026-13-40T00:00:00Z', 'x'.repeat(100_000)])(
    'does not take %.40p for a moment',
    (text) => {
      expect(parseMoment(text)).toBeUndefined();
    },
  );
});
