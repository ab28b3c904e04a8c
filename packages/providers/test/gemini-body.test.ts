import type { ChatMessage, ChatRequest } from '@llm-router/core';
import { buildGeminiBody } from '../src/gemini/gemini-body.ts';
import { Untranslatable } from '../src/untranslatable.ts';

const hello: ChatMessage = { role: 'user', content: 'Hello.' };
const parameters = { type: 'object', properties: { at: { type: 'string', const: 'x' } } };
const depth = { type: 'function', function: { name: 'depth', parameters } } as const;
const tide = { type: 'function', function: { name: 'tide' } } as const;

/** Asks in any shape, as callers without types do. */
function build(request: object, losses: string[] = []): Record<string, unknown> {
  const asked = { model: 'gemini-2.5-flash', messages: [hello], ...request } as ChatRequest;
  return buildGeminiBody(asked, (loss) => losses.push(loss));
}

const contentsOf = (...messages: object[]) => build({ messages })['contents'];
const configOf = (request: object, losses?: string[]) => build(request, losses)['generationConfig'];

function refusalOf(request: object): string {
  try {
    build(request);
  } catch (error) {
    if (error instanceof Untranslatable) return error.message;
    throw error;
  }
  throw new Error('should have been refused');
}

describe('a conversation', () => {
  test('has its opening system messages as the instruction', () => {
    const body = build({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'developer', content: [{ type: 'text', text: 'No jokes.' }] },
        hello,
      ],
    });
    expect(body).toEqual({
      systemInstruction: { parts: [{ text: 'Be brief.' }, { text: 'No jokes.' }] },
      contents: [{ role: 'user', parts: [{ text: 'Hello.' }] }],
    });
  });

  test('has later system messages as a user’s words, and says so', () => {
    const losses: string[] = [];
    const { contents } = build(
      { messages: [hello, { role: 'system', content: 'Now in Danish.' }] },
      losses,
    );
    const parts = [{ text: 'Hello.' }, { text: 'Now in Danish.' }];
    expect(contents).toEqual([{ role: 'user', parts }]);
    expect(losses).toEqual(['a system message inside the conversation was sent as a user message']);
  });

  test.each([
    ['gemma-3-27b-it', 'this model takes none'],
    ['gemini-2.5-flash', 'there is no other'],
  ])('sends the instruction as a user’s words where it cannot stand alone: %s', (model, why) => {
    const losses: string[] = [];
    const messages = [{ role: 'system', content: 'Be brief.' }];
    const body = build(
      { model, messages: why.includes('none') ? [...messages, hello] : messages },
      losses,
    );
    expect(body).not.toHaveProperty('systemInstruction');
    expect(JSON.stringify(body['contents'])).toMatch(/^\[\{"role":"user".*Be brief/);
    expect(losses.join()).toContain(why);
  });

  test('keeps an empty turn, so that the others do not run together', () => {
    expect(contentsOf(hello, { role: 'assistant', content: '' }, hello)).toEqual([
      { role: 'user', parts: [{ text: 'Hello.' }] },
      { role: 'model', parts: [{ text: '' }] },
      { role: 'user', parts: [{ text: 'Hello.' }] },
    ]);
  });

  test('sends calls and their results by name, the results first in one turn', () => {
    const call = (id: string, name: string, args: string) => ({
      id,
      type: 'function',
      function: { name, arguments: args },
    });
    const contents = contentsOf(
      hello,
      { role: 'assistant', tool_calls: [call('a', 'depth', '{"at":"x"}'), call('b', 'tide', '')] },
      { role: 'tool', tool_call_id: 'b', content: '{"high":3}' },
      { role: 'user', content: 'And?' },
      { role: 'tool', tool_call_id: 'a', content: 'four metres' },
    );
    expect((contents as unknown[]).slice(1)).toEqual([
      {
        role: 'model',
        parts: [
          { functionCall: { id: 'a', name: 'depth', args: { at: 'x' } } },
          { functionCall: { id: 'b', name: 'tide', args: {} } },
        ],
      },
      {
        role: 'user',
        parts: [
          { functionResponse: { id: 'b', name: 'tide', response: { high: 3 } } },
          { functionResponse: { id: 'a', name: 'depth', response: { output: 'four metres' } } },
          { text: 'And?' },
        ],
      },
    ]);
  });

  test('refuses a result without its call', () => {
    const messages = [hello, { role: 'tool', tool_call_id: 'z', content: 'x' }];
    expect(refusalOf({ messages })).toContain('no earlier call has its tool_call_id');
  });

  test('keeps arguments that are no object', () => {
    const losses: string[] = [];
    const made = { id: 'a', type: 'function', function: { name: 'depth', arguments: '[1' } };
    const body = build({ messages: [hello, { role: 'assistant', tool_calls: [made] }] }, losses);
    expect(JSON.stringify(body)).toContain('"args":{"arguments":"[1"}');
    expect(losses.join()).toContain('no JSON object');
  });
});

