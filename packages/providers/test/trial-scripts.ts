import type { MakeTrial, ProviderTrials } from '../src/index.ts';
import { frame, sse } from './fake-server.ts';

/** The key that every server repeats in its refusals, as careless ones do. */
export const key = 'trial-key-7d1e';

/** How one wire says the same things. */
export interface TrialWire {
  readonly name: 'openai-compatible' | 'anthropic' | 'google';
  readonly whole: object;
  /** The events of the same answer; `[DONE]` and its like included. */
  readonly events: readonly string[];
  readonly refusal: object;
}

const words = ['It stands ', 'since 1390.'];

export const chatWire: TrialWire = {
  name: 'openai-compatible',
  whole: {
    id: 'answer-7',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'parrot-2',
    choices: [
      { index: 0, message: { role: 'assistant', content: words.join('') }, finish_reason: 'stop' },
    ],
    usage: { prompt_tokens: 20, completion_tokens: 6, total_tokens: 26 },
  },
  events: sse([
    frame({ role: 'assistant', content: words[0] }),
    frame({ content: words[1] }),
    frame({}, 'stop'),
    {
      ...frame({}),
      choices: [],
      usage: { prompt_tokens: 20, completion_tokens: 6, total_tokens: 26 },
    },
  ]).split(/(?<=\n\n)/),
  refusal: { error: { message: `Too many requests for ${key}`, type: 'requests' } },
};

const message = {
  id: 'msg_7',
  type: 'message',
  role: 'assistant',
  model: 'claude-parrot-2',
  content: [],
  stop_reason: null,
  stop_sequence: null,
  usage: { input_tokens: 20, output_tokens: 1 },
};

export const messagesWire: TrialWire = {
  name: 'anthropic',
  whole: {
    ...message,
    content: [{ type: 'text', text: words.join('') }],
    stop_reason: 'end_turn',
    usage: { input_tokens: 20, output_tokens: 6 },
  },
  events: [
    { type: 'message_start', message },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ...words.map((text) => ({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text },
    })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 6 } },
    { type: 'message_stop' },
  ].map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
  refusal: {
    type: 'error',
    error: { type: 'rate_limit_error', message: `Too many requests for ${key}` },
  },
};

const gemini = { modelVersion: 'gemini-parrot-2', responseId: 'r-7' };
const geminiUsage = { promptTokenCount: 20, candidatesTokenCount: 6, totalTokenCount: 26 };

function geminiAnswer(text: string, more: object = {}): object {
  return { candidates: [{ content: { role: 'model', parts: [{ text }] }, ...more }], ...gemini };
}

export const geminiWire: TrialWire = {
  name: 'google',
  whole: {
    ...geminiAnswer(words.join(''), { finishReason: 'STOP' }),
    usageMetadata: geminiUsage,
  },
  events: sse(
    [
      ...words.map((text) => geminiAnswer(text)),
      { ...geminiAnswer('', { finishReason: 'STOP' }), usageMetadata: geminiUsage },
    ],
    false,
  ).split(/(?<=\n\n)/),
  refusal: {
    error: {
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      message: `Too many requests for ${key}`,
    },
  },
};

export type ServerName = keyof ProviderTrials;

/** What a server does with one request. */
export interface Script {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The pieces of the body; without any, not even the headers come. */
  readonly pieces: readonly string[];
  /** What comes after the pieces. */
  readonly ending: 'end' | 'silence' | 'cut';
}

/** Gemini's wire asks for a stream in its address, the others in the body. */
export function asksForStream(url: string, body: { readonly stream?: unknown }): boolean {
  return body.stream === true || url.includes(':stream');
}

export function scriptOf(wire: TrialWire, server: ServerName, isStream: boolean): Script {
  const { events } = wire;
  const whole = JSON.stringify(wire.whole);
  const beginning = events.slice(0, events.findIndex((event) => event.includes('stands')) + 1);
  const type = isStream && server !== 'refusing' ? 'text/event-stream' : 'application/json';
  const good = { status: 200, headers: { 'content-type': type }, ending: 'end' } as const;
  switch (server) {
    case 'answering':
      return { ...good, pieces: isStream ? events : [whole] };
    case 'refusing': {
      const headers = { ...good.headers, 'Retry-After': '7' };
      return { ...good, status: 429, headers, pieces: [JSON.stringify(wire.refusal)] };
    }
    case 'silent':
      return { ...good, pieces: [], ending: 'silence' };
    case 'stalled':
      return { ...good, pieces: beginning, ending: 'silence' };
    case 'cut':
      return { ...good, pieces: isStream ? beginning : [whole.slice(0, 40)], ending: 'cut' };
    case 'broken':
      return { ...good, pieces: isStream ? [...beginning, 'data: {"x\n\n'] : ['<html>'] };
  }
}

/** A trial for each server. */
export function trialsWith(make: (server: ServerName) => MakeTrial): Required<ProviderTrials> {
  return {
    answering: make('answering'),
    refusing: make('refusing'),
    silent: make('silent'),
    stalled: make('stalled'),
    cut: make('cut'),
    broken: make('broken'),
  };
}
