import type { LanguageModelV3CallOptions, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { createRouterProvider, createRouterProviderV3 } from '@llm-router/ai-sdk';
import { createBench, prompt } from './support.ts';

// The later package is ESM only, which jest does not load; the errors of both are marked alike.
jest.mock('@ai-sdk/provider', () => jest.requireActual('@ai-sdk/provider-v3'));

async function sent(call: Partial<LanguageModelV4CallOptions>) {
  const { clock, router, requests } = createBench();
  const model = createRouterProvider(router).languageModel('d');
  const { warnings } = await clock.run(Promise.resolve(model.doGenerate({ prompt, ...call })));
  return { request: requests[0], warnings };
}

async function sentByV3(call: Partial<LanguageModelV3CallOptions>) {
  const { clock, router, requests } = createBench();
  const model = createRouterProviderV3(router).languageModel('d');
  await clock.run(Promise.resolve(model.doGenerate({ prompt: [], ...call })));
  return requests[0];
}

it('says every setting in the words of the house', async () => {
  const { request, warnings } = await sent({
    maxOutputTokens: 50,
    temperature: 0.2,
    topP: 0.9,
    topK: 4,
    presencePenalty: 0.1,
    frequencyPenalty: 0.3,
    seed: 7,
    stopSequences: ['END'],
    reasoning: 'low',
    responseFormat: { type: 'json', schema: { type: 'object' }, name: 'harbour' },
    tools: [{ type: 'function', name: 't', inputSchema: { type: 'object' }, strict: true }],
    toolChoice: { type: 'tool', toolName: 't' },
  });
  expect(request).toMatchObject({
    model: 'm',
    messages: [{ role: 'user', content: 'Name a harbour.' }],
    max_tokens: 50,
    temperature: 0.2,
    top_p: 0.9,
    top_k: 4,
    presence_penalty: 0.1,
    frequency_penalty: 0.3,
    seed: 7,
    stop: ['END'],
    reasoning_effort: 'low',
    response_format: { type: 'json_schema', json_schema: { name: 'harbour', strict: true } },
    tools: [{ type: 'function', function: { name: 't', parameters: { type: 'object' } } }],
    tool_choice: { type: 'function', function: { name: 't' } },
  });
  expect(warnings).toEqual([]);
});

it('warns of what only one provider would understand', async () => {
  const { request, warnings } = await sent({
    providerOptions: { openai: { store: true } },
    tools: [{ type: 'provider', id: 'openai.web_search', name: 'search', args: {} }],
  });
  expect(request).not.toHaveProperty('tools');
  expect(warnings).toMatchObject([
    { type: 'unsupported', feature: 'providerOptions.openai' },
    { type: 'unsupported', feature: "the provider's own tool openai.web_search" },
  ]);
});

it('carries a conversation with tools and signed reasoning', async () => {
  const details = [{ type: 'anthropic.thinking', index: 0, text: 'Hm.', signature: 's' }];
  const { request } = await sent({
    prompt: [
      { role: 'system', content: 'Be brief.' },
      ...prompt,
      {
        role: 'assistant',
        content: [
          {
            type: 'reasoning',
            text: 'Hm.',
            providerOptions: { llmRouter: { reasoningDetails: details } },
          },
          { type: 'tool-call', toolCallId: 'a', toolName: 'look', input: { at: 'sea' } },
          { type: 'tool-call', toolCallId: 'b', toolName: 'look', input: {} },
        ],
      },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: 'a',
            toolName: 'look',
            output: { type: 'json', value: { fog: true } },
          },
          {
            type: 'tool-result',
            toolCallId: 'b',
            toolName: 'look',
            output: {
              type: 'content',
              value: [
                { type: 'text', text: 'See.' },
                {
                  type: 'file',
                  mediaType: 'image/png',
                  data: { type: 'data', data: 'QUJD' },
                },
              ],
            },
          },
        ],
      },
    ],
  });
  expect(request?.messages.slice(2)).toEqual([
    {
      role: 'assistant',
      content: null,
      tool_calls: [
        { id: 'a', type: 'function', function: { name: 'look', arguments: '{"at":"sea"}' } },
        { id: 'b', type: 'function', function: { name: 'look', arguments: '{}' } },
      ],
      reasoning_content: 'Hm.',
      reasoning_details: details,
    },
    { role: 'tool', tool_call_id: 'a', content: '{"fog":true}' },
    { role: 'tool', tool_call_id: 'b', content: 'See.\n(a file, shown below)' },
    {
      role: 'user',
      content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,QUJD' } }],
    },
  ]);
});

it('carries files in the forms of both specifications alike', async () => {
  const bytes = new Uint8Array([65, 66, 67]);
  const url = new URL('https://h.test/a.png');
  const expected = [
    { type: 'image_url', image_url: { url: 'data:image/png;base64,QUJD' } },
    { type: 'image_url', image_url: { url: 'https://h.test/a.png' } },
    { type: 'input_audio', input_audio: { data: 'QUJD', format: 'mp3' } },
    { type: 'file', file: { file_data: 'data:application/pdf;base64,QUJD', filename: 'a.pdf' } },
  ];
  const data = { type: 'data', data: bytes } as const;
  const { request } = await sent({
    prompt: [
      {
        role: 'user',
        content: [
          { type: 'file', mediaType: 'image/png', data },
          { type: 'file', mediaType: 'image/*', data: { type: 'url', url } },
          { type: 'file', mediaType: 'audio/mpeg', data },
          { type: 'file', mediaType: 'application/pdf', data, filename: 'a.pdf' },
        ],
      },
    ],
  });
  expect(request?.messages[0]?.content).toEqual(expected);
  const earlier = await sentByV3({
    prompt: [
      {
        role: 'user',
        content: [
          { type: 'file', mediaType: 'image/png', data: 'QUJD' },
          { type: 'file', mediaType: 'image/*', data: url },
          { type: 'file', mediaType: 'audio/mpeg', data: bytes },
          { type: 'file', mediaType: 'application/pdf', data: bytes, filename: 'a.pdf' },
        ],
      },
    ],
  });
  expect(earlier?.messages[0]?.content).toEqual(expected);
});
