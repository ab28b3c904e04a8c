import { ask, createBench } from './support/bench.ts';

describe('a full queue', () => {
  test('refuses one more, with the time after which to try again', async () => {
    const bench = createBench({ maxQueued: 2, limits: { k: { requestsPerMinute: 1 } } });
    await bench.manager.acquire('k');
    const waiting = [ask(bench, 'k'), ask(bench, 'k')];
    const refused = ask(bench, 'k');
    await bench.settle();
    expect(refused.error).toMatchObject({
      code: 'queue_full',
      retryable: true,
      retryAfterMs: 60_000,
    });
    await bench.clock.advance(120_000);
    expect(waiting.every(({ lease }) => lease !== undefined)).toBe(true);
  });

  test('of length 0 still lets through what need not wait', async () => {
    const bench = createBench({ maxQueued: 0, limits: { k: { maxConcurrent: 1 } } });
    const lease = await bench.manager.acquire('k');
    await expect(bench.manager.acquire('k')).rejects.toMatchObject({ code: 'queue_full' });
    lease.release();
    await expect(bench.manager.acquire('k')).resolves.toBeDefined();
  });

  test('of one key does not shut out the others', async () => {
    const bench = createBench({ maxQueued: 1, limits: { k: { maxConcurrent: 1 } } });
    await bench.manager.acquire('k');
    ask(bench, 'k');
    const free = ask(bench, 'elsewhere');
    await bench.settle();
    expect(free.lease).toBeDefined();
  });

  test('also refuses who would have room, but has others before it', async () => {
    const bench = createBench({ maxQueued: 1, limits: { k: { tokensPerMinute: 100 } } });
    await bench.manager.acquire('k', { need: { inputTokens: 60 } });
    ask(bench, 'k', { need: { inputTokens: 90 } });
    const small = ask(bench, 'k', { need: { inputTokens: 10 } });
    await bench.settle();
    expect(small.error?.code).toBe('queue_full');
    expect(bench.manager.snapshot().queued).toBe(1);
  });
});
