import type { ChatCompletionChunk, ChatRequest } from '@llm-router/core';
import type { Fetch } from '../src/index.ts';

/** One request as the fake server saw it. */
export interface Seen {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Record<string, unknown>;
  readonly signal: AbortSignal | null;
}

/** A transport that answers from a function and remembers what it was asked. */
export function fakeServer(answer: (seen: Seen) => Response | Promise<Response>): {
  readonly fetch: Fetch;
  readonly seen: readonly Seen[];
} {
  const seen: Seen[] = [];
  return {
    seen,
    async fetch(url, init) {
      const one: Seen = {
        url,
        method: init.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init.headers)),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : {},
        signal: init.signal ?? null,
      };
      seen.push(one);
      return answer(one);
    },
  };
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text, {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });
}

/** A body that hands out its pieces one by one, and tells when it was cancelled. */
export function pieces(
  parts: readonly (string | Uint8Array)[],
  options: { readonly hang?: boolean } = {},
): {
  readonly response: Response;
  readonly pulls: () => number;
  readonly cancelled: () => boolean;
} {
  let next = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const part = parts[next++];
        if (part !== undefined) {
          controller.enqueue(typeof part === 'string' ? new TextEncoder().encode(part) : part);
        } else if (options.hang) {
          return new Promise(() => {});
        } else controller.close();
        return undefined;
      },
      cancel() {
        isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return {
    response: new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    pulls: () => next,
    cancelled: () => isCancelled,
  };
}

/** The text of a stream with one frame for each object, and `[DONE]` unless told otherwise. */
export function sse(frames: readonly unknown[], done = true): string {
  const events = frames.map((frame) => `data: ${JSON.stringify(frame)}\n\n`);
  return events.join('') + (done ? 'data: [DONE]\n\n' : '');
}

/** A stream frame with one choice. */
export function frame(delta: object, finish: string | null = null, more: object = {}): object {
  return {
    id: 'answer-7',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'parrot-2',
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...more,
  };
}

export const request: ChatRequest = {
  model: 'parrot-2',
  messages: [{ role: 'user', content: 'Name a harbour.' }],
};

export async function collect(
  chunks: AsyncIterable<ChatCompletionChunk>,
): Promise<ChatCompletionChunk[]> {
  const collected: ChatCompletionChunk[] = [];
  for await (const chunk of chunks) collected.push(chunk);
  return collected;
}

/** What a promise rejects with; fails the test where it does not. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('expected a rejection');
}
