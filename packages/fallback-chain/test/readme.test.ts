import { createVirtualClock } from '@llm-router/core';
import { bindCalls, createFallbackChain, fallbackChains } from '../src/index.ts';

it('does what its README says', async () => {
  const printed: unknown[] = [];
  const clock = createVirtualClock();
  const busy = Object.assign(new Error('Too many requests'), { status: 429 });
  const chain = createFallbackChain({
    providers: bindCalls(fallbackChains.default, (name) => async (prompt: string) => {
      if (name === 'kimi-k2') throw busy;
      return `${name} heard: ${prompt}`;
    }),
    clock,
    onEvent(event) {
      if (event.type === 'fell-back') printed.push(`${event.from} → ${event.to}`);
    },
  });
  const { response, provider, attempts } = await clock.run(chain.execute('hello'));
  printed.push([response, provider, attempts]);

  expect(printed).toEqual(['kimi-k2 → glm-4.7', ['glm-4.7 heard: hello', 'glm-4.7', 4]]);
});
