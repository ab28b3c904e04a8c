import type { Candidate, Deployment, SelectionContext } from '@llm-router/core';
import type { RouterConfig } from 'llm-router';
import { createWireBench, deploy, failureOf } from './support.ts';

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => process.on('unhandledRejection', note));
afterAll(() => process.off('unhandledRejection', note));
afterEach(() => expect(unhandled.splice(0)).toEqual([]));

const deployments = [deploy('a'), deploy('b', { tags: ['near'] })];
const bench = (config: Partial<RouterConfig>) =>
  createWireBench({ deployments, ...config }, () => ({}));

/** Made to be wrong: code of the caller's own may be plain JavaScript. */
const selector = (select: (context: SelectionContext) => unknown) => ({
  strategy: { select: select as (context: SelectionContext) => readonly Candidate[] },
});
const balancer = (order: (candidates: Candidate[]) => unknown) => ({
  strategy: 'loadbalance' as const,
  balance: { order: order as (candidates: readonly Candidate[]) => readonly Candidate[] },
});
const balanceBy = (order: (candidates: Candidate[]) => unknown) => ({
  strategy: 'loadbalance' as const,
  balance: order as (candidates: readonly Candidate[]) => readonly Candidate[],
});

describe('a promise where the answer was wanted at once', () => {
  const late = async () => {
    throw new Error('lost the table');
  };
  it.each<[string, Partial<RouterConfig>]>([
    ['strategy.select()', selector(late)],
    ['balance.order()', balancer(late)],
    ['balance()', balanceBy(late)],
  ])('is refused by name, and its rejection ends no process: %s', async (name, config) => {
    const { clock, router } = bench(config);
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error.code).toBe('invalid_config');
    expect(error.message).toContain(`${name} returned is 'a promise'`);
    await clock.advance(10);
  });
});

describe('a selector of one’s own', () => {
  it.each<[string, (deployment: Deployment) => void]>([
    ['the model', (deployment) => Object.assign(deployment, { model: 'stolen' })],
    ['the id', (deployment) => Object.assign(deployment, { id: 'stolen' })],
    ['the tags', (deployment) => (deployment.tags as string[]).push('stolen')],
    ['the price', (deployment) => Object.assign(deployment.price ?? {}, { input: 0 })],
  ])('cannot change a deployment: %s', async (_what, change) => {
    const price = { input: 1, output: 2 };
    const own = [deploy('a', { price, tags: ['far'] })];
    let isChanging = true;
    const { clock, router, hits } = bench({
      deployments: own,
      ...selector(({ candidates }) => {
        if (isChanging) change((candidates[0] as Candidate).deployment);
        return candidates;
      }),
    });
    expect(await clock.run(failureOf(router.chat('Hello')))).toMatchObject({
      code: 'invalid_config',
      message: expect.stringContaining('strategy.select() threw'),
    });
    isChanging = false;
    const { deployment, model, cost } = await clock.run(router.chat('Hello', { tags: ['far'] }));
    expect([deployment, model, cost.nanoUsd, hits[0]?.model]).toEqual(['a', 'a', 20_000, 'a']);
    // What the caller configured is still the caller's own.
    expect(Object.isFrozen(own[0]?.tags) || Object.isFrozen(price)).toBe(false);
  });

  it('decides by id, rank, reasons and patience alone', async () => {
    const { clock, router, hits } = bench(
      selector(({ candidates }) =>
        candidates.map(({ deployment }, index) => ({
          deployment: { ...deployment, model: 'other', pools: ['none'] },
          rank: -index,
          expected: { inputTokens: Number.NaN, outputTokens: -1, nanoUsd: null },
        })),
      ),
    );
    const { ledger, model } = await clock.run(router.chat('Hello'));
    expect([ledger.servedBy, model, hits[0]?.model]).toEqual(['b', 'b', 'b']);
  });

  it('need not repeat what was expected', async () => {
    const { clock, router } = bench(
      selector(({ candidates: [first] }) => [{ deployment: first?.deployment, rank: 0 }]),
    );
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('a');
  });

  it('may change the list and the candidates that it was given', async () => {
    const { clock, router } = bench(
      selector(({ candidates }) => {
        const list = candidates as Candidate[];
        list.reverse();
        for (const [rank, candidate] of list.entries()) Object.assign(candidate, { rank });
        return list.splice(0, 1);
      }),
    );
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('b');
  });

  it.each<[string, object, RegExp]>([
    ['reasons', { reasons: 'cheap' }, /at 0: reasons is 'cheap'; expected a list of texts/],
    ['reasons', { reasons: [5] }, /at 0: reasons/],
    ['patience', { patienceMs: Number.NaN }, /at 0: patienceMs is NaN/],
    ['patience', { patienceMs: -1 }, /at 0: patienceMs is -1/],
  ])('is told of %s that cannot be meant: %j', async (_what, wrong, message) => {
    const { clock, router } = bench(
      selector(({ candidates }) => candidates.map((one) => ({ ...one, ...wrong }))),
    );
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error.code).toBe('invalid_config');
    expect(error.message).toMatch(message);
  });
});

