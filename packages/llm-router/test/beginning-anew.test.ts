import { createSecret } from '@llm-router/core';
import type { DeploymentConfig } from 'llm-router';
import { createWireBench, deploy, errorBody, failureOf, type WireHit } from './support.ts';

const keyOf = ({ headers }: WireHit) => headers.get('authorization');
const spent = { status: 402, body: errorBody('Nothing is left to pay with.') };

/** One deployment; the key 'old' has no money. */
async function exhausted(extra: Partial<DeploymentConfig> = {}) {
  const made = createWireBench(
    { deployments: [deploy('a', { apiKey: 'old', ...extra })] },
    (hit) => (keyOf(hit) === 'Bearer old' && hit.headers.get('x-plan') === null ? spent : {}),
  );
  const { clock, router } = made;
  const error = await clock.run(failureOf(router.chat('one')));
  expect(error.category).toBe('quota_exhausted');
  const shut = async () =>
    expect((await clock.run(failureOf(router.chat('shut')))).code).toBe('no_candidate');
  await shut();
  const { candidates } = await router.explain('why');
  expect(candidates[0]?.detail).toMatch(/for an hour, as no time was told$/);
  return { ...made, shut };
}

describe('a deployment whose quota is used up', () => {
  it.each<[string, Partial<DeploymentConfig>]>([
    ['key', { apiKey: 'new' }],
    ['secret key', { apiKey: createSecret('new') }],
    ['headers', { headers: { 'x-plan': 'paid' } }],
  ])('is asked again at once when an update gives it another %s', async (_what, change) => {
    const { clock, router, hits } = await exhausted();
    router.update({ deployments: [deploy('a', { apiKey: 'old', ...change })] });
    const startedAt = clock.now();
    expect((await clock.run(router.chat('two'))).deployment).toBe('a');
    expect(clock.now() - startedAt).toBeLessThan(1000);
    expect(hits).toHaveLength(2);
  });

  it('is asked again when an update gives it another address', async () => {
    const { clock, router, hits } = await exhausted();
    router.update({
      deployments: [deploy('a', { apiKey: 'old', baseUrl: 'http://elsewhere.test/v1' })],
    });
    const error = await clock.run(failureOf(router.chat('two')));
    expect(error.category).toBe('quota_exhausted');
    expect(hits.map(({ url }) => new URL(url).host)).toEqual(['simulator.test', 'elsewhere.test']);
  });

  it('stays shut through an update that leaves its key as it is', async () => {
    const { router, shut } = await exhausted({ headers: { 'x-app': createSecret('one') } });
    const headers = { 'x-app': createSecret('one') };
    const limits = { maxConcurrent: 5 };
    router.update({
      deployments: [deploy('a', { apiKey: createSecret('old'), headers, limits }), deploy('b')],
    });
    router.update({ deployments: [deploy('a', { apiKey: 'old', headers })] });
    await shut();
  });

  it('begins anew when it comes back after it was removed', async () => {
    const { clock, router, hits } = await exhausted();
    router.update({ deployments: [deploy('b')] });
    router.update({ deployments: [deploy('a', { apiKey: 'old' })] });
    await clock.run(failureOf(router.chat('two', { timeoutMs: 5000 })));
    expect(hits).toHaveLength(2);
  });
});

it('lets those go who wait for a block that another key has lifted, by the key that they came with', async () => {
  const { clock, router } = createWireBench(
    { deployments: [deploy('a', { apiKey: 'old', limits: { maxConcurrent: 1 } })] },
    (hit) => (keyOf(hit) === 'Bearer old' ? spent : {}),
  );
  const first = failureOf(router.chat('one'));
  const second = failureOf(router.chat('two', { timeoutMs: 7_200_000 }));
  await clock.advance(1000);
  expect((await first).category).toBe('quota_exhausted');
  expect(router.status().queue.queued).toBe(1);
  const startedAt = clock.now();
  router.update({ deployments: [deploy('a', { apiKey: 'new', limits: { maxConcurrent: 1 } })] });
  expect((await clock.run(second)).category).toBe('quota_exhausted');
  expect(clock.now() - startedAt).toBeLessThan(1000);
  expect((await clock.run(router.chat('three'))).deployment).toBe('a');
});

it('closes the circuit of a deployment that has another key', async () => {
  const config = (apiKey: string) => ({
    deployments: [deploy('a', { apiKey }), deploy('b', { apiKey: 'other', priority: 1 })],
    breaker: { failureThreshold: 3, openMs: 60_000, rampMs: 0 },
  });
  const { clock, router } = createWireBench(config('old'), (hit) =>
    keyOf(hit) === 'Bearer old' ? { status: 500, body: errorBody('down') } : {},
  );
  for (let time = 0; time < 3; time++) await clock.run(router.chat(`number ${time}`));
  expect(router.status().deployments[0]?.circuit).toBe('open');
  expect((await clock.run(router.chat('meanwhile'))).deployment).toBe('b');
  router.update(config('new'));
  expect(router.status().deployments[0]).toMatchObject({ circuit: 'closed', waitMs: 0 });
  expect((await clock.run(router.chat('with the new key'))).deployment).toBe('a');
});
