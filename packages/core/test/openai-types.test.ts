import {
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatMessage,
  type ChatRequest,
  type CompletionUsage,
  estimateTokens,
  fromCompletionUsage,
  type Tool,
} from '@llm-router/core';
import type OpenAI from 'openai';

// The compiler is the judge of these: each line holds only where the left type is assignable.

/** What the official SDK sends is a request of ours. */
export const requests = {
  any: (params: OpenAI.ChatCompletionCreateParams): ChatRequest => params,
  whole: (params: OpenAI.ChatCompletionCreateParamsNonStreaming): ChatRequest => params,
  streamed: (params: OpenAI.ChatCompletionCreateParamsStreaming): ChatRequest => params,
  message: (message: OpenAI.ChatCompletionMessageParam): ChatMessage => message,
  tool: (tool: OpenAI.ChatCompletionTool): Tool => tool,
};

/** What we answer is an answer of the official SDK. */
export const answers = {
  completion: (completion: ChatCompletion): OpenAI.ChatCompletion => completion,
  chunk: (chunk: ChatCompletionChunk): OpenAI.ChatCompletionChunk => chunk,
  usage: (usage: CompletionUsage): OpenAI.CompletionUsage => usage,
};

/** What the official SDK received is an answer of ours. */
export const received = {
  completion: (completion: OpenAI.ChatCompletion): ChatCompletion => completion,
  chunk: (chunk: OpenAI.ChatCompletionChunk): ChatCompletionChunk => chunk,
  usage: (usage: OpenAI.CompletionUsage): CompletionUsage => usage,
  // An answer goes back into the conversation as it came.
  turn: (message: OpenAI.ChatCompletionMessage): ChatMessage => message,
  ownTurn: (completion: ChatCompletion): (ChatMessage | undefined)[] =>
    completion.choices.map(({ message }) => message),
};

/** What must not pass, so that the lines above mean something. */
export const refused = {
  // @ts-expect-error a request needs messages
  withoutMessages: (): ChatRequest => ({ model: 'tiny' }),
  // @ts-expect-error nobody has this role
  role: (): ChatMessage => ({ role: 'narrator', content: 'The fog lifted.' }),
  // @ts-expect-error nobody stops for this reason
  reason: (): ChatCompletion['choices'][number]['finish_reason'] => 'bored',
  // @ts-expect-error a model is required by OpenAI, not by us
  modelless: (request: ChatRequest): OpenAI.ChatCompletionCreateParams => request,
};

describe('the types of the official OpenAI SDK', () => {
  it('go into our functions without a change', () => {
    const params: OpenAI.ChatCompletionCreateParams = {
      model: 'gpt-4o-mini',
      messages: [
        { role: 'developer', content: 'Answer in one line.' },
        { role: 'user', content: [{ type: 'text', text: 'When does the last ferry leave?' }] },
      ],
      tools: [{ type: 'function', function: { name: 'ferry_times', parameters: {} } }],
      stream: true,
    };
    const { tools, ...plain } = params;
    expect(estimateTokens(requests.any(params))).toBeGreaterThan(
      estimateTokens(requests.any(plain)),
    );
    expect(tools).toHaveLength(1);
    const usage: OpenAI.CompletionUsage = {
      prompt_tokens: 31,
      completion_tokens: 9,
      total_tokens: 40,
    };
    expect(fromCompletionUsage(received.usage(usage))?.totalTokens).toBe(40);
  });
});