describe('earlier reasoning', () => {
  const call = { id: 'a', type: 'function', function: { name: 'depth', arguments: '{}' } };
  const partsOf = (model: string, message: object, losses: string[] = []) => {
    const asked = { model, messages: [hello, { role: 'assistant', ...message }] };
    return (build(asked, losses)['contents'] as { parts: unknown }[])[1]?.parts;
  };
  const details = [
    { type: 'google.thought', index: 0, text: 'Hm, ' },
    { type: 'google.thought', index: 0, text: 'deep.' },
    { type: 'google.signature', index: 0, signature: 's0', thought: 0 },
    { type: 'google.signature', index: 1, signature: 's1' },
    { type: 'google.signature', index: 2, signature: 's2', call: 'a' },
  ];

  test('goes back to where its signatures stood', () => {
    const message = { content: 'Four.', tool_calls: [call], reasoning_details: details };
    expect(partsOf('gemini-3-pro', message)).toEqual([
      { text: 'Hm, deep.', thought: true, thoughtSignature: 's0' },
      { text: 'Four.', thoughtSignature: 's1' },
      { functionCall: { id: 'a', name: 'depth', args: {} }, thoughtSignature: 's2' },
    ]);
  });

  test('of others stays behind, and says so', () => {
    for (const foreign of [
      { reasoning_content: 'Hm.' },
      { reasoning: 'Hm.' },
      { reasoning_details: [{ type: 'anthropic.thinking', index: 0, text: 'Hm', signature: 's' }] },
    ]) {
      const losses: string[] = [];
      expect(partsOf('gemini-2.5-pro', { content: 'x', ...foreign }, losses)).toEqual([
        { text: 'x' },
      ]);
      expect(losses).toEqual(["reasoning that is not Gemini's was left out of an earlier answer"]);
    }
  });

  test('has Google’s stand-in where the model wants a signature and none was made', () => {
    const calls = { tool_calls: [call, { ...call, id: 'b' }] };
    const [signed, plain] = [{ thoughtSignature: 'skip_thought_signature_validator' }, {}];
    const marks = (model: string) =>
      (partsOf(model, calls) as object[]).map((part) =>
        'thoughtSignature' in part ? { thoughtSignature: part.thoughtSignature } : {},
      );
    expect(marks('gemini-3.5-flash')).toEqual([signed, plain]);
    expect(marks('gemini-flash-latest')).toEqual([signed, plain]);
    expect(marks('gemini-2.5-pro')).toEqual([plain, plain]);
  });
});

