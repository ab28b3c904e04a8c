import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatRequest,
  Provider,
  ProviderCall,
  ProviderResponse,
} from '@llm-router/core';
import type { CheckBench } from './check-bench.ts';
import type { TrialName } from './provider-trials.ts';
import { type Settled, settle } from './settle.ts';

/** The two ways to ask. */
export type Way = 'chat' | 'stream';

export const ways: readonly Way[] = ['chat', 'stream'];

/** What came of a call: one of the two. The types are what the provider promises, to be checked. */
export interface Answer {
  readonly completion?: ChatCompletion;
  readonly chunks?: readonly ChatCompletionChunk[];
}

/** One call that has ended, well or not. */
export interface ObservedCall {
  /** Such as `stream() before the server 'cut'`: begins a sentence. */
  readonly what: string;
  /** The provider's name. */
  readonly provider: string;
  readonly outcome: Settled<Answer>;
  /** The responses told until now. */
  readonly told: readonly ProviderResponse[];
  /** How many of them were told before the first chunk, the answer or the failure. */
  readonly toldInTime: number;
  /** The requests sent until now; `undefined` where nobody counts them. */
  readonly sent: () => number | undefined;
}

export interface ObserveOptions {
  readonly signal?: AbortSignal;
  /** Whether the call is made with its request alone. @defaultValue false */
  readonly bare?: boolean;
  /** @defaultValue a copy of the usual one */
  readonly request?: ChatRequest;
}

/** Makes one call and reads it to its end. Rejects only where that takes longer than the limit. */
export async function observeCall(
  bench: CheckBench,
  server: TrialName,
  way: Way,
  options: ObserveOptions = {},
): Promise<ObservedCall> {
  const trial = await bench.start(server);
  const { provider } = trial;
  const before = trial.requests?.() ?? 0;
  const what = nameOf(way, server);
  const stop = new AbortController();
  const told: ProviderResponse[] = [];
  let toldInTime: number | undefined;
  const arrived = () => {
    toldInTime ??= told.length;
  };
  const call: ProviderCall = {
    signal: options.signal ?? stop.signal,
    onResponse: (response) => told.push(response),
  };
  const ask = way === 'chat' ? askWhole : askStreamed;
  const { request = bench.request(), bare } = options;
  try {
    const work = settle(() => ask(provider, request, bare ? undefined : call, arrived));
    const outcome = await bench.within(what, work);
    const sent = () => trial.requests && trial.requests() - before;
    return { what, provider: provider.name, outcome, told, toldInTime: toldInTime ?? 0, sent };
  } catch (error) {
    stop.abort();
    throw error;
  }
}

/** Names a call, to begin a sentence with. */
export function nameOf(way: Way, server: TrialName): string {
  return `${way}() before the server '${server}'`;
}

async function askWhole(
  provider: Provider,
  request: ChatRequest,
  call: ProviderCall | undefined,
  arrived: () => void,
): Promise<Answer> {
  try {
    return { completion: await provider.chat(request, call) };
  } finally {
    arrived();
  }
}

/** An answer to a trial has not this many chunks: a stream that never ends would fill the memory. */
export const mostChunks = 10_000;

async function askStreamed(
  provider: Provider,
  request: ChatRequest,
  call: ProviderCall | undefined,
  arrived: () => void,
): Promise<Answer> {
  const chunks: ChatCompletionChunk[] = [];
  try {
    for await (const chunk of provider.stream(request, call)) {
      arrived();
      chunks.push(chunk);
      if (chunks.length > mostChunks) throw new Error(`the stream has over ${mostChunks} chunks`);
    }
    return { chunks };
  } finally {
    arrived();
  }
}
