import { createRandom, createVirtualClock, type Limits } from '@llm-router/core';
import fc from 'fast-check';
import { createConcurrencyManager } from '../src/index.ts';

/** A thousand requests at once behind one key; each holds its lease for a while. */
function thousandAtOnce(limits: Limits, holdMs: (index: number) => number) {
  const clock = createVirtualClock();
  const manager = createConcurrencyManager({ clock, limits: { k: limits } });
  const starts: number[] = [];
  let inFlight = 0;
  const all = Promise.all(
    Array.from({ length: 1000 }, async (_, index) => {
      const lease = await manager.acquire('k');
      starts.push(clock.now());
      inFlight += 1;
      await clock.sleep(holdMs(index));
      inFlight -= 1;
      lease.settle({});
    }),
  );
  return { clock, manager, starts, all, inFlight: () => inFlight };
}

describe('limits that change while a thousand wait', () => {
  it('let as many more go at once as they allow more', async () => {
    const { clock, manager, starts, all, inFlight } = thousandAtOnce(
      { maxConcurrent: 10 },
      () => 1000,
    );
    await clock.advance(0);
    expect(starts).toHaveLength(10);
    manager.update({ k: { maxConcurrent: 50 } });
    await clock.advance(0);
    expect(starts).toHaveLength(50);
    manager.update({ k: { maxConcurrent: 5 } });
    await clock.advance(999);
    expect(starts).toHaveLength(50);
    await clock.advance(1);
    expect(inFlight()).toBe(5);
    manager.update({ k: {} });
    await clock.run(all);
    expect(starts).toHaveLength(1000);
    expect(manager.snapshot().queued).toBe(0);
  });

  it('never let more go than the limits of the moment allow, however often they change', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ cap: fc.integer({ min: 1, max: 60 }), afterMs: fc.nat(400) }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.integer(),
        async (changes, seed) => {
          const random = createRandom(seed);
          let cap = 20;
          const { clock, manager, starts, all, inFlight } = thousandAtOnce(
            { maxConcurrent: cap },
            () => 20 + 100 * random(),
          );
          for (const change of changes) {
            const before = starts.length;
            await clock.advance(change.afterMs);
            // Those of a wider limit may still be under way; nobody starts beside them.
            if (starts.length > before) expect(inFlight()).toBeLessThanOrEqual(cap);
            cap = change.cap;
            manager.update({ k: { maxConcurrent: cap } });
          }
          await clock.run(all);
          expect(starts).toHaveLength(1000);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('keep what was spent: a lower rate is never exceeded, a higher one counts from now', async () => {
    const { clock, manager, starts, all } = thousandAtOnce(
      { rules: [{ unit: 'requests', amount: 100, perMs: 1000, burst: 100 }] },
      () => 1,
    );
    await clock.advance(0);
    expect(starts).toHaveLength(100);
    manager.update({
      k: { rules: [{ unit: 'requests', amount: 50, perMs: 1000, burst: 50 }] },
    });
    // A hundred are spent of fifty: the first second only makes up for it.
    await clock.advance(1000);
    expect(starts).toHaveLength(100);
    await clock.advance(1000);
    expect(starts).toHaveLength(150);
    manager.update({
      k: { rules: [{ unit: 'requests', amount: 500, perMs: 1000, burst: 50 }] },
    });
    await clock.run(all);
    const lastSecond = starts.filter((at) => at > clock.now() - 1000).length;
    expect(lastSecond).toBeGreaterThan(400);
    expect(lastSecond).toBeLessThanOrEqual(550);
  });
});
