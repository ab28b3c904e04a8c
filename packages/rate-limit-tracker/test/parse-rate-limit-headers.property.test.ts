import fc from 'fast-check';
import { parseRateLimitHeaders } from '../src/index.ts';
import { dialectCases, now } from './fixtures/header-dialects.ts';

const knownNames = [...new Set(dialectCases.flatMap(({ headers }) => Object.keys(headers)))];
const names = fc.oneof(
  fc.constantFrom(...knownNames, 'date', 'x-portkey-provider', '__proto__', 'constructor'),
  fc.string(),
);
const values = fc.oneof(
  fc.string(),
  fc.nat().map(String),
  fc.double().map(String),
  fc.constantFrom(
    '6m0s',
    '1e308',
    '٣',
    '9'.repeat(400),
    '1h'.repeat(5000),
    'Infinity',
    '\u0000',
    '"a";q=5;w=9',
    '"a;q=5;w=1e9,,;;="',
    'limit=1, remaining=-3, reset=NaN',
    '5;w=0, 5;w=-1, 5;w=0.5, 5;w=99999999999',
  ),
  fc.anything(),
);
const providers = fc.constantFrom(
  ...new Set(dialectCases.map(({ provider }) => provider ?? 'openai-compatible')),
  '__proto__',
);

/** Numbers of the answer, in every field. */
function numbersOf(parsed: ReturnType<typeof parseRateLimitHeaders>): number[] {
  const { retryAfterMs, ...fields } = parsed;
  const inFields = Object.values(fields).flatMap((field) => Object.values(field) as number[]);
  return retryAfterMs === undefined ? inFields : [...inFields, retryAfterMs];
}

test('whatever a server sends, what comes out are finite numbers of at least 0', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values)), providers, (pairs, provider) => {
      const parsed = parseRateLimitHeaders(pairs as [string, string][], { provider, now });
      for (const number of numbersOf(parsed)) {
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
      }
      expect(parsed.retryAfterMs ?? 1).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});

test('what is no collection of headers is read as none', () => {
  fc.assert(
    fc.property(fc.anything(), (junk) => {
      expect(() => parseRateLimitHeaders(junk as Headers, { now })).not.toThrow();
    }),
  );
});

test('a header that cannot be read leaves the others alone', () => {
  const headers = {
    'x-ratelimit-limit-tokens': '700',
    get 'x-ratelimit-limit-requests'(): string {
      throw new Error('no');
    },
  };
  expect(parseRateLimitHeaders(headers, { now })).toEqual({ tokens: { limit: 700 } });
});

const amounts = fc.nat();
const seconds = fc.integer({ min: 1, max: 86_400 });

/** How each dialect writes one limit: by its documentation, not by the tables of the reader. */
const goDuration = (s: number) =>
  `${Math.floor(s / 3600)}h${Math.floor(s / 60) % 60}m${s % 60}.000s`;
const moment = (s: number) => new Date(now + s * 1000).toISOString();
const writers: readonly (readonly [
  provider: string,
  field: string,
  write: (limit: number, remaining: number, resetSeconds: number) => Record<string, string>,
])[] = [
  ['openai', 'tokens', (l, r, s) => spread('x-ratelimit-?-tokens', l, r, goDuration(s))],
  [
    'openai',
    'projectTokens',
    (l, r, s) => spread('x-ratelimit-?-project-tokens', l, r, goDuration(s)),
  ],
  ['azure', 'requests', (l, r, s) => spread('x-ratelimit-?-requests', l, r, s)],
  ['groq', 'requestsPerDay', (l, r, s) => spread('x-ratelimit-?-requests', l, r, goDuration(s))],
  [
    'anthropic',
    'outputTokens',
    (l, r, s) => spread('anthropic-ratelimit-output-tokens-?', l, r, moment(s)),
  ],
  ['mistral', 'tokens', (l, r, s) => spread('ratelimitbysize-?', l, r, s)],
  ['cerebras', 'tokensPerDay', (l, r, s) => spread('x-ratelimit-?-tokens-day', l, r, `${s}.0`)],
  ['together', 'requestsPerSecond', (l, r, s) => spread('X-RateLimit-?', l, r, s)],
  ['openrouter', 'requestsPerWindow', (l, r, s) => spread('X-RateLimit-?', l, r, now + s * 1000)],
  ['github', 'requestsPerWindow', (l, r, s) => spread('x-ratelimit-?', l, r, now / 1000 + s)],
  ['ietf', 'requestsPerWindow', (l, r, s) => spread('RateLimit-?', l, r, s)],
  [
    'ietf',
    'requestsPer45Seconds',
    (l, r, s) => ({ 'RateLimit-Policy': `"p";q=${l};w=45`, RateLimit: `"p";r=${r};t=${s}` }),
  ],
  [
    'ietf',
    'requestsPerHour',
    (l, r, s) => ({
      'RateLimit-Policy': `${l};w=3600`,
      RateLimit: `limit=${l}, remaining=${r}, reset=${s}`,
    }),
  ],
];

