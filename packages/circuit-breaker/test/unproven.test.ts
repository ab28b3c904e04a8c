import { createVirtualClock } from '@llm-router/core';
import { type CircuitBreakerOptions, createCircuitBreakers } from '../src/index.ts';

const down = new Error('down');

function create(options: CircuitBreakerOptions = {}) {
  const clock = createVirtualClock();
  const breakers = createCircuitBreakers({
    clock,
    failureThreshold: 5,
    unprovenThreshold: 2,
    openMs: 1000,
    ...options,
  });
  const breaker = breakers.for('a');
  const enter = () => {
    const entry = breaker.tryEnter();
    if (!entry.ok) throw new Error(`refused for ${entry.retryAfterMs} ms`);
    return entry.permit;
  };
  return { clock, breaker, enter };
}

describe('a circuit that has never seen a success', () => {
  it('opens after fewer failures, exactly as many as it is told', () => {
    const { breaker, enter } = create();
    enter().failure(down);
    expect(breaker.state).toBe('closed');
    enter().failure(down);
    expect(breaker.state).toBe('open');
  });

  it('needs as many as any other once it has seen one', () => {
    const { breaker, enter } = create();
    enter().failure(down);
    enter().success();
    for (let count = 0; count < 4; count++) enter().failure(down);
    expect(breaker.state).toBe('closed');
    enter().failure(down);
    expect(breaker.state).toBe('open');
  });

  it('is proven by a probe as well', async () => {
    const { breaker, clock, enter } = create({ rampMs: 0 });
    for (let count = 0; count < 2; count++) enter().failure(down);
    await clock.advance(1000);
    enter().success();
    for (let count = 0; count < 4; count++) enter().failure(down);
    expect(breaker.state).toBe('closed');
  });

  it('does not wait for the volume of a failure rate', () => {
    const { breaker, enter } = create({ failureThreshold: { percentage: 50, volume: 10 } });
    for (let count = 0; count < 2; count++) enter().failure(down);
    expect(breaker.state).toBe('open');
  });

  it('does not listen to failures from before it opened either', async () => {
    const { breaker, clock, enter } = create();
    const old = enter();
    for (let count = 0; count < 2; count++) enter().failure(down);
    await clock.advance(1000);
    old.failure(down);
    expect(breaker.state).toBe('half-open');
  });
});
