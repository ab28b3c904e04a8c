import { knownProviders } from '@llm-router/core';
import fc from 'fast-check';
import { createProvider } from '../src/index.ts';
import { failureOf, fakeServer, json } from './fake-server.ts';

/** Answers each path with its body; a number is a status. */
function provider(name: string, bodies: Record<string, unknown>, baseUrl?: string) {
  const server = fakeServer(({ url }) => {
    const body = bodies[new URL(url).pathname];
    if (typeof body !== 'number') return json(body ?? {}, { status: body ? 200 : 404 });
    return json({ error: { message: 'no' } }, { status: body });
  });
  const options = { apiKey: 'key-for-test', ...(baseUrl && { baseUrl }), fetch: server.fetch };
  return { provider: createProvider(name, options), seen: server.seen };
}

describe('credits', () => {
  test('are told by three providers', () => {
    const options = { apiKey: 'k', baseUrl: 'http://x.test' };
    const telling = knownProviders.filter((name) => {
      try {
        return createProvider(name, options).credits !== undefined;
      } catch {
        return false;
      }
    });
    expect(telling).toEqual(['deepseek', 'openrouter', 'moonshot']);
  });

  test('of an OpenRouter account are what was bought less what was used', async () => {
    const account = { data: { total_credits: 25.5, total_usage: 30 } };
    const { provider: openrouter, seen } = provider('openrouter', { '/api/v1/credits': account });
    expect(await openrouter.credits?.()).toEqual({
      balanceNanoUsd: -4_500_000_000,
      usedNanoUsd: 30_000_000_000,
    });
    expect(seen[0]).toMatchObject({
      method: 'GET',
      headers: { authorization: 'Bearer key-for-test' },
    });
  });

  test('of an OpenRouter key stand in where it may not see the account', async () => {
    const key = { data: { limit: 10, limit_remaining: 2.25, usage: 7.75 } };
    const bodies = { '/api/v1/credits': 403, '/api/v1/key': key };
    const { provider: openrouter, seen } = provider('openrouter', bodies);
    const statuses: number[] = [];
    const onResponse = ({ status }: { status: number }) => statuses.push(status);
    expect(await openrouter.credits?.({ onResponse })).toEqual({
      balanceNanoUsd: 2_250_000_000,
      usedNanoUsd: 7_750_000_000,
    });
    expect(seen).toHaveLength(2);
    expect(statuses).toEqual([200]);
  });

  test('of a key without a limit are unknown, not 0', async () => {
    const key = { data: { limit: null, limit_remaining: null, usage: 7.75 } };
    const bodies = { '/api/v1/credits': 403, '/api/v1/key': key };
    const { provider: openrouter } = provider('openrouter', bodies);
    expect(await openrouter.credits?.()).toMatchObject({ balanceNanoUsd: null });
  });

  test('do not try the key after another refusal', async () => {
    const { provider: openrouter, seen } = provider('openrouter', { '/api/v1/credits': 401 });
    expect(await failureOf(openrouter.credits?.() ?? Promise.resolve())).toMatchObject({
      status: 401,
      category: 'auth',
    });
    expect(seen).toHaveLength(1);
  });

  test('of DeepSeek are its dollars; yuan are not converted', async () => {
    const yuan = { currency: 'CNY', total_balance: '110.00' };
    const dollars = { currency: 'USD', total_balance: '4.05' };
    const creditsOf = (infos: unknown[]) =>
      provider('deepseek', { '/user/balance': { balance_infos: infos } }).provider.credits?.();
    expect(await creditsOf([yuan, dollars])).toEqual({
      balanceNanoUsd: 4_050_000_000,
      usedNanoUsd: null,
    });
    expect(await creditsOf([yuan])).toEqual({ balanceNanoUsd: null, usedNanoUsd: null });
  });

  test('of Moonshot are its dollars, but on the Chinese platform, which counts in yuan', async () => {
    const bodies = {
      '/v1/users/me/balance': { code: 0, data: { available_balance: 3.5 }, status: true },
    };
    expect(await provider('moonshot', bodies).provider.credits?.()).toEqual({
      balanceNanoUsd: 3_500_000_000,
      usedNanoUsd: null,
    });
    const china = provider('moonshot', bodies, 'https://api.moonshot.cn/v1').provider;
    expect(await china.credits?.()).toEqual({ balanceNanoUsd: null, usedNanoUsd: null });
  });

  test.each([
    ['openrouter', '/api/v1/credits'],
    ['deepseek', '/user/balance'],
    ['moonshot', '/v1/users/me/balance'],
  ])('of %s are an error where the answer tells none', async (name, path) => {
    const { provider: silent } = provider(name, { [path]: { greeting: 'hello' } });
    expect(await failureOf(silent.credits?.() ?? Promise.resolve())).toMatchObject({
      code: 'all_failed',
      message: expect.stringContaining('tells no balance'),
    });
  });

  test('are whole numbers or unknown, whatever the amounts are', async () => {
    const amount = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.double().map(String));
    await fc.assert(
      fc.asyncProperty(amount, async (available_balance) => {
        const bodies = { '/v1/users/me/balance': { data: { available_balance } } };
        const credits = await provider('moonshot', bodies).provider.credits?.();
        const balance = credits?.balanceNanoUsd;
        expect(balance === null || Number.isSafeInteger(balance)).toBe(true);
      }),
    );
  });
});
