import { createVirtualClock } from '@llm-router/core';
import { createSimulator, type Hit } from '@llm-router/simulator';
import fc from 'fast-check';
import { ask } from './support.ts';

const traffic = fc.record({
  gapsMs: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 80 }),
  burst: fc.integer({ min: 1, max: 8 }),
  perSecond: fc.double({ min: 0.5, max: 20, noNaN: true }),
  seed: fc.nat(),
});

/** Sends one request after each gap and lets all of them end. */
async function run(
  gapsMs: readonly number[],
  options: Omit<Parameters<typeof createSimulator>[0], 'clock'>,
  extra: object = {},
): Promise<readonly Hit[]> {
  const clock = createVirtualClock();
  const simulator = createSimulator({ ...options, clock });
  const work = async () => {
    const answers: Promise<string>[] = [];
    for (const gapMs of gapsMs) {
      await clock.sleep(gapMs);
      answers.push(ask(simulator, 'oak', extra).then((response) => response.text()));
    }
    await Promise.all(answers);
  };
  await clock.run(work());
  return simulator.hits();
}

/** The most that `amount` sums to beyond `burst + perSecond × length`, over all windows. */
function worstExcess(
  hits: readonly Hit[],
  limit: { burst: number; perSecond: number },
  amount: (hit: Hit) => number,
): number {
  let worst = Number.NEGATIVE_INFINITY;
  for (const [index, first] of hits.entries()) {
    let sum = 0;
    for (const hit of hits.slice(index)) {
      sum += amount(hit);
      const allowed = limit.burst + (limit.perSecond * (hit.at - first.at)) / 1000;
      worst = Math.max(worst, sum - allowed);
    }
  }
  return worst;
}

test('no window ever holds more requests than its bucket allows', async () => {
  await fc.assert(
    fc.asyncProperty(traffic, async ({ gapsMs, burst, perSecond, seed }) => {
      const limits = { requests: { burst, perSecond } };
      const hits = await run(gapsMs, { seed, models: [{ name: 'oak', limits }] });
      const served = hits.filter((hit) => hit.status === 200);
      expect(served.length).toBeGreaterThan(0);
      expect(worstExcess(served, { burst, perSecond }, () => 1)).toBeLessThan(0.001);
    }),
    { numRuns: 60 },
  );
});

test('no window ever holds more tokens than its bucket allows', async () => {
  await fc.assert(
    fc.asyncProperty(traffic, async ({ gapsMs, burst, perSecond, seed }) => {
      const limit = { burst: 60 + 20 * burst, perSecond: 20 * perSecond };
      const outputTokens = { min: 30, max: 30 };
      const models = [{ name: 'oak', limits: { tokens: limit }, outputTokens }];
      // What is asked for is what is used, so that nothing comes back to be used again.
      const hits = await run(gapsMs, { seed, models }, { max_tokens: 30 });
      const served = hits.filter((hit) => hit.status === 200);
      expect(served.length).toBeGreaterThan(0);
      const excess = worstExcess(served, limit, (hit) => hit.inputTokens + hit.outputTokens);
      expect(excess).toBeLessThan(0.001);
    }),
    { numRuns: 60 },
  );
});

test('a request is refused only where the bucket could not have taken it', async () => {
  await fc.assert(
    fc.asyncProperty(traffic, async ({ gapsMs, burst, perSecond, seed }) => {
      const limits = { requests: { burst, perSecond } };
      const hits = await run(gapsMs, { seed, models: [{ name: 'oak', limits }] });
      let level = burst;
      let at = hits[0]?.at ?? 0;
      for (const hit of hits) {
        level = Math.min(burst, level + ((hit.at - at) / 1000) * perSecond);
        at = hit.at;
        if (Math.abs(level - 1) > 0.001) expect(hit.status).toBe(level > 1 ? 200 : 429);
        if (hit.status === 200) level -= 1;
      }
    }),
    { numRuns: 60 },
  );
});

test('never more requests are in flight than may be', async () => {
  await fc.assert(
    fc.asyncProperty(traffic, async ({ gapsMs, burst, seed }) => {
      const models = [{ name: 'oak', limits: { maxConcurrent: burst } }];
      const hits = await run(gapsMs, { seed, models });
      const served = hits.filter((hit) => hit.status === 200);
      for (const hit of hits) {
        const others = served.filter(
          (other) =>
            other.number < hit.number && (other.endedAt ?? Number.POSITIVE_INFINITY) > hit.at,
        );
        expect(hit.inFlightAtStart).toBeLessThanOrEqual(burst);
        expect(hit.inFlightAtStart).toBeGreaterThanOrEqual(others.length);
        expect(hit.status).toBe(hit.inFlightAtStart < burst ? 200 : 429);
      }
    }),
    { numRuns: 60 },
  );
});
