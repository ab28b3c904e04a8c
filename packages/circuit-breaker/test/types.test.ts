import type { CircuitBreakers } from '@llm-router/core';
import { type CircuitBreakerOptions, createCircuitBreakers } from '../src/index.ts';

it('are what the pipeline takes, and know their options', () => {
  const breakers: CircuitBreakers = createCircuitBreakers();
  // @ts-expect-error a threshold is a number or a rate
  const wrong: CircuitBreakerOptions = { failureThreshold: 'five' };
  expect(() => createCircuitBreakers(wrong)).toThrow('failureThreshold');
  expect(breakers.for('a').state).toBe('closed');
});
