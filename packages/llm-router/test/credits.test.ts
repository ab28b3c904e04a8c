import { createRandom, createSecret, createVirtualClock, type Provider } from '@llm-router/core';
import { createRouter } from 'llm-router';
import { createBurnRate } from '../src/burn-rate.ts';
import { completionOf, createWireBench, errorOf } from './support.ts';

const price = { input: 1000, output: 1000 };

/** A router of own providers, of which some tell what is left. */
function bench(credits: Provider['credits'], more: readonly Provider['credits'][] = []) {
  const clock = createVirtualClock();
  const make = (name: string, tells: Provider['credits']): Provider => ({
    name,
    chat: async () => completionOf('fine'),
    stream: () => {
      throw new Error('not asked');
    },
    ...(tells && { credits: tells }),
  });
  const kinds = [credits, ...more];
  const providers = Object.fromEntries(
    kinds.map((tells, index) => [`p${index}`, make(`p${index}`, tells)]),
  );
  const deployments = kinds.flatMap((_, index) =>
    ['a', 'b'].map((model) => ({
      id: `${model}${index}`,
      provider: `p${index}`,
      model,
      apiKey: createSecret('key'),
      price,
    })),
  );
  const router = createRouter({ deployments }, { clock, random: createRandom(1), providers });
  return { clock, router };
}

const balance = (balanceNanoUsd: number | null) => async () => ({ balanceNanoUsd, usedNanoUsd: 5 });

describe('credits', () => {
  it('tells each account once, with all that spend it', async () => {
    const asked: number[] = [];
    const { clock, router } = bench(async () => {
      asked.push(1);
      return { balanceNanoUsd: 7, usedNanoUsd: null };
    }, [undefined]);
    expect(await clock.run(router.credits())).toEqual([
      {
        provider: 'p0',
        deployments: ['a0', 'b0'],
        balanceNanoUsd: 7,
        usedNanoUsd: null,
        burnNanoUsdPerHour: 0,
      },
    ]);
    expect(asked).toHaveLength(1);
  });

  it('tells how fast it is spent, and how long it lasts', async () => {
    const { clock, router } = bench(balance(300_000_000));
    // 15 tokens at a tenth of a cent each, every minute.
    for (let minute = 0; minute < 120; minute++) {
      await clock.run(router.chat('Hello'));
      await clock.advance(60_000);
    }
    const [account] = await clock.run(router.credits());
    expect(account?.burnNanoUsdPerHour).toBeGreaterThan(0.97 * 15_000_000 * 60);
    expect(account?.burnNanoUsdPerHour).toBeLessThan(1.03 * 15_000_000 * 60);
    expect(account?.lastsMs).toBeCloseTo(
      (300_000_000 / (account?.burnNanoUsdPerHour ?? 0)) * 3_600_000,
      3,
    );
  });

  it('says why an account tells nothing, and waits no longer than ten seconds', async () => {
    const { clock, router } = bench(async () => {
      throw Object.assign(new Error('no'), { status: 401 });
    }, [() => new Promise(() => {}), balance(null)]);
    const startedAt = clock.now();
    const accounts = await clock.run(router.credits());
    expect(clock.now() - startedAt).toBe(10_000);
    expect(accounts.map(({ error }) => error?.category)).toEqual(['auth', 'timeout', undefined]);
    expect(accounts[2]).not.toHaveProperty('lastsMs');
  });

  it('is nothing where nobody tells, and refused by a closed router', async () => {
    const { clock, router } = bench(undefined);
    expect(await clock.run(router.credits())).toEqual([]);
    await clock.run(router.close());
    await expect(router.credits()).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('the burn rate', () => {
  it('forgets: an hour after the last spending it is a third', () => {
    const burn = createBurnRate();
    for (let minute = 0; minute < 600; minute++) burn.spent(100, minute * 60_000);
    const before = burn.perHour(600 * 60_000);
    expect(before).toBeGreaterThan(5800);
    expect(burn.perHour(660 * 60_000) / before).toBeCloseTo(Math.exp(-1), 2);
  });

  it('does not make an hour of a moment', () => {
    const burn = createBurnRate();
    burn.spent(100, 1000);
    expect(burn.perHour(1001)).toBeLessThan(6100);
  });
});

describe('options of a provider in a deployment', () => {
  const openrouter = { provider: 'openrouter', model: 'openai/gpt-4o-mini', apiKey: 'key' };

  it('reach the provider', async () => {
    const options = {
      openrouter: { models: ['other/model'], provider: { sort: 'price' } },
    } as const;
    const { clock, router, hits } = createWireBench(
      { deployments: [{ ...openrouter, options }] },
      () => ({}),
    );
    await clock.run(router.chat('Hello'));
    expect(hits[0]?.body).toMatchObject({
      models: expect.arrayContaining(['other/model']),
      provider: { sort: 'price' },
    });
  });

  it('are refused where the provider does not know them, with the place', () => {
    const options = { portkey: {} };
    const error = errorOf(() =>
      createWireBench({ deployments: [{ ...openrouter, options }] }, () => ({})),
    );
    expect(error.code).toBe('invalid_config');
    expect(error.message).toMatch(/deployments\[0\].*portkey/);
  });
});
