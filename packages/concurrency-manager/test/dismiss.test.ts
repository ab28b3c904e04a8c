import { createVirtualClock } from '@llm-router/core';
import { createConcurrencyManager } from '../src/index.ts';

it('refuses those who wait for nothing but what is gone, and lets the others wait', async () => {
  const clock = createVirtualClock();
  const manager = createConcurrencyManager({
    clock,
    limits: { a: { maxConcurrent: 1 }, b: { maxConcurrent: 1 } },
  });
  const [a, b] = await Promise.all([manager.acquire('a'), manager.acquire('b')]);
  const onlyA = manager.acquire('a').then(String, ({ code }) => code);
  const either = manager.acquire([{ key: 'a' }, { key: 'b' }]);
  manager.dismiss((key) => key === 'a');
  expect(await onlyA).toBe('no_candidate');
  expect(manager.snapshot().queued).toBe(1);
  b.release();
  expect((await either).key).toBe('b');
  a.release();
});
