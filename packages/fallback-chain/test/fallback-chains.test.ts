import { createRandom, createVirtualClock } from '@llm-router/core';
import { bindCalls, createFallbackChain, fallbackChains } from '../src/index.ts';

const busy = Object.assign(new Error('busy'), { status: 429 });

async function countCalls(plans: (typeof fallbackChains)['default']) {
  const clock = createVirtualClock();
  const calls: string[] = [];
  const providers = bindCalls<string, string>(plans, (name) => async () => {
    calls.push(name);
    throw busy;
  });
  const chain = createFallbackChain({ providers, clock, random: createRandom(3) });
  const start = clock.now();
  await clock.run(chain.execute('hi').catch(() => {}));
  return { calls, tookMs: clock.now() - start };
}

it('the default chain retries each model as often as it says', async () => {
  const { calls } = await countCalls(fallbackChains.default);
  const expected = [
    ...new Array(3).fill('kimi-k2'),
    ...new Array(4).fill('glm-4.7'),
    ...new Array(4).fill('llama-70b'),
    ...new Array(4).fill('dolphin-3'),
  ];
  expect(calls).toEqual(expected);
});

it('the chain for agents gives up on each model after one or two retries, and much sooner', async () => {
  const patient = await countCalls(fallbackChains.default);
  const { calls, tookMs } = await countCalls(fallbackChains.failFast);
  expect(calls[0]).toBe('kimi-k2-thinking');
  for (const name of new Set(calls)) {
    const retries = calls.filter((call) => call === name).length - 1;
    expect([1, 2]).toContain(retries);
  }
  expect(tookMs).toBeLessThan(patient.tookMs / 4);
});
