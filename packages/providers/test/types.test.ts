import type { ChatRequest, ListedModel, Provider } from '@llm-router/core';
import {
  createProvider,
  isProviderError,
  type ProviderCheck,
  type ProviderOptions,
  providerChecks,
} from '../src/index.ts';
import { parrot } from './parrot.ts';

// Checked by the compiler; at run time only that the samples are what they claim.
test('the types hold', () => {
  const provider: Provider = createProvider('ollama', { fetch: globalThis.fetch });
  expect(provider.name).toBe('ollama');

  provider.models satisfies (() => Promise<readonly ListedModel[]>) | undefined;
  expect(provider.models).toBeInstanceOf(Function);

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

  const checks: readonly ProviderCheck[] = providerChecks({ answering: () => parrot(['x']) });
  checks[0]?.run satisfies (() => Promise<void>) | undefined;
  // @ts-expect-error The one server without which nothing can be checked.
  expect(() => providerChecks({})).toThrow('answering is undefined');
});
