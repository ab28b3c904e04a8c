import { createVirtualClock } from '@llm-router/core';
import { createCircuitBreakers } from '../src/index.ts';

afterEach(() => jest.useRealTimers());

it('leaves no timer behind in any state', async () => {
  const clock = createVirtualClock();
  jest.useFakeTimers();
  const breakers = createCircuitBreakers({ clock, failureThreshold: 1, openMs: 1000 });
  const pending: number[] = [];
  const note = () => pending.push(jest.getTimerCount());
  const enter = (key: string) => {
    const entry = breakers.for(key).tryEnter();
    if (!entry.ok) throw new Error('refused');
    return entry.permit;
  };
  enter('a').failure(new Error('down'));
  expect(breakers.for('a').state).toBe('open');
  note();
  jest.useRealTimers();
  await clock.advance(1000);
  jest.useFakeTimers();
  enter('a').failure(new Error('down'));
  note();
  enter('b').success();
  note();
  breakers.snapshot();
  note();
  expect(pending).toEqual([0, 0, 0, 0]);
});
