import {
  type Candidate,
  createRandom,
  createVirtualClock,
  isRouterError,
  type ResponseCache,
} from '@llm-router/core';
import { analyzeRequest } from '@llm-router/request-analyzer';
import fc from 'fast-check';
import { createRouter, type RouterConfig, type RouterDependencies } from 'llm-router';
import { busy, completionOf, createScriptedFetch, deploy, idle } from './support.ts';

const deployments = ['a', 'b', 'c'].map((id) => deploy(id));

/** One chat and one stream with parts of the caller's own; how they ended, and that nothing is left. */
async function ask(config: Partial<RouterConfig>, dependencies: object, timeoutMs = 5000) {
  const { clock = createVirtualClock() } = dependencies as { clock?: never };
  const { fetch, hits } = createScriptedFetch(clock, () => ({ afterMs: 100 }));
  const router = createRouter({ deployments, ...config }, {
    clock,
    random: createRandom(1),
    fetch,
    ...dependencies,
  } as RouterDependencies);
  const startedAt = clock.now();
  const outcomes: string[] = [];
  for (const run of [
    () => router.chat('Hello', { timeoutMs }),
    () => router.stream('Hello', { timeoutMs }).result,
  ]) {
    const code = await clock.run(
      run().then(
        ({ model }) => `ok ${model}`,
        (error: unknown) => (isRouterError(error) ? error.code : `stray ${error}`),
      ),
    );
    outcomes.push(code);
  }
  const tookMs = clock.now() - startedAt;
  expect(busy(router)).toEqual(idle);
  const { succeeded, failed } = router.status().requests;
  expect(succeeded + failed).toBe(2);
  await clock.run(router.close());
  return { outcomes, tookMs, hits };
}

const nonsense = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(undefined, Number.NaN, () => 1, Promise.resolve(1)),
);

it('whatever a cache does, the answer comes in time', async () => {
  const clockStep = fc.constantFrom('hang', 'late', 'throw', 'reject', 'answer', 'nonsense');
  await fc.assert(
    fc.asyncProperty(clockStep, clockStep, nonsense, async (onGet, onSet, value) => {
      const clock = createVirtualClock();
      const does = (what: string): unknown => {
        if (what === 'hang') return new Promise(() => {});
        if (what === 'late') return clock.sleep(60_000);
        if (what === 'throw') throw new Error('down');
        if (what === 'reject') return Promise.reject(new Error('down'));
        return what === 'answer' ? { ...completionOf('stored'), model: 'stored' } : value;
      };
      const cache = { get: () => does(onGet), set: () => does(onSet), snapshot: () => ({}) };
      const { outcomes, tookMs } = await ask({}, { clock, cache: cache as ResponseCache });
      const isStored = onGet === 'answer';
      expect(outcomes).toEqual(Array(2).fill(isStored ? 'ok stored' : 'ok a'));
      expect(tookMs).toBeLessThanOrEqual(2 * 1100);
    }),
    { numRuns: 100 },
  );
});

it('whatever a selector answers, only candidates that were given are asked, as they were given', async () => {
  const change = fc.record({
    deployment: fc.oneof(
      nonsense,
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), model: fc.string() }),
    ),
    rank: fc.oneof(nonsense, fc.double()),
    reasons: fc.oneof(nonsense, fc.array(fc.string())),
    patienceMs: fc.oneof(nonsense, fc.double()),
    expected: nonsense,
  });
  const item = fc.oneof(
    nonsense,
    fc.integer({ min: 0, max: 2 }),
    fc.tuple(fc.integer({ min: 0, max: 2 }), change, fc.constantFrom('all', 'rank', 'reasons')),
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(nonsense, fc.array(item, { maxLength: 4 })), async (answer) => {
      const made = (candidates: readonly Candidate[], given: unknown): unknown => {
        if (typeof given === 'number') return candidates[given] ?? given;
        if (!Array.isArray(given) || given.length !== 3) return given;
        const [index, changes, which] = given as [number, { [name: string]: unknown }, string];
        const chosen = which === 'all' ? changes : { [which]: changes[which] };
        return { ...candidates[index], ...chosen };
      };
      const select = ({ candidates }: { candidates: readonly Candidate[] }) =>
        (Array.isArray(answer)
          ? answer.map((one) => made(candidates, one))
          : answer) as Candidate[];
      const { outcomes, hits } = await ask({ strategy: { select } }, {});
      for (const outcome of outcomes) {
        expect(['ok a', 'ok b', 'ok c', 'invalid_config', 'no_candidate']).toContain(outcome);
      }
      expect(hits.every(({ model }) => ['a', 'b', 'c'].includes(model))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('whatever an analyzer answers, a call ends well or says that it was the analyzer', async () => {
  const good = analyzeRequest({ messages: [{ role: 'user', content: 'Hello' }] });
  const spoilt = fc
    .tuple(fc.constantFrom(...Object.keys(good)), nonsense)
    .map(([name, value]) => ({ ...good, [name]: value }));
  await fc.assert(
    fc.asyncProperty(fc.oneof(nonsense, spoilt), async (answer) => {
      const { outcomes } = await ask({ strategy: 'cost_aware' }, { analyze: () => answer });
      for (const outcome of outcomes) expect(outcome).toMatch(/^(?:ok [abc]|invalid_config)$/);
    }),
    { numRuns: 200 },
  );
});
