import { parseRateLimitHeaders } from '../src/index.ts';
import { dialectCases, now } from './fixtures/header-dialects.ts';

test.each(dialectCases)('$name', ({ provider, headers, means }) => {
  const options = { now, ...(provider !== undefined && { provider }) };
  expect(parseRateLimitHeaders(headers, options)).toEqual(means);
});

describe('every dialect comes out in one shape', () => {
  test('OpenAI: requests and tokens per minute, resets as durations', () => {
    const headers = {
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-limit-tokens': '150000',
      'x-ratelimit-remaining-requests': '59',
      'x-ratelimit-remaining-tokens': '149984',
      'x-ratelimit-reset-requests': '1s',
      'x-ratelimit-reset-tokens': '6m0s',
    };
    expect(parseRateLimitHeaders(headers, { provider: 'openai', now })).toEqual({
      requests: { limit: 60, remaining: 59, resetMs: 1000 },
      tokens: { limit: 150_000, remaining: 149_984, resetMs: 360_000 },
    });
  });

  test('Groq: the same names, but requests are per day', () => {
    const headers = {
      'x-ratelimit-limit-requests': '14400',
      'x-ratelimit-remaining-requests': '14370',
      'x-ratelimit-reset-requests': '2m59.56s',
      'x-ratelimit-limit-tokens': '18000',
      'x-ratelimit-remaining-tokens': '17997',
      'x-ratelimit-reset-tokens': '7.66s',
    };
    expect(parseRateLimitHeaders(headers, { provider: 'groq', now })).toEqual({
      requestsPerDay: { limit: 14_400, remaining: 14_370, resetMs: 179_560 },
      tokens: { limit: 18_000, remaining: 17_997, resetMs: 7660 },
    });
  });

  test('Azure: resets are plain seconds', () => {
    const headers = {
      'x-ratelimit-limit-tokens': '1500000',
      'x-ratelimit-remaining-tokens': '745399',
      'x-ratelimit-reset-tokens': '30',
    };
    expect(parseRateLimitHeaders(headers, { provider: 'azure', now })).toEqual({
      tokens: { limit: 1_500_000, remaining: 745_399, resetMs: 30_000 },
    });
  });

  test('Anthropic: input and output apart, resets as moments in any time zone', () => {
    const headers = {
      'anthropic-ratelimit-requests-limit': '1000',
      'anthropic-ratelimit-requests-remaining': '998',
      'anthropic-ratelimit-requests-reset': '2026-11-22T12:00:07Z',
      'anthropic-ratelimit-input-tokens-limit': '50000',
      'anthropic-ratelimit-input-tokens-remaining': '49000',
      'anthropic-ratelimit-input-tokens-reset': '2026-11-22T07:00:01-05:00',
      'anthropic-ratelimit-output-tokens-remaining': '8000',
      'anthropic-ratelimit-tokens-limit': '60000',
    };
    expect(parseRateLimitHeaders(headers, { provider: 'anthropic', now })).toEqual({
      requests: { limit: 1000, remaining: 998, resetMs: 7000 },
      inputTokens: { limit: 50_000, remaining: 49_000, resetMs: 1000 },
      outputTokens: { remaining: 8000 },
      tokens: { limit: 60_000 },
    });
  });

  test('Cerebras: periods stand in the names', () => {
    const headers = {
      'x-ratelimit-limit-requests-day': '14400',
      'x-ratelimit-remaining-requests-day': '14399',
      'x-ratelimit-reset-requests-day': '43200',
      'x-ratelimit-limit-tokens-minute': '60000',
      'x-ratelimit-remaining-tokens-minute': '59000',
      'x-ratelimit-reset-tokens-minute': '11.38',
    };
    expect(parseRateLimitHeaders(headers, { provider: 'cerebras', now })).toEqual({
      requestsPerDay: { limit: 14_400, remaining: 14_399, resetMs: 43_200_000 },
      tokens: { limit: 60_000, remaining: 59_000, resetMs: 11_380 },
    });
  });

  test('Mistral: names of its own, old and new', () => {
    expect(
      parseRateLimitHeaders(
        {
          'ratelimitbysize-limit': '500000',
          'ratelimitbysize-remaining': '499000',
          'ratelimitbysize-reset': '12',
        },
        { provider: 'mistral', now },
      ),
    ).toEqual({ tokens: { limit: 500_000, remaining: 499_000, resetMs: 12_000 } });
    expect(
      parseRateLimitHeaders(
        {
          'x-ratelimit-limit-req-minute': '100',
          'x-ratelimit-remaining-req-minute': '97',
          'x-ratelimit-limit-tokens-minute': '100000',
        },
        { provider: 'mistral', now },
      ),
    ).toEqual({ requests: { limit: 100, remaining: 97 }, tokens: { limit: 100_000 } });
  });
});

