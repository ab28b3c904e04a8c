import { createRandom, createVirtualClock, type Limits, type Target } from '@llm-router/core';
import { createConcurrencyManager } from '../src/index.ts';

/** Two limits of one request a second each: one counts requests, the other tokens. */
const limits: Readonly<Record<string, Limits>> = {
  requests: { rules: [{ unit: 'requests', amount: 1, perMs: 1000, burst: 1 }] },
  tokens: { rules: [{ unit: 'tokens', amount: 100, perMs: 1000, burst: 1000 }] },
};
const either: readonly Target[] = [{ key: 'requests' }, { key: 'tokens' }];

interface Sent {
  readonly name: number;
  readonly key: string;
  readonly size: number;
  readonly atMs: number;
}

/** Sends a crowd at once, and tells where each went and when. */
async function sendAll(
  sizes: readonly number[],
  options: (index: number) => object = () => ({}),
): Promise<readonly Sent[]> {
  const clock = createVirtualClock();
  const manager = createConcurrencyManager({ clock, limits });
  (await manager.acquire('requests')).settle({});
  (await manager.acquire('tokens', { need: { inputTokens: 1000 } })).settle({});
  const since = clock.now();
  const all = sizes.map(async (size, name) => {
    const lease = await manager.acquire(either, { need: { inputTokens: size }, ...options(name) });
    lease.settle({});
    return { name, key: lease.key, size, atMs: clock.now() - since };
  });
  return clock.run(Promise.all(all));
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

describe('a crowd that may go to limits of different kinds', () => {
  const random = createRandom(7);
  const sizes = Array.from({ length: 60 }, () => Math.round(10 * 60 ** random()));

  test('is sorted: small ones go where tokens are counted, large ones where requests are', async () => {
    const sent = await sendAll(sizes);
    const sizesAt = (key: string) =>
      sent.filter((each) => each.key === key).map(({ size }) => size);
    expect(mean(sizesAt('tokens'))).toBeLessThan(mean(sizesAt('requests')) / 2);
  });

  test('ends sooner than by the order of arrival', async () => {
    const byArrival = await sendAll(sizes, (index) => ({ tenant: `tenant ${index}` }));
    const sorted = await sendAll(sizes);
    const end = (sent: readonly Sent[]) => Math.max(...sent.map(({ atMs }) => atMs));
    expect(end(sorted)).toBeLessThan(0.9 * end(byArrival));
  });

  test('passes nobody by for long: after eight grants the oldest is next', async () => {
    const sent = await sendAll([500, ...Array.from({ length: 40 }, () => 10)]);
    const order = [...sent].sort((a, b) => a.atMs - b.atMs).map(({ name }) => name);
    expect(order.indexOf(0)).toBeLessThanOrEqual(9);
  });
});

/** A large request, and a small one behind it that suits the limit of tokens better. */
const firstOf = async (options: (index: number) => object) => {
  const clock = createVirtualClock();
  const manager = createConcurrencyManager({ clock, limits });
  (await manager.acquire('requests')).settle({});
  (await manager.acquire('tokens', { need: { inputTokens: 700 } })).settle({});
  manager.block('tokens', clock.now() + 10, 'a moment');
  const order: number[] = [];
  const all = [300, 20].map(async (size, index) => {
    const lease = await manager.acquire(either, { need: { inputTokens: size }, ...options(index) });
    order.push(index);
    lease.settle({});
  });
  await clock.run(Promise.all(all));
  return order[0];
};

describe('nobody is passed by', () => {
  test('who has waited for half of the time it has', async () => {
    const soon = (index: number) => (index === 0 ? { deadline: 1_000_015 } : {});
    expect(await firstOf(soon)).toBe(0);
  });

  test('but by an equal', async () => {
    expect(await firstOf(() => ({}))).toBe(1);
  });

  test('of a higher priority', async () => {
    expect(await firstOf((index) => ({ priority: 1 - index }))).toBe(0);
  });

  test('of another tenant', async () => {
    expect(await firstOf((index) => ({ tenant: `tenant ${index}` }))).toBe(0);
  });
});