describe('content', () => {
  const partsOf = (part: object, losses: string[] = []) =>
    (
      build({ messages: [{ role: 'user', content: [part] }] }, losses)['contents'] as {
        parts: unknown;
      }[]
    )[0]?.parts;

  test.each([
    [
      { type: 'image_url', image_url: { url: 'data:image/PNG;base64,AAAA' } },
      { inlineData: { mimeType: 'image/png', data: 'AAAA' } },
    ],
    [
      { type: 'image_url', image_url: { url: 'https://x.test/a.jpg?b=c.d' } },
      { fileData: { fileUri: 'https://x.test/a.jpg?b=c.d', mimeType: 'image/jpeg' } },
    ],
    [
      { type: 'file', file: { file_id: 'https://x.test/files/7' } },
      { fileData: { fileUri: 'https://x.test/files/7' } },
    ],
    [
      { type: 'file', file: { file_id: 'https://x.test/files/7', filename: 'tide.MP4' } },
      { fileData: { fileUri: 'https://x.test/files/7', mimeType: 'video/mp4' } },
    ],
    [
      { type: 'file', file: { file_data: 'gs://bucket/map.pdf' } },
      { fileData: { fileUri: 'gs://bucket/map.pdf', mimeType: 'application/pdf' } },
    ],
    [
      { type: 'file', file: { file_data: 'JVBERi0=' } },
      { inlineData: { mimeType: 'application/pdf', data: 'JVBERi0=' } },
    ],
    [
      { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } },
      { inlineData: { mimeType: 'audio/wav', data: 'AAAA' } },
    ],
    [{ type: 'refusal', refusal: 'No.' }, { text: 'No.' }],
  ])('is sent as Gemini takes it: %j', (part, expected) => {
    expect(partsOf(part)).toEqual([expected]);
  });

  test.each([
    [{ type: 'image_url', image_url: { url: 'ftp://x' } }, 'image_url cannot be sent'],
    [{ type: 'smell' }, "a content part of type 'smell'"],
  ])('is refused where it has no address or kind: %j', (part, message) => {
    expect(() => partsOf(part)).toThrow(message);
  });

  test('tells what has no place', () => {
    const losses: string[] = [];
    partsOf({ type: 'text', text: 'a', cache_control: { type: 'ephemeral' } }, losses);
    partsOf({ type: 'image_url', image_url: { url: 'gs://a', detail: 'high' } }, losses);
    partsOf({ type: 'file', file: { file_id: 'a', filename: 'b' } }, losses);
    expect(losses).toEqual([
      expect.stringContaining('cache_control'),
      expect.stringContaining('detail'),
      expect.stringContaining('filename'),
    ]);
  });
});

describe('tools', () => {
  test('go out with their schemas as they are', () => {
    const search = { googleSearch: {} };
    expect(build({ tools: [depth, search, tide] })['tools']).toEqual([
      {
        functionDeclarations: [
          { name: 'depth', parametersJsonSchema: parameters },
          { name: 'tide' },
        ],
      },
      search,
    ]);
  });

  const named = { type: 'function', function: { name: 'tide' } };
  const allow = (mode: string) => ({
    type: 'allowed_tools',
    allowed_tools: { mode, tools: [named] },
  });
  test.each([
    ['auto', { mode: 'AUTO' }, 2],
    ['none', { mode: 'NONE' }, 2],
    ['required', { mode: 'ANY' }, 2],
    [named, { mode: 'ANY', allowedFunctionNames: ['tide'] }, 2],
    [allow('required'), { mode: 'ANY', allowedFunctionNames: ['tide'] }, 2],
    [allow('auto'), { mode: 'AUTO' }, 1],
  ])('are chosen by %j', (tool_choice, functionCallingConfig, sent) => {
    const body = build({ tools: [depth, tide], tool_choice });
    expect(body['toolConfig']).toEqual({ functionCallingConfig });
    const [entry] = body['tools'] as { functionDeclarations: unknown[] }[];
    expect(entry?.functionDeclarations).toHaveLength(sent);
  });

  test('say what is lost of them', () => {
    const losses: string[] = [];
    const strict = { type: 'function', function: { name: 'a', strict: true } };
    build({ tools: [strict], parallel_tool_calls: false }, losses);
    build({ tool_choice: 'required' }, losses);
    expect(losses).toEqual([
      expect.stringContaining('parallel_tool_calls'),
      expect.stringContaining('strict'),
      expect.stringContaining('tool_choice was left out'),
    ]);
  });

  test('of free text are refused', () => {
    expect(refusalOf({ tools: [{ type: 'custom', custom: { name: 'a' } }] })).toContain('custom');
  });
});

