import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRateLimitHeaders } from '../src/index.ts';

const corpus = process.env['LLM_ROUTER_CORPUS'];
const suite = corpus ? describe : describe.skip;
if (!corpus) {
  console.warn(
    'SKIPPED: rate-limit headers of recorded traffic; set LLM_ROUTER_CORPUS to its folder',
  );
}

interface Exchange {
  readonly provider: string;
  readonly response_headers: Readonly<Record<string, string>> | null;
}

suite('recorded traffic', () => {
  const exchanges: readonly Exchange[] = corpus
    ? readFileSync(join(corpus, 'traffic.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    : [];
  const parse = ({ provider, response_headers: headers }: Exchange) =>
    parseRateLimitHeaders(headers ?? {}, {
      provider,
      now: Date.parse(headers?.['date'] ?? '2026-01-01'),
    });

  it('has exchanges to read', () => {
    expect(exchanges.length).toBeGreaterThan(1000);
  });

  it.each(['openai', 'azure', 'anthropic', 'groq', 'mistral', 'xai'])(
    'states a limit for each answer of %s that carries one',
    (provider) => {
      const stated = exchanges.filter(
        (exchange) =>
          exchange.provider === provider &&
          Object.entries(exchange.response_headers ?? {}).some(
            ([name, value]) =>
              /^(x-ratelimit-limit-(requests|tokens|tokens-minute|req-minute)|anthropic-ratelimit-.*-limit|ratelimitbysize-limit)$/.test(
                name,
              ) && Number(value) > 0,
          ),
      );
      expect(stated.length).toBeGreaterThan(0);
      for (const exchange of stated) {
        const { retryAfterMs: _, ...fields } = parse(exchange);
        expect(Object.values(fields).some(({ limit }) => (limit ?? 0) > 0)).toBe(true);
      }
    },
  );

  it('never states more remaining than the limit, nor a reset of more than a day', () => {
    for (const exchange of exchanges) {
      const { retryAfterMs, ...fields } = parse(exchange);
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