describe('the wait after a refusal', () => {
  test.each([
    [{ 'retry-after': '20' }, 20_000],
    [{ 'retry-after': '7.66' }, 7660],
    [{ 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after-ms': '1146', 'retry-after': '2' }, 1146],
    [{ 'retry-after-ms': '0', 'retry-after': '1' }, 1000],
  ])('%j is %d ms', (headers, expected) => {
    expect(parseRateLimitHeaders(headers, { now }).retryAfterMs).toBe(expected);
  });

  test('a date is measured against the clock of the server that wrote it', () => {
    const headers = {
      date: 'Sun, 22 Nov 2026 11:59:00 GMT',
      'retry-after': 'Sun, 22 Nov 2026 11:59:30 GMT',
    };
    expect(parseRateLimitHeaders(headers, { now }).retryAfterMs).toBe(30_000);
  });

  test.each(['soon', '-5', '', '0', 'Sun, 22 Nov 2020 12:00:00 GMT', '1e300', '99999999999'])(
    'retry-after: %j is no hint',
    (text) => {
      expect(parseRateLimitHeaders({ 'retry-after': text }, { now })).toEqual({});
    },
  );
});

describe('resets that are moments', () => {
  test('are measured against the clock of the server that wrote them', () => {
    const headers = {
      date: 'Sun, 22 Nov 2026 11:30:00 GMT',
      'anthropic-ratelimit-tokens-reset': '2026-11-22T11:30:08Z',
    };
    expect(parseRateLimitHeaders(headers, { now })).toEqual({ tokens: { resetMs: 8000 } });
  });

  test('say nothing where they are past', () => {
    const headers = {
      'anthropic-ratelimit-tokens-remaining': '40',
      'anthropic-ratelimit-tokens-reset': '2026-11-22T11:59:59Z',
    };
    expect(parseRateLimitHeaders(headers, { now })).toEqual({ tokens: { remaining: 40 } });
  });
});

describe('a limit on requests that does not say its period', () => {
  const requests = (limit: number, remaining: number, reset: string) => ({
    'x-ratelimit-limit-requests': String(limit),
    'x-ratelimit-remaining-requests': String(remaining),
    'x-ratelimit-reset-requests': reset,
  });

  test.each([
    ['one of 500 comes back in 2m52.8s', requests(500, 499, '2m52.8s'), 'requestsPerDay'],
    ['one of 500 comes back in 120ms', requests(500, 499, '120ms'), 'requests'],
    ['three of 500, one of them nearly back', requests(500, 497, '6m0s'), 'requestsPerDay'],
    ['nothing was used', requests(500, 500, '0s'), 'requests'],
    ['hours, but less than half a day', requests(500, 499, '20s'), 'requests'],
    ['more than a day', requests(500, 499, '5m0s'), 'requests'],
  ])('at OpenAI: %s', (_, headers, field) => {
    expect(Object.keys(parseRateLimitHeaders(headers, { provider: 'openai', now }))).toEqual([
      field,
    ]);
  });

  test.each(['azure', 'xai', 'openai-compatible', undefined])(
    'at %p: always per minute',
    (provider) => {
      const options = { now, ...(provider !== undefined && { provider }) };
      const parsed = parseRateLimitHeaders(requests(500, 499, '2m52.8s'), options);
      expect(Object.keys(parsed)).toEqual(['requests']);
    },
  );
});

test.each([
  '***',
  '',
  ' ',
  '-1',
  'NaN',
  'Infinity',
  'many',
  '0x10',
  '1e3',
  '1,000',
  '9'.repeat(17),
])('a limit of %j is left out', (text) => {
  const headers = { 'x-ratelimit-limit-tokens': text, 'x-ratelimit-remaining-tokens': '7' };
  expect(parseRateLimitHeaders(headers, { now })).toEqual({ tokens: { remaining: 7 } });
});

test('names count in any case and in any container', () => {
  const expected = { tokens: { limit: 900 } };
  const pair = ['X-RateLimit-Limit-Tokens', '900'] as const;
  expect(parseRateLimitHeaders(new Headers([[...pair]]), { now })).toEqual(expected);
  expect(parseRateLimitHeaders([pair], { now })).toEqual(expected);
  expect(parseRateLimitHeaders({ [pair[0]]: [pair[1]] }, { now })).toEqual(expected);
  expect(parseRateLimitHeaders(new Map([pair]), { now })).toEqual(expected);
});

test.each(['constructor', '__proto__', 'toString', 'someone-new'])(
  'a provider called %j is read by the common names',
  (provider) => {
    const headers = { 'x-ratelimit-limit-requests': '5' };
    expect(parseRateLimitHeaders(headers, { provider, now })).toEqual({ requests: { limit: 5 } });
  },
);
