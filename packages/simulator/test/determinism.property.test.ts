import { createVirtualClock } from '@llm-router/core';
import { createSimulator, type Fault, type Hit } from '@llm-router/simulator';
import fc from 'fast-check';
import { ask, drain } from './support.ts';

const models = ['oak', 'elm'].map((name) => ({
  name,
  price: { input: 0.15, output: 0.6 },
  outputTokens: { min: 1, max: 60 },
  latency: { betweenTokensMs: 7 },
  limits: { tokens: { burst: 900, perSecond: 300 }, maxConcurrent: 6 },
}));

const faults: Fault[] = [
  { kind: 'server-error', probability: 0.1 },
  { kind: 'connection-reset', probability: 0.05, delayMs: 20 },
  { kind: 'cut-stream', probability: 0.1, ending: 'reset' },
  { kind: 'slow-first-token', probability: 0.1, delayMs: 700 },
  { kind: 'malformed', form: 'broken-utf-8', probability: 0.1 },
  { kind: 'rate-limit', probability: 0.2, times: 3, models: ['elm'], retryAfterMs: 400 },
];

interface Call {
  readonly model: string;
  readonly stream: boolean;
  readonly gapMs: number;
}

const calls = fc.array(
  fc.record({
    model: fc.constantFrom('oak', 'elm'),
    stream: fc.boolean(),
    gapMs: fc.integer({ min: 0, max: 200 }),
  }),
  { maxLength: 40 },
);

async function run(seed: number, list: readonly Call[]) {
  const clock = createVirtualClock();
  const simulator = createSimulator({ models, faults, seed, clock });
  const work = async () => {
    const answers: Promise<string>[] = [];
    for (const { model, stream, gapMs } of list) {
      await clock.sleep(gapMs);
      const answer = ask(simulator, model, { stream });
      answers.push(
        answer.then(
          async (response) => (await drain(response.body)).text,
          (error: Error) => error.message,
        ),
      );
    }
    return Promise.all(answers);
  };
  const texts = await clock.run(work());
  return { texts, hits: simulator.hits() };
}

test('the same seed and the same calls give the same hits and the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), calls, async (seed, list) => {
      const first = await run(seed, list);
      expect(await run(seed, list)).toEqual(first);
      expect(first.hits).toHaveLength(list.length);
    }),
    { numRuns: 40 },
  );
});

test('another seed gives other answers', async () => {
  const list = Array.from({ length: 5 }, () => ({ model: 'oak', stream: false, gapMs: 900 }));
  const [one, two] = [await run(1, list), await run(2, list)];
  expect(one.texts).not.toEqual(two.texts);
});

test('two models give different answers to the same call', async () => {
  const [oak, elm] = await Promise.all(
    ['oak', 'elm'].map(async (model) => {
      const { texts } = await run(3, [{ model, stream: false, gapMs: 0 }]);
      return (JSON.parse(texts[0] ?? '') as { choices: unknown }).choices;
    }),
  );
  expect(oak).toBeDefined();
  expect(oak).not.toEqual(elm);
});

test("one model's traffic does not disturb another's", async () => {
  const outcome = (hits: readonly Hit[]) =>
    hits.filter((hit) => hit.model === 'oak').map(({ number: _, ...rest }) => rest);
  await fc.assert(
    fc.asyncProperty(fc.nat(), calls, async (seed, list) => {
      const together = await run(seed, list);
      // The calls to the other model become mere waiting.
      let waitMs = 0;
      const alone: Call[] = [];
      for (const call of list) {
        waitMs += call.gapMs;
        if (call.model !== 'oak') continue;
        alone.push({ ...call, gapMs: waitMs });
        waitMs = 0;
      }
      expect(outcome((await run(seed, alone)).hits)).toEqual(outcome(together.hits));
    }),
    { numRuns: 40 },
  );
});

test('cost is tokens times price, in every outcome', async () => {
  const list = Array.from({ length: 300 }, (_, index) => ({
    model: index % 2 ? 'oak' : 'elm',
    stream: index % 3 > 0,
    gapMs: 40,
  }));
  const { hits } = await run(5, list);
  expect(new Set(hits.map((hit) => hit.outcome))).toEqual(new Set(['ok', 'refused', 'failed']));
  for (const hit of hits) {
    expect(hit.nanoUsd).toBe(hit.inputTokens * 150 + hit.outputTokens * 600);
    if (hit.outcome === 'ok') expect(hit.outputTokens).toBeGreaterThan(0);
    if (hit.outcome === 'refused') expect(hit.nanoUsd).toBe(0);
  }
});

test('latencies scatter around their median as a lognormal does', async () => {
  const clock = createVirtualClock();
  const latency = { medianMs: 500, sigma: 0.5 };
  const simulator = createSimulator({ models: [{ name: 'oak', latency }], clock, seed: 9 });
  await clock.run(Promise.all(Array.from({ length: 4000 }, () => ask(simulator, 'oak'))));
  const logs = simulator
    .hits()
    .map((hit) => Math.log(((hit.endedAt ?? 0) - hit.at) / 500))
    .sort((a, b) => a - b);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(Math.sqrt(variance) - 0.5)).toBeLessThan(0.03);
  expect(Math.abs(logs[Math.floor(0.9 * logs.length)] ?? 0) / 0.5).toBeCloseTo(1.28, 1);
});
