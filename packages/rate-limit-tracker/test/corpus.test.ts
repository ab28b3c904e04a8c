import {
  census,
  censusTable,
  type Exchange,
  namesTable,
  parseExchange,
  readExchanges,
  sightingsIn,
} from './support/header-census.ts';

const corpus = process.env['LLM_ROUTER_CORPUS'];
const suite = corpus ? describe : describe.skip;
if (!corpus) {
  console.warn(
    'SKIPPED: rate-limit headers of recorded traffic; set LLM_ROUTER_CORPUS to its folder',
  );
}

/** Headers that speak of limits and are left unread on purpose, each with the reason. */
const ignored: ReadonlyMap<string, string> = new Map([
  ['ratelimitbysize-query-cost', 'what this request cost, no limit'],
  ['x-ratelimit-tokens-query-cost', 'what this request cost, no limit'],
  ['x-ratelimit-key', 'the name of the deployment that was counted'],
  ['x-ratelimit-abusepenalty-active', 'a yes or no without an amount'],
  ['x-ratelimit-limit-tokens-usage-based', 'undocumented; repeats the limit on tokens'],
  ['x-ratelimit-remaining-tokens-usage-based', 'undocumented; repeats the limit on tokens'],
  ['x-ratelimit-reset-tokens-usage-based', 'undocumented; repeats the limit on tokens'],
  ['x-ratelimit-limit-tokens_usage_based', 'undocumented; repeats the limit on tokens'],
  ['x-ratelimit-remaining-tokens_usage_based', 'undocumented; repeats the limit on tokens'],
  ['x-ratelimit-reset-tokens_usage_based', 'undocumented; repeats the limit on tokens'],
]);

suite('recorded traffic', () => {
  const exchanges: readonly Exchange[] = corpus ? readExchanges(corpus) : [];
  const sightings = exchanges.flatMap(sightingsIn);

  it('has exchanges to read', () => {
    expect(exchanges.length).toBeGreaterThan(1000);
    expect(sightings.length).toBeGreaterThan(1000);
  });

  it('is read in every header whose meaning is documented', () => {
    console.info(`${censusTable(census(exchanges))}\n\n${namesTable(exchanges)}`);
    const unread = sightings.filter(({ fate }) => fate === 'unread').map(({ name }) => name);
    expect([...new Set(unread)].filter((name) => !ignored.has(name))).toEqual([]);
  });

  it('has no header on the list of the ignored that is read after all', () => {
    const read = sightings.filter(({ fate }) => fate !== 'unread');
    expect(read.filter(({ name }) => ignored.has(name))).toEqual([]);
  });

  it('says nothing only by resets of 0 or now, by renewals, and by amounts beyond counting', () => {
    // One recording has the value of the next header glued to a reset of 0.
    const empty = sightings.filter(({ fate }) => fate === 'empty');
    const explained = empty.filter(
      ({ name, value, date = '' }) =>
        (name.includes('reset') &&
          (/^0s?(?:, req_\w+)?$/.test(value) || Date.parse(value) <= Date.parse(date))) ||
        name.includes('renewalperiod') ||
        Number(value) > Number.MAX_SAFE_INTEGER,
    );
    expect(empty.filter((sighting) => !explained.includes(sighting))).toEqual([]);
  });

  it('repeats in the ignored usage-based limit what the ordinary one says', () => {
    for (const { response_headers: headers } of exchanges) {
      for (const [name, value] of Object.entries(headers ?? {})) {
        if (!/usage.based/.test(name)) continue;
        expect(headers?.[name.replace(/.usage.based/, '')]).toBe(value);
      }
    }
  });

  it.each(['openai', 'azure', 'anthropic', 'groq', 'mistral', 'xai', 'cohere', 'huggingface'])(
    'states what %s states, number for number',
    (provider) => {
      const own = exchanges.filter((exchange) => exchange.provider === provider);
      const stated = own.flatMap((exchange) =>
        Object.values(parseExchange(exchange))
          .flatMap((field: unknown) =>
            typeof field === 'object' && field !== null
              ? Object.entries(field).filter(([part]) => part !== 'resetMs')
              : [],
          )
          .map(([, number]) => [exchange, number] as const),
      );
      expect(stated.length).toBeGreaterThan(0);
      for (const [{ response_headers }, number] of stated) {
        const numbers = Object.values(response_headers ?? {}).flatMap(
          (text) => text.match(/\d+/g) ?? [],
        );
        expect(numbers).toContain(String(number));
      }
    },
  );

  it('is per day at OpenAI exactly where a reset of the requests says so', () => {
    const own = exchanges.filter(({ provider }) => provider === 'openai');
    const daily = own.filter((exchange) => parseExchange(exchange).requestsPerDay);
    // A minute's bucket of thousands gives one back in milliseconds, a day's in seconds or minutes.
    const slow = own.filter(({ response_headers: headers }) =>
      /\ds$/.test(headers?.['x-ratelimit-reset-requests']?.replace('0s', '') ?? ''),
    );
    expect(daily.length).toBeGreaterThan(0);
    expect(daily.map(({ id }) => id)).toEqual(slow.map(({ id }) => id));
    expect(daily.filter((exchange) => parseExchange(exchange).requests)).toHaveLength(0);
  });

  it('never states more remaining than the limit, nor a reset of more than a day', () => {
    for (const exchange of exchanges) {
      const { retryAfterMs, ...fields } = parseExchange(exchange);
      expect(retryAfterMs ?? 1).toBeGreaterThan(0);
      for (const { limit, remaining, resetMs } of Object.values(fields)) {
        if (limit !== undefined && remaining !== undefined) {
          expect(remaining).toBeLessThanOrEqual(limit);
        }
        expect(resetMs ?? 0).toBeLessThanOrEqual(86_400_000);
      }
    }
  });
});
