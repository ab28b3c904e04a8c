import { estimateTokens } from '@llm-router/core';
import { completionOf, countBy, createFakeBench } from './support.ts';

describe('money', () => {
  it('is that of the model that answered, where another one was asked first', async () => {
    const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
    const busy = Object.assign(new Error('Not now'), { status: 503 });
    const { clock, router } = createFakeBench(
      {
        dear: { chat: () => Promise.reject(busy) },
        cheap: { chat: async () => completionOf('fine', usage) },
      },
      {
        deployments: [
          { id: 'dear', provider: 'dear', model: 'm', price: { input: 50, output: 90 } },
          { id: 'cheap', provider: 'cheap', model: 'm', price: { input: 2, output: 8 } },
        ],
      },
    );
    const { cost, deployment, ledger } = await clock.run(router.chat('Hello'));
    expect(deployment).toBe('cheap');
    expect(ledger.attempts).toHaveLength(2);
    expect(cost).toEqual({ nanoUsd: 280_000, exactness: 'priced' });
  });

  it('of a day is reserved before it is spent, also by the price of a long prompt', async () => {
    const content = 'many words '.repeat(2500);
    const request = { max_tokens: 1, messages: [{ role: 'user' as const, content }] };
    const tokens = estimateTokens(request);
    const long = { aboveInputTokens: 1000, input: 10, output: 10 };
    const price = { input: 1, output: 1, tiers: [long] };
    const usdEach = ((tokens + 1) * long.input) / 1e6;
    const usage = { prompt_tokens: tokens, completion_tokens: 1, total_tokens: tokens + 1 };
    const { clock, router, callsOf } = createFakeBench(
      { a: { chat: () => clock.sleep(1000).then(() => completionOf('fine', usage)) } },
      {
        deployments: [
          // At the price of a short prompt all eight would have room.
          { id: 'a', provider: 'a', model: 'm', price, limits: { usdPerDay: 4.5 * usdEach } },
        ],
      },
    );
    const ask = () =>
      router.chat(request, { timeoutMs: 30_000 }).then(
        () => 'answered',
        ({ message }) => /money per day/.exec(message)?.[0] ?? message,
      );
    // All are sent off before the first one has ended.
    const ends = await clock.run(Promise.all(Array.from({ length: 8 }, ask)));
    expect(countBy(ends, (end) => end)).toEqual({ answered: 4, 'money per day': 4 });
    expect(callsOf('a')).toHaveLength(4);
    expect(router.status().cost.nanoUsd).toBe(Math.round(4 * usdEach * 1e9));
  });
});
