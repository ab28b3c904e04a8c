import type { ChatRequest } from '@llm-router/core';
import { fitsContext } from '../src/index.ts';

const request: ChatRequest = { messages: [{ role: 'user', content: 'Hello' }] };
const long = (words: number): ChatRequest => ({
  messages: [{ role: 'user', content: 'word '.repeat(words) }],
});

it('fits a short request, and tells the window', async () => {
  expect(await fitsContext(request, { model: 'gpt-4' })).toEqual({
    fits: true,
    tokens: 8,
    limit: 8192,
  });
});

it('counts the answer that was asked for, up to what the model can give', async () => {
  const asking = (max_tokens: number) =>
    fitsContext({ ...request, max_tokens }, { model: 'gpt-4' });
  expect(await asking(8184)).toMatchObject({ fits: true, tokens: 8192 });
  expect(await asking(8185)).toEqual({ fits: false, tokens: 8193, limit: 8192, over: 1 });
  expect(await asking(1e9)).toMatchObject({ tokens: 8200, over: 8 });
});

it('says by how much a request is too long', async () => {
  const fit = await fitsContext(long(9000), { model: 'gpt-4' });
  expect(fit).toMatchObject({ fits: false, limit: 8192 });
  expect(fit.over).toBe(fit.tokens - 8192);
});

it('adds a margin where the count is not exact', async () => {
  const { tokens } = await fitsContext(long(1000), { model: 'claude-haiku-4-5' });
  const bare = await fitsContext(long(1000), { model: 'claude-haiku-4-5', marginRatio: 0 });
  expect(tokens).toBe(Math.ceil(bare.tokens * 1.05));
});

it('keeps to the limit on the prompt alone, where there is one', async () => {
  const fit = await fitsContext(long(280_000), { model: 'gpt-5' });
  expect(fit).toMatchObject({ fits: false, limit: 272_000 });
});

it('has no limit to tell for models that nobody knows', async () => {
  const fit = await fitsContext(long(1_000_000), { model: 'acme-9' });
  expect(fit.fits).toBe(true);
  expect(fit).not.toHaveProperty('limit');
});

it('refuses a margin that is none', async () => {
  await expect(fitsContext(request, { model: 'gpt-4', marginRatio: 2 })).rejects.toThrow(
    'marginRatio is 2',
  );
});
