import { createVirtualClock, isRouterError } from '@llm-router/core';
import { createCircuitBreakers } from '../src/index.ts';

it('does what its README says', async () => {
  const printed: unknown[] = [];
  const clock = createVirtualClock();
  const breakers = createCircuitBreakers({ failureThreshold: 2, openMs: 30_000, clock });
  const breaker = breakers.for('openai/gpt-4o-mini');

  const failing = () => breaker.fire(() => Promise.reject(new Error('502')));
  await Promise.allSettled([failing(), failing()]);
  printed.push(breaker.state);

  const refused = await failing().catch((error) => error);
  printed.push(isRouterError(refused, 'circuit_open'), refused.retryAfterMs);

  await clock.advance(30_000);
  printed.push(await breaker.fire(async () => 'an answer'), breaker.state);

  expect(printed).toEqual(['open', true, 30_000, 'an answer', 'closed']);
});
