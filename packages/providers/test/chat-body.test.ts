import type { ChatRequest } from '@llm-router/core';
import { buildChatBody } from '../src/chat-body.ts';
import { providerProfiles } from '../src/provider-profiles.ts';

function bodyFor(provider: string, request: object, stream = false) {
  const losses: string[] = [];
  const profile = providerProfiles[provider];
  if (profile === undefined) throw new Error(`no profile of ${provider}`);
  const body = buildChatBody({ messages: [], ...request } as ChatRequest, {
    profile,
    stream,
    includeUsage: profile.usageOnRequest,
    onLoss: (loss) => losses.push(loss),
  });
  return { body, losses };
}

describe('the body of a request', () => {
  test('is the request itself, without nulls and without the fields of streams', () => {
    const sent = { model: 'm', messages: [], temperature: 0, stop: ['x'], n: 2 };
    const { body, losses } = bodyFor('openai', {
      ...sent,
      stream: true,
      stream_options: { include_usage: true },
      seed: null,
      user: undefined,
    });
    expect(body).toEqual(sent);
    expect(losses).toEqual([]);
  });

  test('passes on what this package does not know', () => {
    const { body } = bodyFor('openrouter', { transforms: ['middle-out'] });
    expect(body).toHaveProperty('transforms', ['middle-out']);
  });

  test('asks a stream for its usage where the server understands that', () => {
    const asked = bodyFor('groq', { stream_options: { include_obfuscation: false } }, true).body;
    expect(asked).toMatchObject({
      stream: true,
      stream_options: { include_usage: true, include_obfuscation: false },
    });
    expect(bodyFor('mistral', {}, true).body).toEqual({ messages: [], stream: true });
  });

  test.each([
    ['openai', { max_tokens: 5 }, { max_completion_tokens: 5 }],
    ['deepseek', { max_completion_tokens: 5 }, { max_tokens: 5 }],
    ['ollama', { max_tokens: 4, max_completion_tokens: 5 }, { max_tokens: 5 }],
    ['groq', { max_tokens: 5 }, { max_tokens: 5 }],
    ['vllm', { max_completion_tokens: 5 }, { max_completion_tokens: 5 }],
  ])('names the output limit as %s does', (provider, request, expected) => {
    expect(bodyFor(provider, request).body).toEqual({ messages: [], ...expected });
  });

  test('sends the developer role to OpenAI only', () => {
    const messages = [{ role: 'developer', content: 'Be brief.' }];
    expect(bodyFor('openai', { messages }).body).toEqual({ messages });
    expect(bodyFor('mistral', { messages }).body).toEqual({
      messages: [{ role: 'system', content: 'Be brief.' }],
    });
  });

  test('leaves out what the server refuses, and says so once', () => {
    const request = { logprobs: true, top_logprobs: 2, seed: 3, user: 'u' };
    const { body, losses } = bodyFor('mistral', request);
    expect(body).toEqual({ messages: [], random_seed: 3 });
    expect(losses).toEqual(['logprobs', 'top_logprobs', 'user']);
  });

  test('sends earlier reasoning back only in a field that the server takes', () => {
    const messages = [
      { role: 'assistant', content: 'a', reasoning_content: 'r', reasoning: 's' },
      { role: 'assistant', content: 'b', reasoning_content: null },
    ];
    expect(bodyFor('deepseek', { messages })).toEqual({
      body: {
        messages: [
          { role: 'assistant', content: 'a', reasoning_content: 'r' },
          { role: 'assistant', content: 'b', reasoning_content: null },
        ],
      },
      losses: ['reasoning'],
    });
    const { body, losses } = bodyFor('openai', { messages });
    expect(JSON.stringify(body)).not.toContain('reasoning');
    expect(losses).toEqual(['reasoning_content', 'reasoning']);
    expect(bodyFor('openai', { messages: messages.slice(1) })).toEqual({
      body: { messages: [{ role: 'assistant', content: 'b' }] },
      losses: [],
    });
  });

  test('never sends thinking that Anthropic signed to anyone else', () => {
    const signed = { type: 'anthropic.thinking', index: 0, text: 't', signature: 's' };
    const other = { type: 'reasoning.text', text: 'r' };
    const answer = (details: readonly object[]) => [
      { role: 'assistant', content: 'a', reasoning_details: details },
    ];
    expect(bodyFor('openrouter', { messages: answer([other, signed]) })).toEqual({
      body: { messages: answer([other]) },
      losses: ['reasoning_details'],
    });
    expect(bodyFor('openrouter', { messages: answer([signed]) }).body).toEqual({
      messages: [{ role: 'assistant', content: 'a' }],
    });
    expect(bodyFor('openrouter', { messages: answer([other]) }).losses).toEqual([]);
  });

  test('keeps cache markers for OpenRouter and takes them out elsewhere', () => {
    const cache_control = { type: 'ephemeral' };
    const messages = [{ role: 'user', content: [{ type: 'text', text: 't', cache_control }] }];
    const tools = [{ type: 'function', function: { name: 'f' }, cache_control }];
    expect(bodyFor('openrouter', { messages, tools }).body).toEqual({ messages, tools });
    expect(bodyFor('openai', { messages, tools })).toEqual({
      body: {
        messages: [{ role: 'user', content: [{ type: 'text', text: 't' }] }],
        tools: [{ type: 'function', function: { name: 'f' } }],
      },
      losses: ['cache_control'],
    });
  });

  test('gives Mistral tool call ids of nine characters, the same for a call and its result', () => {
    const call = (id: string) => ({
      id,
      type: 'function',
      function: { name: 'f', arguments: '{}' },
    });
    const conversation = (first: string, second: string) => [
      { role: 'assistant', content: null, tool_calls: [call(first), call(second)] },
      { role: 'tool', tool_call_id: second, content: '2' },
      { role: 'tool', tool_call_id: first, content: '1' },
    ];
    const messages = conversation('call_long_identifier', 'AbCdEfGh9');
    expect(bodyFor('openai', { messages }).body).toEqual({ messages });
    expect(bodyFor('mistral', { messages }).body).toEqual({
      messages: conversation('call00000', 'AbCdEfGh9'),
    });
  });

  test('leaves the request as it was', () => {
    const request = { max_tokens: 3, messages: [{ role: 'developer', content: 'x' }] };
    const before = JSON.stringify(request);
    bodyFor('deepseek', request);
    expect(JSON.stringify(request)).toBe(before);
  });
});
