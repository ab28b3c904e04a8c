import { createRandom } from '@llm-router/core';
import fc from 'fast-check';
import { busy, chunkOf, createFakeBench, failureOf, idle, type StreamStep } from './support.ts';

const pieceOf = (text: string) => chunkOf({ content: text });

/** Some text, and perhaps a break in the middle. */
const scripts = fc
  .tuple(fc.array(fc.constantFrom('sea ', 'wind ', 'salt '), { minLength: 1 }), fc.nat(6))
  .map(([words, breaksAt]): StreamStep[] => {
    const steps: StreamStep[] = [];
    for (const [index, word] of words.entries()) {
      if (index === breaksAt) steps.push(Object.assign(new Error('gone'), { code: 'ECONNRESET' }));
      steps.push(pieceOf(word), { pauseMs: 5 });
    }
    return [...steps, chunkOf({}, 'stop')];
  });

it('whatever a reader has read of a stream before it stops reading, closing in time ends it', async () => {
  const phase = fc.record({
    script: scripts,
    rest: scripts,
    pieces: fc.nat(12),
    continues: fc.boolean(),
    stored: fc.boolean(),
    withinMs: fc.nat(50),
    seed: fc.integer(),
  });
  await fc.assert(
    fc.asyncProperty(phase, async ({ script, rest, pieces, continues, stored, withinMs, seed }) => {
      const { clock, router } = createFakeBench(
        { a: { stream: () => script }, b: { stream: () => rest } },
        { cache: stored ? {} : false, fallback: { continueStreams: continues } },
      );
      const random = createRandom(seed);
      if (stored) {
        void router.stream('x', { timeoutMs: 1000 }).result;
        await clock.advance(2000);
      }
      const stream = router.stream('x', { timeoutMs: 600_000 });
      const reader = stream[Symbol.asyncIterator]();
      let told: unknown;
      const read = async () => {
        for (let piece = 0; piece < pieces; piece++) {
          if ((await reader.next()).done) return;
        }
      };
      // A read may be under way when the router closes.
      void read().catch((error) => {
        told = error.code;
      });
      await clock.advance(random() * 60);
      const startedAt = clock.now();
      await clock.run(router.close({ withinMs }));
      expect(clock.now() - startedAt).toBeLessThanOrEqual(withinMs);
      expect(busy(router)).toEqual(idle);
      const ended = await Promise.race([
        stream.result.then(
          () => 'ok',
          ({ code }) => code,
        ),
        Promise.resolve().then(() => 'open'),
      ]);
      if (pieces > 0) expect(['ok', 'closed', 'stream_broken', 'all_failed']).toContain(ended);
      if (ended !== 'closed') return;
      // Whoever reads hears of it, once: now or with the next piece.
      told ??= (await failureOf(Promise.resolve(reader.next()))).code;
      expect(told).toBe('closed');
    }),
    { numRuns: 300 },
  );
});
