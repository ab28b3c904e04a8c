import { createRandom, type RequestAnalysis } from '@llm-router/core';
import { createInputOverhead } from '../src/input-overhead.ts';
import { completionOf, createWireBench, deploy } from './support.ts';

const analysisOf = (input: number, requires: Partial<RequestAnalysis['requires']> = {}) =>
  ({
    tokens: { input, expectedOutput: 100 },
    requires: { tools: false, vision: false, audio: false, ...requires },
  }) as RequestAnalysis;

const tool = { type: 'function' as const, function: { name: 'look_up', parameters: {} } };

describe('what a deployment counts for a prompt', () => {
  test('is our estimate, until it has billed anything', () => {
    expect(createInputOverhead().expect(analysisOf(120))).toBe(120);
  });

  test('is learned for requests with tools, and leaves the others alone', () => {
    const overhead = createInputOverhead();
    for (const input of [80, 150, 200])
      overhead.learn(analysisOf(input, { tools: true }), input + 500);
    expect(overhead.expect(analysisOf(100, { tools: true }))).toBe(600);
    expect(overhead.expect(analysisOf(100))).toBe(100);
  });

  test('is not learned from one strange bill among many', () => {
    const overhead = createInputOverhead();
    for (let count = 0; count < 10; count++) overhead.learn(analysisOf(100), 110);
    overhead.learn(analysisOf(100), 90_000);
    expect(overhead.expect(analysisOf(100))).toBe(110);
  });

  test('follows a change after eight answers', () => {
    const overhead = createInputOverhead();
    for (let count = 0; count < 50; count++) overhead.learn(analysisOf(100), 110);
    for (let count = 0; count < 7; count++) overhead.learn(analysisOf(100), 160);
    expect(overhead.expect(analysisOf(100))).toBe(110);
    overhead.learn(analysisOf(100), 160);
    expect(overhead.expect(analysisOf(100))).toBe(160);
  });

  test('is not read off pictures, sound, or a bill of nothing', () => {
    const overhead = createInputOverhead();
    overhead.learn(analysisOf(100, { vision: true }), 9000);
    overhead.learn(analysisOf(100, { audio: true }), 9000);
    overhead.learn(analysisOf(100), 0);
    expect(overhead.expect(analysisOf(100))).toBe(100);
    overhead.learn(analysisOf(100), 150);
    expect(overhead.expect(analysisOf(100, { vision: true }))).toBe(100);
  });

  test('changes a request by what its own size makes likely, and never to nothing', () => {
    const overhead = createInputOverhead();
    overhead.learn(analysisOf(60_000), 90_000);
    expect(overhead.expect(analysisOf(50_000))).toBe(75_000);
    expect(overhead.expect(analysisOf(100))).toBe(1100);
    const below = createInputOverhead();
    below.learn(analysisOf(60_000), 30_000);
    expect(below.expect(analysisOf(50_000))).toBe(25_000);
    expect(below.expect(analysisOf(1))).toBe(1);
  });

  test('comes closer to any tokenizer with any hidden prompt', () => {
    const random = createRandom(7);
    for (let round = 0; round < 50; round++) {
      const factor = 0.7 + random() * 0.8;
      const hidden = Math.floor(random() * 700);
      const overhead = createInputOverhead();
      const misses = { before: 0, after: 0 };
      for (let count = 0; count < 200; count++) {
        const input = 50 + Math.floor(random() * 400);
        const billed = Math.round(input * factor) + hidden;
        const analysis = analysisOf(input, { tools: true });
        if (count >= 15) {
          misses.before += Math.abs(input - billed);
          misses.after += Math.abs(overhead.expect(analysis) - billed);
        }
        overhead.learn(analysis, billed);
      }
      const least = 185 * 60;
      expect(misses.after).toBeLessThan(Math.max(least, misses.before));
    }
  });
});

test('the router reserves and prices by what the deployment has billed before', async () => {
  const request = { messages: [{ role: 'user' as const, content: 'Hello' }], tools: [tool] };
  const usage = { prompt_tokens: 520, completion_tokens: 10, total_tokens: 530 };
  const { clock, router } = createWireBench(
    { deployments: [deploy('a', { price: { input: 10, output: 0 } })] },
    () => ({ body: { ...completionOf('fine'), usage } }),
  );
  const expected = async () => (await router.explain(request)).candidates[0]?.expected;
  const before = await expected();
  expect(before?.inputTokens).toBeLessThan(60);
  await clock.run(router.chat(request));
  expect(await expected()).toMatchObject({ inputTokens: 520, nanoUsd: 5_200_000 });
  const { candidates } = await router.explain('Hello');
  expect(candidates[0]?.expected?.inputTokens).toBeLessThan(60);
});