describe('settings', () => {
  test('have Gemini’s names', () => {
    const request = {
      max_tokens: 9,
      max_completion_tokens: 7,
      temperature: 0,
      top_p: 0.5,
      top_k: 4,
      n: 2,
      seed: 3,
      stop: 'end',
      frequency_penalty: 0.1,
      presence_penalty: null,
      logprobs: true,
      top_logprobs: 2,
    };
    expect(configOf(request)).toEqual({
      maxOutputTokens: 7,
      temperature: 0,
      topP: 0.5,
      topK: 4,
      candidateCount: 2,
      seed: 3,
      stopSequences: ['end'],
      frequencyPenalty: 0.1,
      responseLogprobs: true,
      logprobs: 2,
    });
  });

  const schema = { type: 'object', properties: {} };
  test.each([
    [{ type: 'text' }, undefined],
    [{ type: 'json_object' }, { responseMimeType: 'application/json' }],
    [
      { type: 'json_schema', json_schema: { name: 'a', schema, description: 'A port.' } },
      {
        responseMimeType: 'application/json',
        responseJsonSchema: { description: 'A port.', ...schema },
      },
    ],
    [{ type: 'json_schema', json_schema: { name: 'a' } }, { responseMimeType: 'application/json' }],
  ])('make the answer %j', (response_format, expected) => {
    expect(configOf({ response_format })).toEqual(expected);
  });

  const shown = { includeThoughts: true };
  test.each([
    ['gemini-2.5-flash', 'low', { thinkingBudget: 1024, ...shown }, ''],
    ['gemini-2.5-flash', 'max', { thinkingBudget: 24_576, ...shown }, ''],
    ['gemini-2.5-flash', 'none', { thinkingBudget: 0 }, ''],
    ['gemini-2.5-pro', 'none', { thinkingBudget: 128 }, 'always thinks'],
    ['gemini-3-pro-preview', 'medium', { thinkingLevel: 'low', ...shown }, "became 'low'"],
    ['gemini-3.1-pro-preview', 'medium', { thinkingLevel: 'medium', ...shown }, ''],
    ['gemini-3.1-pro-preview', 'minimal', { thinkingLevel: 'low', ...shown }, "became 'low'"],
    ['gemini-3-flash', 'none', { thinkingLevel: 'minimal' }, 'always thinks'],
    ['gemini-flash-latest', 'xhigh', { thinkingLevel: 'high', ...shown }, "became 'high'"],
    ['gemini-2.0-flash', 'high', undefined, 'does not think'],
    ['gemini-2.0-flash', 'none', undefined, ''],
    ['gemma-4-31b', 'low', undefined, 'does not think'],
    ['gemini-3-flash', 'mighty', undefined, "'mighty' is none of"],
  ])('make %s think %s', (model, reasoning_effort, thinkingConfig, loss) => {
    const losses: string[] = [];
    const config = configOf({ model, reasoning_effort }, losses);
    expect(config).toEqual(thinkingConfig && { thinkingConfig });
    expect(losses).toHaveLength(loss === '' ? 0 : 1);
    expect(losses.join()).toContain(loss);
  });

  test('of Gemini’s own go before ours', () => {
    const own = { temperature: 1, mediaResolution: 'MEDIA_RESOLUTION_LOW' };
    const body = build({ temperature: 0, generationConfig: own, safetySettings: [], odd: 1 });
    expect(body['generationConfig']).toEqual(own);
    expect(body['safetySettings']).toEqual([]);
    expect(body).not.toHaveProperty('odd');
  });

  test('that Gemini does not have are told, once each', () => {
    const losses: string[] = [];
    build(
      { user: 'u', logit_bias: { 1: 2 }, store: true, verbosity: 'low', metadata: {}, odd: 1 },
      losses,
    );
    build({ logit_bias: {}, store: false, service_tier: 'auto', stream: true }, losses);
    expect(losses.map((loss) => loss.split(' ')[0])).toEqual([
      'user',
      'logit_bias',
      'store',
      'verbosity',
      'metadata',
      'odd',
    ]);
  });

  test.each([
    { audio: {} },
    { modalities: ['audio'] },
    { web_search_options: {} },
    { functions: [] },
    { messages: [{ role: 'function', name: 'a', content: 'b' }] },
    { messages: [{ role: 'assistant', function_call: { name: 'a', arguments: '' } }] },
  ])('that would change what is asked are refused: %j', (request) => {
    expect(refusalOf(request)).toContain('cannot be sent');
  });
});
