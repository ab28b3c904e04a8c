import type { Simulator } from '@llm-router/simulator';

export const address = 'http://simulator.test/v1/chat/completions';

/** A short prompt of invented wording. */
export const messages = [{ role: 'user', content: 'How many lanterns hang in the harbour?' }];

/** One chat request through the injected `fetch`. */
export function ask(
  simulator: Pick<Simulator, 'fetch'>,
  model: string,
  extra: object = {},
  init: RequestInit = {},
): Promise<Response> {
  return simulator.fetch(address, {
    method: 'POST',
    body: JSON.stringify({ model, messages, ...extra }),
    ...init,
  });
}

export interface StreamEvent {
  choices?: {
    index: number;
    delta: {
      role?: string;
      content?: string | null;
      tool_calls?: {
        index: number;
        id?: string;
        type?: string;
        function: { name?: string; arguments?: string };
      }[];
    };
    finish_reason: string | null;
  }[];
  usage?: { prompt_tokens: number; completion_tokens: number; total_tokens: number } | null;
  error?: { message: string; type: string };
  id?: string;
  model?: string;
  object?: string;
}

/** The events of an SSE text, strictly: every event is one `data:` line and an empty line. */
export function readEvents(text: string): { events: StreamEvent[]; done: boolean } {
  if (text === '') return { events: [], done: false };
  if (!text.endsWith('\n\n')) throw new Error(`the text ends inside an event: ${text.slice(-40)}`);
  const blocks = text.slice(0, -2).split('\n\n');
  const data = blocks.map((block) => {
    if (!block.startsWith('data: ') || block.includes('\n')) throw new Error(`no event: ${block}`);
    return block.slice('data: '.length);
  });
  const done = data.at(-1) === '[DONE]';
  return { events: (done ? data.slice(0, -1) : data).map((line) => JSON.parse(line)), done };
}

/** All that a body gives before it ends or breaks. */
export async function drain(
  body: ReadableStream<Uint8Array> | null,
): Promise<{ text: string; error?: unknown }> {
  const decoder = new TextDecoder();
  let text = '';
  const reader = body?.getReader();
  try {
    for (;;) {
      const next = await reader?.read();
      if (next === undefined || next.done) return { text };
      text += decoder.decode(next.value, { stream: true });
    }
  } catch (error) {
    return { text, error };
  }
}

export function textOf(events: readonly StreamEvent[]): string {
  return events.map((event) => event.choices?.[0]?.delta.content ?? '').join('');
}

/** What the tests look at in a JSON answer; a part that is not there is undefined all the same. */
export interface Body {
  readonly id: string;
  readonly choices: readonly [
    {
      readonly finish_reason: string;
      readonly message: {
        readonly content: string;
        readonly tool_calls: readonly [{ readonly function: { readonly arguments: string } }];
      };
    },
  ];
  readonly usage: { readonly completion_tokens: number };
  readonly error: { readonly message: string; readonly code: string | null };
  readonly data: readonly { readonly id: string }[];
}

export async function bodyOf(response: Response): Promise<Body> {
  return (await response.json()) as Body;
}
