import type { ChatRequest, Provider } from '@llm-router/core';
import { createProvider, isProviderError, type ProviderOptions } from '../src/index.ts';

// Checked by the compiler; at run time only that the samples are what they claim.
test('the types hold', () => {
  const provider: Provider = createProvider('ollama', { fetch: globalThis.fetch });
  expect(provider.name).toBe('ollama');

  // @ts-expect-error An option that does not exist.
  const misspelt: ProviderOptions = { apikey: 'x' };
  expect(() => createProvider('ollama', misspelt)).toThrow("unknown option 'apikey'");

  const error: unknown = new Error('no');
  // @ts-expect-error Not known to be a provider's error yet.
  expect(error.classification).toBeUndefined();
  if (isProviderError(error)) error.classification.category satisfies string;

  const request = { messages: [{ role: 'user', content: 'x' }] } satisfies ChatRequest;
  const answer: ReturnType<Provider['chat']> | undefined = undefined;
  expect([request, answer]).toHaveLength(2);
});
