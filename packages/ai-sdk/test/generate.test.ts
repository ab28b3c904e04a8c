import { APICallError, NoSuchModelError } from '@ai-sdk/provider';
import { createRouterProvider, createRouterProviderV3 } from '@llm-router/ai-sdk';
import { isRouterError } from '@llm-router/core';
import { completionOf, createBench, prompt, thrownBy } from './support.ts';

// The later package is ESM only, which jest does not load; the errors of both are marked alike.
jest.mock('@ai-sdk/provider', () => jest.requireActual('@ai-sdk/provider-v3'));

it('answers text with usage, reason, response and what the router decided', async () => {
  const { clock, router } = createBench();
  const model = createRouterProvider(router).languageModel('auto');
  expect(model).toMatchObject({ specificationVersion: 'v4', provider: 'llm-router' });
  const result = await clock.run(Promise.resolve(model.doGenerate({ prompt })));
  expect(result.content).toEqual([{ type: 'text', text: 'Bergen.' }]);
  expect(result.finishReason).toEqual({ unified: 'stop', raw: 'stop' });
  expect(result.usage).toEqual({
    inputTokens: { total: 20, noCache: 15, cacheRead: 5, cacheWrite: undefined },
    outputTokens: { total: 9, text: 5, reasoning: 4 },
  });
  expect(result.response).toMatchObject({ id: 'c1', modelId: 'm-1' });
  expect(result.providerMetadata?.['llmRouter']).toMatchObject({
    deployment: 'd',
    attempts: 1,
    cached: false,
    costUsd: null,
    losses: [],
  });
});

it('is the same by the earlier specification', async () => {
  const { clock, router } = createBench();
  const model = createRouterProviderV3(router).languageModel('auto');
  expect(model.specificationVersion).toBe('v3');
  const { content } = await clock.run(Promise.resolve(model.doGenerate({ prompt })));
  expect(content).toEqual([{ type: 'text', text: 'Bergen.' }]);
});

it('answers reasoning, with what its issuer signed, and tool calls', async () => {
  const details = [{ type: 'anthropic.thinking', index: 0, text: 'Hm.', signature: 's' }];
  const call = { name: 'look', arguments: '' };
  const { clock, router } = createBench({
    chat: () =>
      completionOf(
        {
          reasoning_content: 'Hm.',
          reasoning_details: details,
          tool_calls: [{ id: 't1', type: 'function', function: call }],
        },
        'tool_calls',
      ),
  });
  const model = createRouterProvider(router).languageModel('d');
  const { content, finishReason } = await clock.run(Promise.resolve(model.doGenerate({ prompt })));
  expect(content).toEqual([
    {
      type: 'reasoning',
      text: 'Hm.',
      providerMetadata: { llmRouter: { reasoningDetails: details } },
    },
    { type: 'tool-call', toolCallId: 't1', toolName: 'look', input: '{}' },
  ]);
  expect(finishReason.unified).toBe('tool-calls');
});

it('throws an APICallError that is not to be retried, with the ledger', async () => {
  const { clock, router, requests } = createBench({
    chat: () => {
      throw Object.assign(new Error('Too many requests'), { status: 429 });
    },
    config: { retry: { maxAttempts: 2 } },
  });
  const model = createRouterProvider(router).languageModel('d');
  const error = await clock.run(thrownBy(model.doGenerate({ prompt })));
  expect(APICallError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({ statusCode: 429, isRetryable: false });
  expect(error).toHaveProperty('data.attempts.length', 2);
  expect(isRouterError((error as Error).cause, 'all_failed')).toBe(true);
  expect(requests).toHaveLength(2);
});

it("throws the signal's reason after an abort", async () => {
  const { clock, router } = createBench();
  const model = createRouterProvider(router).languageModel('d');
  const reason = new DOMException('enough', 'AbortError');
  const abortSignal = AbortSignal.abort(reason);
  expect(await clock.run(thrownBy(model.doGenerate({ prompt, abortSignal })))).toBe(reason);
  expect(await clock.run(thrownBy(model.doStream({ prompt, abortSignal })))).toBe(reason);
});

it('takes hints of the caller, and names one that does not exist', async () => {
  const { clock, router } = createBench({ config: { cache: {} } });
  const tenants: string[] = [];
  router.on('request-ended', ({ ledger }) => tenants.push(ledger.tenant));
  const model = createRouterProvider(router).languageModel('d');
  const ask = (llmRouter: Record<string, string>) =>
    Promise.resolve(model.doGenerate({ prompt, providerOptions: { llmRouter } }));
  await clock.run(ask({ tenant: 'north' }));
  const again = await clock.run(ask({ tenant: 'north' }));
  expect(again.providerMetadata?.['llmRouter']).toMatchObject({
    cached: true,
    deployment: 'cache',
  });
  expect(tenants).toEqual(['north', 'north']);
  const refused = await clock.run(thrownBy(ask({ colour: 'red' })));
  expect(String(refused)).toContain("unknown option 'colour'");
});

it('makes vectors', async () => {
  const { clock, router, embedded } = createBench();
  const model = createRouterProvider(router).embeddingModel('m');
  const call = { values: ['one', 'three'], dimensions: 64 };
  const result = await clock.run(Promise.resolve(model.doEmbed(call)));
  expect(result).toMatchObject({ embeddings: [[3], [5]], usage: { tokens: 3 }, warnings: [] });
  expect(embedded).toEqual([{ model: 'm', input: ['one', 'three'], dimensions: 64 }]);
  const missing = createRouterProviderV3(router).embeddingModel('nobody');
  const error = await clock.run(thrownBy(missing.doEmbed({ values: ['one'] })));
  expect(error).toMatchObject({ statusCode: 404, isRetryable: false });
});

it('has no images', () => {
  const { router } = createBench();
  expect(() => createRouterProvider(router).imageModel('m')).toThrow(NoSuchModelError);
});
