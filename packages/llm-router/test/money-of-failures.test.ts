import { estimateTokens } from '@llm-router/core';
import {
  completionOf,
  createWireBench,
  deploy,
  errorBody,
  failureOf,
  type WireHit,
} from './support.ts';

const price = { input: 1, output: 10 };
const words = 'word '.repeat(500);
const tokensOut = estimateTokens(words);
const frame = (data: object) => `data: ${JSON.stringify(data)}\n\n`;
const piece = (content: string, finish: string | null = null) =>
  frame({ choices: [{ index: 0, delta: { content }, finish_reason: finish }] });

function bench(script: (hit: WireHit) => object, limits = {}) {
  const deployments = [deploy('a', { price, limits })];
  return createWireBench({ deployments, retry: { maxAttempts: 1 } }, script);
}

describe('a stream that gave an answer and then failed', () => {
  test.each([
    'overloaded_error',
    'rate_limit_exceeded',
    'insufficient_quota',
    'invalid_request_error',
  ])('costs what had arrived, whatever it failed with: %s', async (type) => {
    const error = frame({ error: { message: 'No more.', type, code: type } });
    const { clock, router } = bench(() => ({ body: piece(words) + error }), { usdPerDay: 1 });
    const broken = await clock.run(failureOf(router.stream('Hello').result));
    const cost = broken.ledger?.cost;
    expect(cost?.exactness).toBe('estimated');
    expect(cost?.nanoUsd).toBeGreaterThan(tokensOut * 10_000 * 0.9);
    const [rule] = router.status().queue.limits['a']?.rules ?? [];
    expect(rule?.available).toBe(1e9 - (cost?.nanoUsd ?? 0));
    expect(router.status().cost).toEqual(cost);
  });

  test('costs what the provider had reported, where it had', async () => {
    const usage = { prompt_tokens: 100, completion_tokens: 5000, total_tokens: 5100 };
    const told = frame({ choices: [{ index: 0, delta: { content: words } }], usage });
    const { clock, router } = bench(() => ({
      body: told + frame({ error: { message: 'No more.' } }),
    }));
    const { ledger } = await clock.run(failureOf(router.stream('Hello').result));
    expect(ledger?.cost).toEqual({ nanoUsd: 100 * 1000 + 5000 * 10_000, exactness: 'priced' });
  });
});

describe('a whole answer', () => {
  const answer = { ...completionOf(words) };

  test.each([
    ['is absent', undefined],
    ['is null', null],
    ['is nonsense', { prompt_tokens: '1', completion_tokens: -5, total_tokens: 1e15 }],
  ])('is estimated from its text where its usage %s', async (_, usage) => {
    const { clock, router } = bench(() => ({ body: { ...answer, usage } }), { usdPerDay: 1 });
    const { cost } = await clock.run(router.chat('Hello'));
    expect(cost.exactness).toBe('estimated');
    expect(cost.nanoUsd).toBeGreaterThan(tokensOut * 10_000 * 0.9);
    const [rule] = router.status().queue.limits['a']?.rules ?? [];
    expect(rule?.available).toBe(1e9 - (cost.nanoUsd ?? 0));
  });

  test('that holds nothing costs what the provider reported for it', async () => {
    const usage = { prompt_tokens: 1000, completion_tokens: 5000, total_tokens: 6000 };
    const message = { role: 'assistant', content: null };
    const choices = [{ index: 0, message, finish_reason: null }];
    const { clock, router } = bench(() => ({ body: { ...answer, choices, usage } }));
    const { ledger } = await clock.run(failureOf(router.chat('Hello')));
    expect(ledger?.cost).toEqual({ nanoUsd: 1000 * 1000 + 5000 * 10_000, exactness: 'priced' });
  });

  test('that came and cannot be read costs what was expected of it', async () => {
    const text = JSON.stringify(answer).slice(0, -3);
    const { clock, router } = bench(() => ({ body: text }), { usdPerDay: 1 });
    const { ledger } = await clock.run(failureOf(router.chat('Hello')));
    expect(ledger?.cost.exactness).toBe('estimated');
    expect(ledger?.cost.nanoUsd).toBeGreaterThan(0);
    const [rule] = router.status().queue.limits['a']?.rules ?? [];
    expect(rule?.available).toBe(1e9 - (ledger?.cost.nanoUsd ?? 0));
  });

  test('that never came, for a fault or a lost connection, costs nothing, here and of the limit', async () => {
    for (const fault of [{ status: 500, body: errorBody('down') }, undefined]) {
      const { clock, router } = bench(
        () => {
          if (fault === undefined) throw new TypeError('fetch failed');
          return fault;
        },
        { usdPerDay: 1 },
      );
      const { ledger } = await clock.run(failureOf(router.chat('Hello')));
      expect(ledger?.cost.nanoUsd).toBe(0);
      expect(router.status().queue.limits['a']?.rules[0]?.available).toBe(1e9);
    }
  });
});

describe('a limit of money', () => {
  const answerOf = (hit: WireHit) => {
    const most = Number(hit.body['max_tokens'] ?? hit.body['max_completion_tokens'] ?? 10);
    const usage = { prompt_tokens: 10, completion_tokens: most, total_tokens: 10 + most };
    return { afterMs: 100, body: { ...completionOf('fine'), usage } };
  };
  const ask = (max_tokens: number) => ({
    messages: [{ role: 'user' as const, content: 'Go on.' }],
    max_tokens,
  });

  test.each([
    { usdPerDay: 0.25 },
    { rules: [{ unit: 'nanoUsd', amount: 250_000_000, perMs: 86_400_000, reserve: 'max_tokens' }] },
  ])(
    'is not overrun by many at once that say how long their answers may be: %j',
    async (limits) => {
      const { clock, router } = bench(answerOf, limits);
      const asked = Array.from({ length: 100 }, () => router.chat(ask(4000), { timeoutMs: 5000 }));
      await clock.run(Promise.allSettled(asked));
      const spent = router.status().cost.nanoUsd ?? 0;
      expect(spent).toBeGreaterThan(0.2e9);
      expect(spent).toBeLessThanOrEqual(0.25e9);
    },
  );

  test('of one call refuses who could cost more with the max_tokens of the request', async () => {
    const { clock, router, hits } = bench(answerOf);
    const error = await clock.run(failureOf(router.chat(ask(100_000), { maxUsd: 0.01 })));
    expect(error.message).toMatch(/could cost \$1.* with the max_tokens of the request/);
    expect(hits).toHaveLength(0);
    await clock.run(router.chat(ask(900), { maxUsd: 0.01 }));
    expect(hits).toHaveLength(1);
  });
});
