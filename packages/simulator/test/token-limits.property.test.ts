import { createVirtualClock } from '@llm-router/core';
import { createSimulator, type Hit } from '@llm-router/simulator';
import fc from 'fast-check';
import { askMessages } from './anthropic-support.ts';
import { ask } from './support.ts';

const latencyMs = 400;
const outputTokens = 20;

const traffic = fc.record({
  calls: fc.array(fc.record({ gapMs: fc.integer({ min: 0, max: 300 }), anthropic: fc.boolean() }), {
    minLength: 1,
    maxLength: 60,
  }),
  burst: fc.integer({ min: 5, max: 120 }),
  perSecond: fc.double({ min: 1, max: 120, noNaN: true }),
  seed: fc.nat(),
});

type Traffic = typeof traffic extends fc.Arbitrary<infer T> ? T : never;

/** Sends one JSON request after each gap, over either wire, and lets all of them end. */
async function run(
  { calls, burst, perSecond, seed }: Traffic,
  limited: 'inputTokens' | 'outputTokens',
): Promise<readonly Hit[]> {
  const clock = createVirtualClock();
  const model = {
    name: 'oak',
    latency: { medianMs: latencyMs, sigma: 0 },
    outputTokens: { min: outputTokens, max: outputTokens },
    limits: { [limited]: { burst, perSecond } },
  };
  const simulator = createSimulator({ models: [model], seed, clock });
  const work = async () => {
    const answers: Promise<string>[] = [];
    for (const { gapMs, anthropic } of calls) {
      await clock.sleep(gapMs);
      const answer = anthropic ? askMessages(simulator) : ask(simulator, 'oak');
      answers.push(answer.then((response) => response.text()));
    }
    await Promise.all(answers);
  };
  await clock.run(work());
  return simulator.hits();
}

test('no window ever takes more input than its bucket allows, and nothing is refused in vain', async () => {
  await fc.assert(
    fc.asyncProperty(traffic, async (one) => {
      const { burst, perSecond } = one;
      const hits = await run(one, 'inputTokens');
      const input = Math.max(...hits.map(({ inputTokens }) => inputTokens));
      let level = burst;
      let at = hits[0]?.at ?? 0;
      for (const hit of hits) {
        level = Math.min(burst, level + ((hit.at - at) / 1000) * perSecond);
        at = hit.at;
        if (input > 0 && Math.abs(level - input) > 0.001) {
          expect(hit.status).toBe(level > input ? 200 : 429);
        }
        if (hit.status === 200) level -= hit.inputTokens;
        expect(level).toBeGreaterThan(-0.001);
      }
    }),
    { numRuns: 60 },
  );
});

test('a request is refused by output exactly while running answers have emptied the bucket', async () => {
  await fc.assert(
    fc.asyncProperty(traffic, async (one) => {
      const { burst, perSecond } = one;
      const hits = await run(one, 'outputTokens');
      const start = hits[0]?.at ?? 0;
      const end = hits.at(-1)?.at ?? 0;
      const arrivals = new Map<number, Hit[]>();
      for (const hit of hits) arrivals.set(hit.at, [...(arrivals.get(hit.at) ?? []), hit]);
      // The same in steps of a millisecond: what comes back, less what all running answers produce.
      let level = burst;
      const running: Hit[] = [];
      for (let at = start; at <= end; at++) {
        for (const hit of arrivals.get(at) ?? []) {
          // Whole tokens are counted, so that each running answer is up to one behind.
          const slack = running.length + perSecond / 1000 + 0.5;
          if (level > 1 + slack) expect(hit.status).toBe(200);
          if (level < 1 - slack) expect(hit.status).toBe(429);
          if (hit.status === 200) running.push(hit);
        }
        const busy = running.filter((hit) => at < hit.at + latencyMs).length;
        level = Math.min(burst, level + perSecond / 1000 - (busy * outputTokens) / latencyMs);
      }
    }),
    { numRuns: 60 },
  );
});
