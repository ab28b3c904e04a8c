import { createRandom, createVirtualClock } from '@llm-router/core';
import { createRouter } from 'llm-router';
import {
  completionOf,
  createFakeBench,
  createScriptedFetch,
  deploy,
  errorBody,
} from './support.ts';

describe('the strategy fastest', () => {
  it('goes by the time to an answer, not by that time shared out among its tokens', async () => {
    const answers = (afterMs: number, completion_tokens: number) => ({
      chat: async () => {
        await clock.sleep(afterMs);
        const total_tokens = 10 + completion_tokens;
        return completionOf('fine', { prompt_tokens: 10, completion_tokens, total_tokens });
      },
    });
    const { clock, router, callsOf } = createFakeBench(
      { slow: answers(4000, 1000), quick: answers(400, 2) },
      { strategy: 'fastest' },
    );
    for (let time = 0; time < 10; time++) await clock.run(router.chat(`number ${time}`));
    expect([callsOf('slow').length, callsOf('quick').length]).toEqual([1, 9]);
  });
});

describe('the balance prefix-affinity, in the router', () => {
  /** Some 3,000 tokens that all turns of a conversation begin with. */
  const opening = 'the log of a lighthouse keeper '.repeat(500);

  function bench() {
    const spent = new Set<string>();
    const price = { input: 2, output: 8, cacheRead: 0.2 };
    const ids = ['a', 'b', 'c', 'd'];
    const clock = createVirtualClock();
    const { fetch, hits } = createScriptedFetch(clock, ({ model }) =>
      spent.has(model)
        ? { status: 429, body: errorBody('Nothing is left', 'insufficient_quota') }
        : {},
    );
    const router = createRouter(
      {
        strategy: 'loadbalance',
        balance: 'prefix-affinity',
        deployments: ids.map((id) => deploy(id, { price })),
      },
      { clock, random: createRandom(5), fetch },
    );
    const turn = (number: number) => {
      const turns = Array.from({ length: number }, (_, index) => `entry ${index}`);
      const messages = [opening, ...turns].map((content) => ({ role: 'user' as const, content }));
      return clock.run(router.chat({ messages }));
    };
    return { turn, spent, hits };
  }

  it('keeps a conversation where its beginning is cached', async () => {
    const { turn } = bench();
    const { deployment: first } = await turn(1);
    for (let number = 2; number <= 20; number++) {
      expect((await turn(number)).deployment).toBe(first);
    }
  });

  it('leaves an account that is used up, and stays with the next', async () => {
    const { turn, spent, hits } = bench();
    const { deployment: first } = await turn(1);
    spent.add(first);
    const { deployment: second } = await turn(2);
    expect(second).not.toBe(first);
    const before = hits.filter(({ model }) => model === first).length;
    for (let number = 3; number <= 10; number++) {
      expect((await turn(number)).deployment).toBe(second);
    }
    expect(hits.filter(({ model }) => model === first)).toHaveLength(before);
  });
});
