import { classifyError } from '../src/index.ts';

const now = Date.UTC(2026, 10, 21, 12);
const refused = (message: string, fields: object = {}) => ({
  status: 429,
  headers: {},
  body: { error: { message, ...fields } },
});

describe('a stated wait', () => {
  it.each([
    ['Please try again in 6m0s.', 360_000],
    ['Please try again in 1h12m3s.', 4_323_000],
    ['Please try again in 84ms. Visit the page.', 84],
    ['Please retry in 47.884324799s.', 47_884.325],
    ['Please retry after 7 seconds.', 7000],
    ['Please retry after 1 second.', 1000],
    ['Try again in 2 minutes.', 120_000],
    ['Try again in 1 hour and 3 minutes.', 3_780_000],
    ['Please wait 26283 seconds before retrying.', 26_283_000],
    ['Retry after: 500 ms', 500],
    ['It will be replenished in 00:41:07.', 2_467_000],
    ['Try again in 2.12:03:08.', 216_188_000],
    ['The window resets in 9:00:30.5000000', 32_430_000],
  ])('is read from %p', (message, retryAfterMs) => {
    expect(classifyError(refused(message), { now }).retryAfterMs).toBe(retryAfterMs);
  });

  it.each([
    'Please try again later.',
    'Limit 30000, Used 200, Requested 9 in 60s windows.',
    'Retry 3 times at most.',
    'Please try again in -5s.',
    'Please try again in a few seconds.',
    'Your plan has 5 hours of use.',
    'Try again in 0s.',
    'Try again in 00:00:00.',
    'Try again in 12:30.',
    'Try again in 1:75:00.',
    'Try again in 10:11:12:13.',
    'Try again at 12:30:00.',
    'Version 2.12:03:08 is in use.',
  ])('is not invented from %p', (message) => {
    const said = classifyError(refused(message), { now });
    expect(said.retryAfterMs).toBeUndefined();
  });

  it('is read from the headers first, then from fields, then from words', () => {
    const fields = { details: [{ retryDelay: '20s' }] };
    const error = refused('Please retry in 40s.', fields);
    const headers = { 'retry-after': '10' };
    expect(classifyError({ ...error, headers }, { now }).retryAfterMs).toBe(10_000);
    expect(classifyError(error, { now }).retryAfterMs).toBe(20_000);
    expect(classifyError(refused('Please retry in 40s.'), { now }).retryAfterMs).toBe(40_000);
  });

  it('is read from headers that a gateway passes on in its body', () => {
    const headers = { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(now + 90_000) };
    const error = refused('Slow.', { metadata: { headers } });
    expect(classifyError(error, { now }).retryAfterMs).toBe(90_000);
  });

  it('of an hour or more makes a rate limit an exhausted quota', () => {
    expect(classifyError(refused('Retry after 3599 seconds.'), { now }).category).toBe(
      'rate_limit',
    );
    expect(classifyError(refused('Retry after 3600 seconds.'), { now })).toMatchObject({
      category: 'quota_exhausted',
      retryable: false,
      resetAt: now + 3_600_000,
    });
  });

  it('of a gateway is when its quota is full again', () => {
    const message = 'Out of call volume quota. Wait: it is replenished in 2.12:03:08.';
    const error = { status: 403, headers: {}, body: { statusCode: 403, message } };
    for (const context of [{ now }, { now, provider: 'azure' }]) {
      expect(classifyError(error, context)).toMatchObject({
        category: 'quota_exhausted',
        retryable: false,
        failover: true,
        status: 403,
        retryAfterMs: 216_188_000,
        resetAt: now + 216_188_000,
      });
    }
  });

  it('that is short contradicts the word quota, but not a code', () => {
    const message = 'You exceeded your current quota. Please retry in 49s.';
    expect(classifyError(refused(message), { now }).category).toBe('rate_limit');
    const coded = refused(message, { code: 'insufficient_quota' });
    expect(classifyError(coded, { now }).category).toBe('quota_exhausted');
  });

  it('is not looked for in a request that was wrong', () => {
    const error = { status: 400, headers: {}, body: { message: 'Bad: "retry in 5s"' } };
    expect(classifyError(error, { now }).retryAfterMs).toBeUndefined();
  });
});

describe('a stated moment', () => {
  const reset = (message: string, provider = 'anthropic') =>
    classifyError(refused(message), { now, provider }).resetAt;

  it.each([
    ['You will regain access on 2026-12-01 at 00:00 UTC.', Date.UTC(2026, 11, 1)],
    ['Resets at 2026-11-22T06:28:10Z', Date.UTC(2026, 10, 22, 6, 28, 10)],
    ['Available again on 2026-11-22 08:00 +02:00', Date.UTC(2026, 10, 22, 6)],
  ])('is read from %p', (message, resetAt) => {
    expect(reset(message)).toBe(resetAt);
  });

  it('is in Beijing time where Z.AI names no zone, in either language', () => {
    const expected = Date.UTC(2026, 10, 21, 22, 28, 10);
    expect(reset('Your limit will reset at 2026-11-22 06:28:10', 'zhipu')).toBe(expected);
    expect(reset('您的限额将在 2026-11-22 06:28:10 重置。', 'zhipu')).toBe(expected);
  });

  it('is ignored without a zone elsewhere, and when it is past', () => {
    expect(reset('Your limit will reset at 2026-11-22 06:28:10')).toBeUndefined();
    expect(reset('You will regain access on 2026-01-01 at 00:00 UTC.')).toBeUndefined();
    expect(reset('You will regain access on 2026-99-99 at 00:00 UTC.')).toBeUndefined();
  });

  it('is read from a field in epoch seconds', () => {
    const error = refused('Used up.', { type: 'usage_limit_reached', resets_at: now / 1000 + 60 });
    expect(classifyError(error, { now })).toMatchObject({
      category: 'quota_exhausted',
      resetAt: now + 60_000,
    });
  });
});

describe('the documented reset of a day quota of Google', () => {
  const dayQuota = (retryDelay: string) =>
    refused('You exceeded your current quota.', {
      details: [{ violations: [{ quotaId: 'RequestsPerDayPerModel' }] }, { retryDelay }],
    });
  const resetAt = (at: number, retryDelay = '18s') =>
    classifyError(dayQuota(retryDelay), { provider: 'google', now: at }).resetAt;

  it.each([
    ['winter', Date.UTC(2026, 0, 10, 7, 59), Date.UTC(2026, 0, 10, 8)],
    ['just past midnight in winter', Date.UTC(2026, 0, 10, 8), Date.UTC(2026, 0, 11, 8)],
    ['summer', Date.UTC(2026, 6, 10, 12), Date.UTC(2026, 6, 11, 7)],
    ['the day of 25 hours', Date.UTC(2026, 10, 1, 7), Date.UTC(2026, 10, 2, 8)],
    ['the day of 23 hours', Date.UTC(2026, 2, 8, 8), Date.UTC(2026, 2, 9, 7)],
  ])('is midnight Pacific in %s', (_, at, expected) => {
    expect(resetAt(at)).toBe(expected);
  });

  it('is not brought forward by the seconds that Google states beside it', () => {
    const said = classifyError(dayQuota('18s'), { provider: 'google', now });
    expect(said).toMatchObject({ category: 'quota_exhausted', retryable: false });
    expect(said.retryAfterMs).toBe(18_000);
    expect(said.resetAt).toBeGreaterThan(now + 18_000);
  });

  it('is put off by a longer stated wait', () => {
    expect(resetAt(now, '200000s')).toBe(now + 200_000_000);
  });
});
