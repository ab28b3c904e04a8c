import { APICallError } from '@ai-sdk/provider';
import { createRouterProvider, createRouterProviderV3 } from '@llm-router/ai-sdk';
import { createBench, prompt, readAll, type Script, thrownBy } from './support.ts';

// The later package is ESM only, which jest does not load; the errors of both are marked alike.
jest.mock('@ai-sdk/provider', () => jest.requireActual('@ai-sdk/provider-v3'));

async function partsOf(script: Script, more: object = {}) {
  const { clock, router } = createBench(script);
  const model = createRouterProvider(router).languageModel('d');
  const read = async () => readAll((await model.doStream({ prompt, ...more })).stream);
  return clock.run(read());
}

const detail = (fields: object) => [{ type: 'anthropic.thinking', index: 0, ...fields }];

it('streams text between a start and a finish', async () => {
  const parts = await partsOf({ stream: [{ content: 'Ber' }, { content: 'gen.' }] });
  expect(parts).toMatchObject([
    { type: 'stream-start', warnings: [] },
    { type: 'response-metadata', id: 'c1', modelId: 'm-1' },
    { type: 'text-start', id: '1' },
    { type: 'text-delta', id: '1', delta: 'Ber' },
    { type: 'text-delta', id: '1', delta: 'gen.' },
    { type: 'text-end', id: '1' },
    {
      type: 'finish',
      finishReason: { unified: 'stop' },
      usage: { inputTokens: { total: 20 }, outputTokens: { total: 9 } },
      providerMetadata: { llmRouter: { deployment: 'd' } },
    },
  ]);
});

it('ends plain reasoning where the text begins, and signed reasoning with its signature', async () => {
  const plain = await partsOf({ stream: [{ reasoning: 'Hm' }, { content: 'Yes' }] });
  expect(plain.map(({ type }) => type).slice(2, 7)).toEqual([
    'reasoning-start',
    'reasoning-delta',
    'reasoning-end',
    'text-start',
    'text-delta',
  ]);
  const signed = await partsOf({
    stream: [
      { reasoning_content: 'Hm', reasoning_details: detail({ text: 'Hm' }) },
      { reasoning_details: detail({ signature: 's' }) },
      { content: 'Yes' },
    ],
  });
  expect(signed.filter(({ type }) => type === 'reasoning-end')).toEqual([
    {
      type: 'reasoning-end',
      id: '1',
      providerMetadata: { llmRouter: { reasoningDetails: detail({ text: 'Hm', signature: 's' }) } },
    },
  ]);
});

it('streams the input of tool calls that grow side by side, each whole at the end', async () => {
  const call = (index: number, more: object) => ({ tool_calls: [{ index, ...more }] });
  const parts = await partsOf({
    stream: [
      call(0, { id: 'a', function: { name: 'one', arguments: '' } }),
      call(1, { id: 'b', function: { name: 'two', arguments: '{' } }),
      call(0, { function: { arguments: '{}' } }),
      call(1, { function: { arguments: '}' } }),
    ],
  });
  expect(parts.filter(({ type }) => type === 'tool-call')).toEqual([
    { type: 'tool-call', toolCallId: 'a', toolName: 'one', input: '{}' },
    { type: 'tool-call', toolCallId: 'b', toolName: 'two', input: '{}' },
  ]);
  expect(parts.at(-1)).toMatchObject({ finishReason: { unified: 'tool-calls' } });
});

it('shows the raw pieces to who asks for them', async () => {
  const parts = await partsOf({ stream: [{ content: 'Yes' }] }, { includeRawChunks: true });
  expect(parts.filter(({ type }) => type === 'raw').length).toBeGreaterThan(1);
});

it('rejects while nothing has come', async () => {
  const { clock, router } = createBench({
    stream: [Object.assign(new Error('down'), { status: 500 })],
    config: { retry: { maxAttempts: 1 } },
  });
  const model = createRouterProvider(router).languageModel('d');
  const error = await clock.run(thrownBy(model.doStream({ prompt })));
  expect(APICallError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({ statusCode: 502, isRetryable: false });
});

it('tells of a break after that as a part, and that the answer is not whole', async () => {
  const script = { stream: [{ content: 'Ber' }, new Error('cut')] };
  const parts = await partsOf(script);
  expect(parts.at(-2)).toMatchObject({ type: 'error', error: { isRetryable: false } });
  expect(parts.at(-1)).toMatchObject({ finishReason: { unified: 'interrupted' } });
  const { clock, router } = createBench(script);
  const model = createRouterProviderV3(router).languageModel('d');
  const read = async () => readAll((await model.doStream({ prompt })).stream);
  const earlier = await clock.run(read());
  expect(earlier.at(-1)).toMatchObject({ finishReason: { unified: 'error' } });
});

it('stops upstream when its reader leaves', async () => {
  const { clock, router, wasStopped } = createBench({
    stream: Array.from({ length: 20 }, () => ({ content: 'word ' })),
  });
  const model = createRouterProvider(router).languageModel('d');
  const leave = async () => {
    const reader = (await model.doStream({ prompt })).stream.getReader();
    await reader.read();
    await reader.cancel();
    await clock.sleep(100);
  };
  await clock.run(leave());
  expect(wasStopped()).toBe(true);
  expect(router.status().requests.running).toBe(0);
});