function spread(template: string, limit: number, remaining: number, reset: string | number) {
  return {
    [template.replace('?', 'Limit')]: String(limit),
    [template.replace('?', 'Remaining')]: String(remaining),
    [template.replace('?', 'Reset')]: String(reset),
  };
}

test.each(writers)('what %s writes of %s is read back', (provider, field, write) => {
  fc.assert(
    fc.property(amounts, amounts, seconds, (limit, remaining, reset) => {
      const { retryAfterMs: _, ...read } = parseRateLimitHeaders(write(limit, remaining, reset), {
        provider,
        now,
      });
      expect(read).toEqual({ [field]: { limit, remaining, resetMs: reset * 1000 } });
    }),
  );
});

test.each(dialectCases)(
  'the order of headers does not matter: $name',
  ({ provider, headers, means }) => {
    const options = { now, ...(provider !== undefined && { provider }) };
    const pairs = Object.entries(headers);
    fc.assert(
      fc.property(fc.shuffledSubarray(pairs, { minLength: pairs.length }), (shuffled) => {
        expect(parseRateLimitHeaders(shuffled, options)).toEqual(means);
      }),
      { numRuns: 20 },
    );
  },
);

test('headers that nobody knows never change the result', () => {
  const unknown = fc
    .oneof(
      fc.string(),
      fc.stringMatching(/^x-ratelimit-[a-z]{1,9}-[a-z]{1,9}$/).map((name) => `${name}-x`),
      fc.constantFrom(
        'x-ratelimit-type',
        'x-ratelimit-key',
        'x-ratelimit-over-limit',
        'x-ratelimit-tokens-query-cost',
        'anthropic-ratelimit-unified-5h-utilization',
        'x-should-retry',
      ),
    )
    .filter((name) => !knownNames.includes(name.toLowerCase()));
  fc.assert(
    fc.property(
      fc.constantFrom(...dialectCases),
      fc.dictionary(unknown, fc.nat().map(String)),
      (known, more) => {
        const options = { now, ...(known.provider !== undefined && { provider: known.provider }) };
        expect(parseRateLimitHeaders({ ...more, ...known.headers }, options)).toEqual(known.means);
      },
    ),
    { numRuns: 500 },
  );
});

test('OpenAI: a bucket of a minute is never taken for one of a day, nor one of a day for a minute', () => {
  const bucket = fc.record({
    limit: fc.integer({ min: 2, max: 50_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    isDaily: fc.boolean(),
  });
  fc.assert(
    fc.property(bucket, ({ limit, share, isDaily }) => {
      // At least one request was just made; what it took has not flowed back yet.
      const used = 1 + share * (limit - 1);
      const resetMs = Math.round((used * (isDaily ? 86_400_000 : 60_000)) / limit);
      const headers = {
        'x-ratelimit-limit-requests': String(limit),
        'x-ratelimit-remaining-requests': String(Math.floor(limit - used)),
        'x-ratelimit-reset-requests': `${resetMs}ms`,
      };
      const parsed = parseRateLimitHeaders(headers, { provider: 'openai', now });
      expect(Object.keys(parsed)).toEqual([isDaily ? 'requestsPerDay' : 'requests']);
    }),
    { numRuns: 500 },
  );
});

test('a megabyte is read in linear time, and yields nothing', () => {
  const patterns = ['9', ' ', '0', '"', ',', ';', '"a";q=1;w=1,', '=', '1h', '\\"', '";"'];
  const fields = [...knownNames, 'ratelimit', 'ratelimit-policy', 'date'];
  const startedAt = performance.now();
  for (const pattern of patterns) {
    const long = pattern.repeat(1_000_000 / pattern.length);
    for (const name of fields) {
      expect(parseRateLimitHeaders({ [name]: long }, { now })).toEqual({});
    }
  }
  // Quadratic time would be hours; half a gigabyte in linear time is seconds.
  expect(performance.now() - startedAt).toBeLessThan(30_000);
});

test('many headers cost as much as many headers', () => {
  const many = Array.from(
    { length: 100_000 },
    (_, index) => [`llm_provider-x-${index}`, '1'] as const,
  );
  const parsed = parseRateLimitHeaders([['x-ratelimit-limit-tokens', '8'], ...many], { now });
  expect(parsed).toEqual({ tokens: { limit: 8 } });
});