describe('reasons in the ledger', () => {
  it('are those of a selector of one’s own, no more and no longer than is useful', async () => {
    const reasons = ['near the sea', 'x'.repeat(500), ...Array.from({ length: 50 }, () => 'more')];
    const { clock, router } = bench(
      selector(({ candidates }) =>
        candidates.map((one, rank) => ({ ...one, rank, reasons: rank === 0 ? reasons : [] })),
      ),
    );
    const { ledger } = await clock.run(router.chat('Hello'));
    const [first, second] = ledger.candidates;
    expect(first).toMatchObject({ deployment: 'a', verdict: 'chosen' });
    expect(first?.reasons).toHaveLength(8);
    expect(first?.reasons?.[0]).toBe('near the sea');
    expect(first?.reasons?.[1]).toHaveLength(200);
    expect(second).toMatchObject({ deployment: 'b', rank: 1, verdict: 'eligible' });
    expect(second).not.toHaveProperty('reasons');
    const explained = await router.explain('Hello');
    expect(explained.candidates[0]?.reasons).toEqual(first?.reasons);
  });

  it('are those of the strategies of the house, whatever became of the candidate', async () => {
    const { clock, router } = bench({
      deployments: [
        deploy('a', { limits: { requestsPerMinute: 60, burst: 1 } }),
        deploy('b', { priority: 1 }),
        deploy('c', { priority: 2, contextWindow: 5 }),
      ],
    });
    const reasonsOf = (ledger: { candidates: readonly { reasons?: readonly string[] }[] }) =>
      ledger.candidates.map(({ reasons }) => reasons?.join());
    const expected = [/^priority 0 .*no\. 1/, /^priority 1 .*no\. 2/, /^priority 2 .*no\. 3/];
    for (let time = 0; time < 2; time++) {
      const { ledger } = await clock.run(router.chat(`number ${time}`));
      for (const [index, reason] of reasonsOf(ledger).entries()) {
        expect(reason).toMatch(expected[index] as RegExp);
      }
    }
    const explained = await router.explain('Hello');
    expect(explained.candidates.map(({ verdict }) => verdict)).toEqual([
      'refused',
      'chosen',
      'refused',
    ]);
    for (const [index, reason] of reasonsOf(explained).entries()) {
      expect(reason).toMatch(expected[index] as RegExp);
    }
  });
});

describe('a balancer of one’s own', () => {
  it.each<[string, string, (order: (candidates: Candidate[]) => unknown) => Partial<RouterConfig>]>(
    [
      ['order()', 'balance.order()', balancer],
      ['a function', 'balance()', balanceBy],
    ],
  )('must answer all that it was given: %s', async (_what, name, config) => {
    for (const order of [
      () => [],
      (given: Candidate[]) => given.slice(1),
      (given: Candidate[]) => given.splice(0, 9).slice(2),
      (given: Candidate[]) => {
        given.length = 0;
        return given;
      },
    ]) {
      const { clock, router } = bench(config(order));
      const error = await clock.run(failureOf(router.chat('Hello')));
      expect(error.code).toBe('invalid_config');
      expect(error.message).toContain(name);
      expect(error.message).toMatch(/all the candidates/);
    }
  });

  it('may be a function, whose error names it', async () => {
    const { clock, router } = bench(balanceBy((given) => given.toReversed()));
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('b');
    const broken = bench(
      balanceBy(() => {
        throw new Error('lost the table');
      }),
    );
    expect(await broken.clock.run(failureOf(broken.router.chat('Hello')))).toMatchObject({
      code: 'invalid_config',
      message: expect.stringContaining('balance() threw: lost the table'),
    });
  });
});
