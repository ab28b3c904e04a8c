import {
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatRequest,
  createRandom,
  createVirtualClock,
  type EmbeddingRequest,
  type Provider,
} from '@llm-router/core';
import { createRouter, type RouterConfig } from 'llm-router';

/** In the form that both specifications share. */
export const prompt = [
  { role: 'user' as const, content: [{ type: 'text' as const, text: 'Name a harbour.' }] },
];

export function completionOf(
  message: Partial<ChatCompletion['choices'][number]['message']>,
  finish_reason: ChatCompletion['choices'][number]['finish_reason'] = 'stop',
): ChatCompletion {
  return {
    id: 'c1',
    object: 'chat.completion',
    created: 1_800_000_000,
    model: 'm-1',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: null, refusal: null, ...message },
        finish_reason,
        logprobs: null,
      },
    ],
    usage: {
      prompt_tokens: 20,
      completion_tokens: 9,
      total_tokens: 29,
      prompt_tokens_details: { cached_tokens: 5 },
      completion_tokens_details: { reasoning_tokens: 4 },
    },
  };
}

type Delta = ChatCompletionChunk['choices'][number]['delta'];

export interface Script {
  readonly chat?: (request: ChatRequest, number: number) => ChatCompletion;
  /** An error breaks the stream there. */
  readonly stream?: readonly (Delta | Error)[];
  readonly config?: Partial<RouterConfig>;
}

/** A router before one provider of the test's own, on a virtual clock. */
export function createBench({ chat, stream = [], config = {} }: Script = {}) {
  const clock = createVirtualClock();
  const requests: ChatRequest[] = [];
  const embedded: EmbeddingRequest[] = [];
  let isStopped = false;

  async function* play(request: ChatRequest): AsyncGenerator<ChatCompletionChunk> {
    requests.push(request);
    const { choices: _none, ...envelope } = completionOf({});
    const base = { ...envelope, object: 'chat.completion.chunk' as const, usage: null };
    try {
      for (const delta of stream) {
        await clock.sleep(10);
        if (delta instanceof Error) throw delta;
        yield { ...base, choices: [{ index: 0, delta, finish_reason: null }] };
      }
      const hasCalls = stream.some((delta) => 'tool_calls' in delta);
      const finish_reason = hasCalls ? 'tool_calls' : 'stop';
      yield { ...base, choices: [{ index: 0, delta: {}, finish_reason }] };
      yield { ...base, choices: [], usage: completionOf({}).usage ?? null };
    } finally {
      isStopped = true;
    }
  }

  const provider: Provider = {
    name: 'own',
    async chat(request) {
      requests.push(request);
      await clock.sleep(10);
      return chat?.(request, requests.length) ?? completionOf({ content: 'Bergen.' });
    },
    stream: play,
    async embed(request) {
      embedded.push(request);
      const inputs = [request.input].flat() as string[];
      const data = inputs.map((text, index) => ({
        object: 'embedding' as const,
        index,
        embedding: [text.length],
      }));
      return { object: 'list', model: 'm', data, usage: { prompt_tokens: 3, total_tokens: 3 } };
    },
  };
  const router = createRouter(
    { deployments: [{ id: 'd', provider: 'own', model: 'm' }], ...config },
    { clock, random: createRandom(1), providers: { own: provider } },
  );
  return { clock, router, requests, embedded, wasStopped: () => isStopped };
}

export async function readAll<T>(stream: ReadableStream<T>): Promise<T[]> {
  const parts: T[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

export async function thrownBy(work: PromiseLike<unknown>): Promise<unknown> {
  return work.then(
    (value) => new Error(`it succeeded: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
}
