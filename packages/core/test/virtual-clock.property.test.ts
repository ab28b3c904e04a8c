import { createVirtualClock } from '@llm-router/core';
import * as fc from 'fast-check';

const delays = fc.array(fc.nat({ max: 50 }), { maxLength: 60 });

describe('the virtual clock, for any sleepers', () => {
  it('wakes each at its own instant, the earliest first, in the order of calls', async () => {
    await fc.assert(
      fc.asyncProperty(delays, async (delaysMs) => {
        const clock = createVirtualClock();
        const woken: { index: number; at: number }[] = [];
        await clock.run(
          Promise.all(
            delaysMs.map(async (ms, index) => {
              await clock.sleep(ms);
              woken.push({ index, at: clock.now() - 1_000_000 });
            }),
          ),
        );
        const expected = delaysMs
          .map((at, index) => ({ index, at }))
          .sort((a, b) => a.at - b.at || a.index - b.index);
        expect(woken).toEqual(expected);
      }),
    );
  });

  it('never wakes the aborted, and always wakes the others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: 50 }), fc.boolean()), { maxLength: 40 }),
        async (plan) => {
          const clock = createVirtualClock();
          const woken: number[] = [];
          const sleeps = plan.map(async ([ms, aborts], index) => {
            const abort = new AbortController();
            const sleep = clock.sleep(ms, abort.signal);
            if (aborts) abort.abort('no');
            await sleep.then(
              () => woken.push(index),
              () => {},
            );
          });
          await clock.run(Promise.all(sleeps));
          const kept = plan.flatMap(([ms, aborts], index) => (aborts ? [] : [{ ms, index }]));
          expect(woken).toEqual(
            kept.sort((a, b) => a.ms - b.ms || a.index - b.index).map(({ index }) => index),
          );
          expect(clock.now()).toBe(1_000_000 + Math.max(0, ...kept.map(({ ms }) => ms)));
        },
      ),
    );
  });

  it('sees the same moments however the time is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        delays,
        fc.array(fc.nat({ max: 20 }), { maxLength: 20 }),
        async (delaysMs, steps) => {
          const seenBy = async (advances: readonly number[]) => {
            const clock = createVirtualClock();
            const seen: string[] = [];
            delaysMs.forEach((ms, index) => {
              void clock.sleep(ms).then(() => seen.push(`${index}@${clock.now()}`));
            });
            for (const ms of advances) await clock.advance(ms);
            return { seen, now: clock.now() };
          };
          const total = steps.reduce((sum, ms) => sum + ms, 0);
          expect(await seenBy([...steps, 0])).toEqual(await seenBy([total]));
        },
      ),
      { numRuns: 50 },
    );
  });
});
