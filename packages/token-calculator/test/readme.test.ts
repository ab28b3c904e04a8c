import {
  calculateCost,
  countTokens,
  fitsContext,
  learnTokens,
  preloadTokenizers,
} from '../src/index.ts';

it('does what its README says', async () => {
  await preloadTokenizers(['gpt-4o']);
  const messages = [{ role: 'user', content: 'Hello' }] as const;
  expect(await countTokens(messages, { model: 'gpt-4o' })).toEqual({
    tokens: 8,
    method: 'exact',
    encoding: 'o200k_base',
  });
  expect((await countTokens(messages, { model: 'claude-haiku-4-5' })).method).toBe('calibrated');
  expect(await fitsContext({ messages, max_tokens: 9000 }, { model: 'gpt-4' })).toEqual({
    fits: false,
    tokens: 8200,
    limit: 8192,
    over: 8,
  });
  const usage = { inputTokens: 1000, outputTokens: 500, totalTokens: 1500 };
  expect(calculateCost(usage, 'gpt-4o-mini')).toEqual({ nanoUsd: 450_000, exactness: 'priced' });
  const request = { messages };
  for (const inputTokens of [58, 58, 58]) {
    await learnTokens(request, { model: 'gpt-4o', deployment: 'proxy', inputTokens });
  }
  expect(await countTokens(request, { model: 'gpt-4o', deployment: 'proxy' })).toMatchObject({
    tokens: 58,
  });
});
